import { exitCode, UserError } from '../errors.ts';

const backspaces = new Set(['\u007f', '\b']);

/** A line as far as it was typed. */
export interface Typed {
  readonly text: string;
  readonly done: boolean;
  /** What was typed behind the end of the line: the answer to the next question, given early. */
  readonly ahead: string;
}

/** What was typed after some more keys. @throws UserError (usage) when it was given up. */
export function typed(before: string, keys: string): Typed {
  let text = before;
  for (const [i, char] of [...keys].entries()) {
    if (char === '\r' || char === '\n') return { text, done: true, ahead: [...keys].slice(i + 1).join('') };
    // Ctrl-C and Ctrl-D: nobody wants to go on.
    if (char === '\u0003' || char === '\u0004') throw new UserError('no password was given', exitCode.usage);
    if (backspaces.has(char)) text = [...text].slice(0, -1).join('');
    else if (char >= ' ') text += char;
  }
  return { text, done: false, ahead: '' };
}

let typedAhead = '';

/**
 * Asks for a password on the terminal, without showing it.
 * @throws UserError (usage) when there is no terminal to ask on, or the question was given up
 */
export async function askPassword(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new UserError(
      'there is no terminal to ask for the password on',
      exitCode.usage,
      'name a file that holds it with --password-file FILE',
    );
  }
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  try {
    return await new Promise<string>((resolve, reject) => {
      let text = '';
      const onKey = (key: string): void => {
        try {
          const next = typed(text, key);
          text = next.text;
          if (!next.done) return;
          typedAhead = next.ahead;
          resolve(text);
        } catch (error) {
          reject(error);
        }
        stdin.off('data', onKey);
      };
      stdin.on('data', onKey);
      stdin.once('error', reject);
      stdin.resume();
      const early = typedAhead;
      typedAhead = '';
      if (early !== '') onKey(early);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
