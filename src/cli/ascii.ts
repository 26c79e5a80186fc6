/** The signs that drplan writes, for terminals that have none. Letters of the plan stay: a name is never rewritten. */
const signs: Readonly<Record<string, string>> = {
  '…': '...',
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '–': '-',
  '—': '-',
  '·': '|',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '§': 'sec. ',
  '│': '|',
  '─': '-',
  '├': '+',
  '└': '+',
  '✓': '[x]',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};

/** Padding behind a sign that has become wider gives way, so that columns stay below each other. */
const widened = new RegExp(`([${Object.keys(signs).join('')}])( *)`, 'g');

/** A text for people with `->`, `[x]` and `+--` instead of signs. */
export const asciiSigns = (text: string): string =>
  text.replace(widened, (_, sign: string, spaces: string) => {
    const word = signs[sign] ?? sign;
    return word + (spaces.length > 1 ? ' '.repeat(Math.max(1, spaces.length - word.length + 1)) : spaces);
  });

/** Whether somebody said that the terminal knows ASCII only; where nobody said anything, it is taken to know more. */
export function hasPlainLocale(env: Readonly<Record<string, string | undefined>>): boolean {
  const said = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return said === 'C' || said === 'POSIX';
}
