import { exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { GlobalOptions } from './command.ts';

/** The files of somebody else's folder, as text. */
export interface Foreign {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly unread: readonly { readonly path: string; readonly problem: string }[];
}

/** What belongs to an inventory file and lies beside it. */
const companions = /^(?:host_vars|group_vars)\//;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a file or every file below a folder. @throws UserError (usage) when there is nothing at `path`. */
export async function readForeign(path: string, ports: Ports, global: GlobalOptions): Promise<Foreign> {
  const kind = await ports.files.kindOf(path);
  if (kind === 'nothing' || kind === 'other') {
    throw new UserError(`${path} is not a file or folder`, exitCode.usage, 'name the inventory');
  }
  const limits = { fileBytes: global.maxFileSize, totalBytes: global.maxTotalSize, files: global.maxFiles, depth: 32 };
  const cut = path.lastIndexOf('/');
  const base = path.slice(cut + 1);
  const beside = cut < 0 ? '.' : path.slice(0, cut) || '/';
  const raw =
    kind === 'folder'
      ? await ports.files.readTree(path, () => true, limits)
      : await ports.files.readTree(beside, (p) => p === base || companions.test(p), limits);
  const files: { path: string; text: string }[] = [];
  const unread: { path: string; problem: string }[] = [];
  for (const file of raw) {
    if ('problem' in file) {
      unread.push(file);
      continue;
    }
    const text = decode(file.bytes);
    if (text === undefined) unread.push({ path: file.path, problem: 'it is not UTF-8 text' });
    else files.push({ path: file.path, text });
  }
  return { files, unread };
}
