/**
 * The value of a word as it stands on a command line: without its quotes and backslashes, `~/` and `$NAME` replaced
 * outside single quotes. Nothing is ever run: a word with `$(…)` keeps it as it stands. A quote may still be open.
 */
export function unquote(word: string, env: Readonly<Record<string, string | undefined>>): string {
  let text = '';
  let quote = '';
  const home = env['HOME'];
  const start = home !== undefined && (word === '~' || word.startsWith('~/')) ? 1 : 0;
  if (start === 1) text = home ?? '';
  for (let i = start; i < word.length; i++) {
    const char = word[i] as string;
    if (quote === "'") {
      if (char === "'") quote = '';
      else text += char;
    } else if (char === '\\' && i + 1 < word.length) {
      const next = word[++i] as string;
      text += quote === '"' && !'"\\$`'.includes(next) ? `\\${next}` : next;
    } else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === '$') {
      const name = /^\$(?:\{(\w+)\}|([A-Za-z_]\w*))/.exec(word.slice(i));
      const value = name ? env[name[1] ?? name[2] ?? ''] : undefined;
      text += value ?? char;
      if (name && value !== undefined) i += name[0].length - 1;
    } else text += char;
  }
  return text;
}
