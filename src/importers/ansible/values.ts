import type { Value } from './inventory.ts';
import type { HostFacts } from './read.ts';

/** A variable as text; templates (`{{ … }}`) are not run, so they are nothing. */
export function textOf(host: HostFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = host.vars.get(name)?.value;
    if (typeof value === 'string' && value.trim() !== '' && !value.includes('{{')) return value.trim();
  }
  return undefined;
}

/** A map in a variable, or nothing. */
export const mapOf = (value: Value | undefined): Readonly<Record<string, Value>> | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, Value>>)
    : undefined;

/** A list in a variable; nothing is an empty one. */
export const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** An IPv4 address as a number, or undefined. */
export function addressNumber(text: string): number | undefined {
  const parts = ipv4.exec(text)?.slice(1).map(Number);
  return parts?.every((p) => p < 256) ? parts.reduce((n, p) => n * 256 + p, 0) : undefined;
}

/** Whether an address lies in a range such as `10.1.2.0/23`. */
export function inRange(address: string, cidr: string): boolean {
  const [network = '', bits = ''] = cidr.split('/');
  const [a, n, length] = [addressNumber(address), addressNumber(network), Number(bits)];
  if (a === undefined || n === undefined || !/^\d+$/.test(bits) || length > 32) return false;
  const block = 2 ** (32 - length);
  return Math.floor(a / block) === Math.floor(n / block);
}

/** `8g`, `8192` (MiB), `64 GB` → `8GiB`, `8192MiB`, `64GB`; undefined when it is no size. */
export function sizeText(text: string | undefined): string | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(i?b?)$/i.exec(text ?? '');
  if (!found || Number(found[1]) === 0) return undefined;
  const [, number = '', prefix = '', rest = ''] = found;
  if (prefix === '') return `${number}MiB`;
  const decimal = rest.toLowerCase() === 'b';
  const letter = prefix.toUpperCase();
  if (letter === 'K') return undefined;
  return `${number}${letter}${decimal ? 'B' : 'iB'}`;
}

/** A whole number of a variable. */
export const numberOf = (text: string | undefined): number | undefined =>
  /^\d{1,6}$/.test(text ?? '') ? Number(text) : undefined;
