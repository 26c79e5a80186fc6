/** A tag of an SVG with where it stands, transformations of its parents included. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  readonly text: string;
  readonly dx: number;
  readonly dy: number;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replace(/&([^;]*);/g, (all, name: string) => {
    const found = entities[name];
    if (found === undefined) throw new Error(`unknown entity ${all}`);
    return found;
  });

/** Reads an SVG strictly: whatever is not well-formed throws. Only what our pictures use is known. */
export function readSvg(svg: string): readonly Tag[] {
  const tags: { name: string; attributes: Record<string, string>; text: string; dx: number; dy: number }[] = [];
  const open: (typeof tags)[0][] = [];
  let at = 0;
  while (at < svg.length) {
    const next = svg.indexOf('<', at);
    const text = svg.slice(at, next === -1 ? undefined : next);
    if (text.includes('>') || /&(?![a-z#0-9]+;)/.test(text)) throw new Error(`bare character in "${text}"`);
    const top = open.at(-1);
    if (top) top.text += plain(text);
    else if (text.trim() !== '') throw new Error(`text outside: "${text}"`);
    if (next === -1) break;
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/.exec(svg.slice(next));
    if (!tag) throw new Error(`no tag: ${svg.slice(next, next + 80)}`);
    const [all, isEnd, name = '', list = '', isEmpty] = tag;
    at = next + all.length;
    if (isEnd) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of list.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`${key} twice`);
      attributes[key] = plain(value);
    }
    const move = /^translate\((\S+) (\S+)\)$/.exec(attributes['transform'] ?? '');
    if (attributes['transform'] !== undefined && !move) throw new Error(`unknown ${attributes['transform']}`);
    const [dx, dy] = [(top?.dx ?? 0) + Number(move?.[1] ?? 0), (top?.dy ?? 0) + Number(move?.[2] ?? 0)];
    const made = { name, attributes, text: '', dx, dy };
    tags.push(made);
    if (!isEmpty) open.push(made);
  }
  if (open.length > 0) throw new Error(`${open.length} tags are open`);
  return tags;
}

/** The points a path goes through, control points included, from its commands. */
export function pathPoints(d: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', list = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (list.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (numbers.some(Number.isNaN) || /NaN|undefined|Infinity/.test(list)) throw new Error(`no number in ${d}`);
    const steps: readonly [number, number][] =
      command === 'H'
        ? numbers.map((value) => [value, y])
        : command === 'h'
          ? numbers.map((value) => [x + value, y])
          : command === 'V'
            ? numbers.map((value) => [x, value])
            : command === 'v'
              ? numbers.map((value) => [x, y + value])
              : command === 'A'
                ? [[numbers[5] ?? 0, numbers[6] ?? 0]]
                : Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => {
                    const [a, b] = [numbers[2 * i] as number, numbers[2 * i + 1] as number];
                    return command === 'l' ? [x + a, y + b] : [a, b];
                  });
    if (command === 'l') {
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i] as number;
        y += numbers[i + 1] as number;
        points.push([x, y]);
      }
      continue;
    }
    points.push(...steps);
    [x, y] = steps.at(-1) ?? [x, y];
  }
  return points;
}
