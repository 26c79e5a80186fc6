/** The words of `--with`. */
export const whatIf = 'lay these plan files over the plan: what if it were so? null takes away';

/** The files of `--with`. */
export const filesOf = (options: Readonly<Record<string, unknown>>): readonly string[] =>
  (options['with'] as readonly string[] | undefined) ?? [];
