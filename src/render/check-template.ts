import Handlebars from 'handlebars';

/** A JSON Schema as far as the views of templates use it. */
export interface ViewSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ViewSchema>>;
  readonly items?: ViewSchema;
  /** Made by drplan and complete in itself: the only text that may be printed as it stands. */
  readonly drawing?: boolean;
}

/** Something a template names that the view does not have, or uses in a way that would print nothing or too much. */
export interface TemplateProblem {
  readonly file: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  /** Names that would have been there. */
  readonly names: readonly string[];
}

interface Scope {
  readonly view: ViewSchema;
  readonly above: Scope | undefined;
  /** `each` alone has `@index`, `@first`, `@last`. */
  readonly inLoop: boolean;
}

interface Walk {
  readonly partials: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly root: ViewSchema;
  readonly problems: TemplateProblem[];
  /** Partials that are being looked into: one that includes itself is looked into once. */
  readonly open: ReadonlySet<string>;
  readonly file: string;
}

const loopData = new Set(['index', 'first', 'last', 'key']);

const anything: ViewSchema = {};

function report(walk: Walk, node: hbs.AST.Node, message: string, names: readonly string[] = []): void {
  const { line, column } = node.loc.start;
  walk.problems.push({ file: walk.file, line, column: column + 1, message, names });
}

function scopeAbove(scope: Scope, depth: number): Scope | undefined {
  let at: Scope | undefined = scope;
  for (let i = 0; i < depth && at; i++) at = at.above;
  return at;
}

/** What a path stands for; undefined once the problem is reported. */
function viewOf(path: hbs.AST.PathExpression, scope: Scope, walk: Walk): ViewSchema | undefined {
  const parts = path.parts.map(String);
  let view: ViewSchema | undefined = scope.view;
  if (path.data) {
    const [name = ''] = parts;
    if (name === 'root') {
      view = walk.root;
      parts.shift();
    } else if (scope.inLoop && loopData.has(name)) return anything;
    else {
      report(walk, path, `{{${path.original}}}: @${name} is not known here`, [
        'root',
        ...(scope.inLoop ? loopData : []),
      ]);
      return undefined;
    }
  } else {
    const above = scopeAbove(scope, path.depth);
    if (!above) {
      report(walk, path, `{{${path.original}}} goes further up than there is`);
      return undefined;
    }
    view = above.view;
  }
  for (const part of parts) {
    if (view === anything) return anything;
    const next: ViewSchema | undefined = view?.properties?.[part];
    if (!next) {
      report(walk, path, `{{${path.original}}}: there is no "${part}" here`, Object.keys(view?.properties ?? {}));
      return undefined;
    }
    view = next;
  }
  return view;
}

const isPath = (node: hbs.AST.Node | undefined): node is hbs.AST.PathExpression => node?.type === 'PathExpression';

function expression(node: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void {
  if (!isPath(node.path)) return;
  if (node.params.length > 0) {
    report(walk, node, `{{${node.path.original} …}}: there is no helper of this name`, [
      'each',
      'if',
      'unless',
      'with',
    ]);
    return;
  }
  const view = viewOf(node.path, scope, walk);
  if (!view) return;
  if (view.type === 'object' || view.type === 'array') {
    const how = view.type === 'array' ? 'is a list: go through it with {{#each}}' : 'has fields: name one of them';
    report(walk, node, `{{${node.path.original}}} ${how}`, Object.keys(view.properties ?? {}));
  }
  if (!node.escaped && view.drawing !== true) {
    report(walk, node, `{{{${node.path.original}}}} would print what stands in the plan as HTML: write two braces`);
  }
}

function block(node: hbs.AST.BlockStatement, scope: Scope, walk: Walk): void {
  const name = node.path.original;
  const [given] = node.params;
  const inside = (program: hbs.AST.Program | undefined, own: Scope): void => program && statements(program, own, walk);
  if (!isPath(given) || !['each', 'if', 'unless', 'with'].includes(String(name))) {
    report(walk, node, `{{#${name}}} is no block that templates have`, ['each', 'if', 'unless', 'with']);
    return;
  }
  const view = viewOf(given, scope, walk);
  if (name === 'if' || name === 'unless') inside(node.program, scope);
  else if (view) {
    const item = name === 'each' ? (view === anything ? anything : view.items) : view;
    if (!item) report(walk, node, `{{#each ${given.original}}}: it is no list`);
    else inside(node.program, { view: item, above: scope, inLoop: name === 'each' });
  }
  inside(node.inverse, scope);
}

function partial(node: hbs.AST.PartialStatement, scope: Scope, walk: Walk): void {
  if (!isPath(node.name)) {
    report(walk, node, 'a partial is named by a plain word');
    return;
  }
  const name = node.name.original;
  const source = walk.partials[name];
  if (source === undefined) {
    report(walk, node, `{{> ${name}}}: there is no partial of this name`, Object.keys(walk.partials));
    return;
  }
  const [given] = node.params;
  const view = isPath(given) ? viewOf(given, scope, walk) : scope.view;
  if (!view || walk.open.has(name)) return;
  look(source, view, {
    ...walk,
    open: new Set([...walk.open, name]),
    file: fileOf(walk.sources, `partials/${name}.hbs`),
  });
}

function statements(program: hbs.AST.Program, scope: Scope, walk: Walk): void {
  for (const node of program.body) {
    if (node.type === 'MustacheStatement') expression(node as hbs.AST.MustacheStatement, scope, walk);
    else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scope, walk);
    else if (node.type === 'PartialStatement') partial(node as hbs.AST.PartialStatement, scope, walk);
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
      report(
        walk,
        node,
        'templates have expressions, {{#each}}, {{#if}}, {{#unless}}, {{#with}} and {{> partials}} only',
      );
    }
  }
}

const fileOf = (sources: Readonly<Record<string, string>>, path: string): string => sources[path] ?? path;

function look(source: string, view: ViewSchema, walk: Walk): void {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    const last = message.split('\n').at(-1) ?? message;
    walk.problems.push({ file: walk.file, line, column: 1, message: `it cannot be read: ${last}`, names: [] });
    return;
  }
  statements(program, { view, above: undefined, inLoop: false }, walk);
}

/**
 * Holds a template against the schema of its views, also where this plan's binder would not come by: what a template
 * names must be there on every plan. Each problem once, in the order of files and lines.
 */
export function checkTemplate(
  files: {
    readonly template: string;
    readonly partials: Readonly<Record<string, string>>;
    readonly sources: Readonly<Record<string, string>>;
  },
  schema: ViewSchema,
): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const { partials, sources } = files;
  const common = { partials, sources, problems, open: new Set<string>() };
  const frame = schema.properties?.['template'] ?? anything;
  look(files.template, frame, { ...common, root: frame, file: fileOf(sources, 'template.hbs') });
  const views = schema.properties?.['partials']?.properties ?? {};
  for (const [name, view] of Object.entries(views)) {
    const source = partials[name];
    if (source !== undefined) {
      look(source, view, {
        ...common,
        root: view,
        open: new Set([name]),
        file: fileOf(sources, `partials/${name}.hbs`),
      });
    }
  }
  const seen = new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column}: ${p.message}`, p]));
  return [...seen.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
