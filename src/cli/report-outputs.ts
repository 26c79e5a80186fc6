import { InvalidArgumentError, type Option } from 'commander';
import { exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';

/** A report that was asked for: in which form, and where to; undefined: stdout. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** `--format` and `--output-file` in the order in which they were given. */
type Asked = ({ readonly format: string } | { readonly file: string })[];

/**
 * Two options that belong together and may be repeated: `--format sarif --output-file a.sarif --format text`. Both
 * options have the same list as their value.
 */
export function pairedOptions(format: Option, outputFile: Option, names: readonly string[]): readonly [Option, Option] {
  const asked: Asked = [];
  const parseFormat = (name: string): Asked => {
    if (!names.includes(name)) throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
    asked.push({ format: name });
    return asked;
  };
  const parseFile = (file: string): Asked => {
    asked.push({ file });
    return asked;
  };
  // `choices` for help and completion; the parser says what is wrong in the same words.
  return [format.choices([...names]).argParser(parseFormat), outputFile.argParser(parseFile)];
}

/** The reports that were asked for. @throws UserError (usage) when it is not clear which goes where. */
export function outputsOf(asked: Asked | undefined, usual: string): readonly Output[] {
  const given = asked ?? [];
  const formats = given.filter((a) => 'format' in a);
  const files = given.filter((a) => 'file' in a);
  // One of each: there is no doubt, in whichever order they stand.
  if (formats.length <= 1 && files.length <= 1) {
    return [{ format: formats[0]?.format ?? usual, file: files[0]?.file }];
  }
  const outputs: { format: string; file: string | undefined }[] = [];
  for (const one of given) {
    const last = outputs.at(-1);
    if ('format' in one) outputs.push({ format: one.format, file: undefined });
    else if (last && last.file === undefined) last.file = one.file;
    else {
      throw new UserError(
        `--output-file ${one.file} does not follow a --format of its own`,
        exitCode.usage,
        'write them in pairs: --format sarif --output-file findings.sarif --format text',
      );
    }
  }
  const toStdout = outputs.filter((o) => o.file === undefined);
  if (toStdout.length > 1) {
    throw new UserError(
      `${toStdout.map((o) => `--format ${o.format}`).join(' and ')} would both go to standard output`,
      exitCode.usage,
      'give all but one an --output-file',
    );
  }
  const seen = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    if (seen.has(file)) {
      throw new UserError(`two reports would be written to ${file}`, exitCode.usage, 'give each a file of its own');
    }
    seen.add(file);
  }
  return outputs;
}

/** Before anything is checked: a run of minutes must not end with nowhere to write. @throws UserError (io). */
export async function refuseUnwritable(outputs: readonly Output[], { files }: Ports): Promise<void> {
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const kind = await files.kindOf(file);
    if (kind === 'folder')
      throw new UserError(`${file} is a folder`, exitCode.io, 'name a file with --output-file FILE');
    if (kind === 'other') {
      throw new UserError(
        `${file} is a device or a pipe, not a file`,
        exitCode.io,
        'name a file with --output-file FILE',
      );
    }
  }
}
