/** How words stand out; the identity where there is no colour. */
export interface Painter {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const same = (text: string): string => text;
const plain: Painter = { error: same, warning: same, info: same, bold: same, dim: same };

/** chalk where colour is wanted, loaded only then. */
export async function painter(colour: boolean): Promise<Painter> {
  if (!colour) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: (t) => chalk.red.bold(t),
    warning: (t) => chalk.yellow.bold(t),
    info: (t) => chalk.cyan.bold(t),
    bold: (t) => chalk.bold(t),
    dim: (t) => chalk.dim(t),
  };
}
