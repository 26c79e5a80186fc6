import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';

/** The page of a rule, everything known of an element, the meaning of a field. */
export const explain: CommandDefinition = {
  usage: 'explain',
  summary: 'a rule, an element of the plan, or a field of the plan language',
  define: (command) => {
    command
      .argument('[name]', 'the id of a rule or an element, or a field such as recovery.rto')
      .option('--all', 'every rule, as Markdown');
  },
  isForPrograms: (options) => options['all'] === true,
  run: async ([name], options, context) => {
    const { ports, global } = context;
    const [{ rulePage, rulesMarkdown, fieldPage }, { rules }, inventory] = await Promise.all([
      import('../../views/explain/pages.ts'),
      import('../../rules/index.ts'),
      import('../../inventory/index.ts'),
    ]);
    const width = Math.max(40, Math.min(ports.out.columns ?? 80, 100));
    if (options['all'] === true) {
      const { ruleOutput } = await import('../rule-output.ts');
      await ports.out.write(rulesMarkdown(rules, ruleOutput));
      return exitCode.ok;
    }
    if (name === undefined) {
      throw new UserError(
        'name a rule, an element or a field',
        exitCode.usage,
        'for instance: drplan explain reference-unknown',
      );
    }
    const rule = rules.find((r) => r.id === name || r.alsoKnownAs?.includes(name));
    if (rule) {
      await ports.out.write(rulePage(rule, width));
      return exitCode.ok;
    }
    const element = await elementPageOf(name, context, width);
    if (element !== undefined) {
      await ports.out.write(element);
      return exitCode.ok;
    }
    const field = inventory.describeField(name);
    if (field) {
      await ports.out.write(fieldPage(field, width));
      return exitCode.ok;
    }
    const { nearest } = await import('../../diagnostics/near.ts');
    const known = [
      ...rules.map((r) => r.id),
      ...inventory
        .allFields(inventory.collections)
        .map((f) => f.path.split('.').slice(-name.split('.').length).join('.')),
    ];
    const near = nearest(name, known);
    throw new UserError(
      `"${name}" is no rule, no field, and no element of the plan in ${global.plan}`,
      exitCode.usage,
      near === undefined ? 'rules: drplan explain --all' : `did you mean "${near}"?`,
    );
  },
};

/** The page of an element; undefined when there is no plan here or the plan has no such element. */
async function elementPageOf(
  name: string,
  context: Parameters<CommandDefinition['run']>[2],
  width: number,
): Promise<string | undefined> {
  const [{ loadPlan }, { analyse, locate }, { elementPage }] = await Promise.all([
    import('../load.ts'),
    import('../../pipeline.ts'),
    import('../../views/explain/element.ts'),
  ]);
  let loaded: Awaited<ReturnType<typeof loadPlan>>;
  try {
    loaded = await loadPlan(context);
  } catch (error) {
    // A rule or a field can be explained anywhere; that there is no plan here matters only if nothing else fits.
    if (error instanceof UserError) return undefined;
    throw error;
  }
  const element = loaded.reading.model.elements.get(name);
  if (!element) return undefined;
  const facts = analyse(loaded.reading, context.global.today);
  return elementPage(facts, element, width, (at) => `${at.file}:${locate(loaded.reading, at).line}`);
}
