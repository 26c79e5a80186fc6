/** Text for man: what roff would take for a command or an escape is written so that it is shown. */
export const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('…', '...')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

/** Bold, as commands and options are. */
export const bold = (text: string): string => `\\fB${roff(text)}\\fR`;

/** Italic, as what the reader puts in. */
export const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/** `--failed <id...>` with its option bold and its value italic. */
export const flags = (text: string): string =>
  text
    .split(/([<[][^\]>]+[\]>])/)
    .map((part, i) => (i % 2 === 1 ? italic(part.replace(/^<(.*)>$/, '$1')) : part === '' ? '' : bold(part)))
    .join('');

/** A paragraph with a tag that hangs out. */
export const tagged = (tag: string, text: string): string => `.TP\n${tag}\n${roff(text)}`;
