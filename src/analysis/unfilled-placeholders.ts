import type { Element, Model } from '../model/model.ts';
import { fillIn } from '../model/placeholders.ts';
import { osFamily } from './os-variants.ts';
import type { ProcedureUses } from './procedure-uses.ts';

/** `{vmId}` in a procedure that is done to an element which has no such field. */
export interface UnfilledPlaceholder {
  readonly procedure: Element<'procedure'>;
  /** The name between the braces. */
  readonly name: string;
  /** Where it is first used, from the procedure. */
  readonly path: readonly (string | number)[];
  /** The elements that do not say it, sorted. */
  readonly elements: readonly string[];
}

type Step = NonNullable<Element<'procedure'>['data']['steps']>[number];

const fields = ['do', 'command', 'expect', 'ifFails'] as const;

/** The names that stay in braces when the text is filled in; `${HOME}` belongs to the command itself. */
function unfilled(text: string, element: Element): readonly string[] {
  return [...fillIn(text, element).matchAll(/(?<!\$)\{([A-Za-z]+)\}/g)].map((match) => match[1] as string);
}

/** The steps that are done to an element: those for its operating system, else the usual ones; each with its path. */
function* stepsFor({ data }: Element<'procedure'>, element: Element): Generator<readonly [Step, (string | number)[]]> {
  const { os } = element.data as { os?: string };
  const variant = data.variants?.findIndex((v) => os !== undefined && osFamily(v.os) === osFamily(os)) ?? -1;
  const [steps, path] =
    variant === -1 ? [data.steps ?? [], []] : [data.variants?.[variant]?.steps ?? [], ['variants', variant]];
  for (const [i, step] of steps.entries()) yield [step, [...path, 'steps', i]];
}

/** Every name in braces that some element cannot fill in, by procedure and in the order of its steps. */
export function unfilledPlaceholders(model: Model, uses: ProcedureUses): readonly UnfilledPlaceholder[] {
  return model.of('procedure').flatMap((procedure) => {
    const found = new Map<string, { path: readonly (string | number)[]; elements: Set<string> }>();
    for (const id of new Set(uses.of(procedure.id).map((use) => use.element))) {
      const element = model.elements.get(id);
      if (!element) continue;
      for (const [step, path] of stepsFor(procedure, element)) {
        for (const field of fields) {
          for (const name of unfilled(step[field] ?? '', element)) {
            const known = found.get(name) ?? { path: [...path, field], elements: new Set() };
            known.elements.add(id);
            found.set(name, known);
          }
        }
      }
    }
    return [...found].map(([name, { path, elements }]) => ({ procedure, name, path, elements: [...elements].sort() }));
  });
}
