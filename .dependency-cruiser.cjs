// The walls of the house, from one table: who may import whom, and why. Checked in CI; the comments are for whoever
// runs into one.

/** folder → what it may import from src/, and what the wall protects. */
const walls = {
  diagnostics: [[], 'The vocabulary of findings knows nobody: every stage speaks it.'],
  inventory: [
    ['diagnostics'],
    'The plan language is said once and knows no stage. Does it need the model? Then it is a rule.',
  ],
  source: [
    ['inventory', 'diagnostics'],
    'Reading knows text and shapes. What elements mean to each other is the model.',
  ],
  model: [['inventory', 'diagnostics'], 'Linking makes requirements. What follows from them is analysis.'],
  analysis: [
    ['model', 'inventory', 'diagnostics'],
    'A fact is derived from the model alone. Words, order and paper come later.',
  ],
  rules: [
    ['analysis', 'model', 'inventory', 'diagnostics'],
    'A rule judges facts. If it has to walk the graph, the fact is missing in analysis/.',
  ],
  coverage: [
    ['rules', 'analysis', 'model', 'inventory', 'diagnostics'],
    'Coverage holds the demands of texts against facts and findings. Whether a rule is right is decided in rules/.',
  ],
  recovery: [
    ['analysis', 'model', 'inventory', 'diagnostics'],
    'Recovery decides what comes first. How it is said belongs in views/ or binder/.',
  ],
  binder: [
    ['recovery', 'analysis', 'model', 'inventory', 'diagnostics'],
    'The binder says what stands on paper, without HTML.',
  ],
  paper: [[], 'The register of printed copies knows fingerprints, not plans: it can be read without one.'],
  render: [['binder', 'diagnostics'], 'Rendering turns a binder into HTML and pictures and knows nothing of plans.'],
  views: [
    ['coverage', 'paper', 'recovery', 'analysis', 'model', 'inventory', 'diagnostics'],
    'A view turns a result into text. What it shows is computed before.',
  ],
  baseline: [['diagnostics'], 'A baseline knows findings, not plans and not rules.'],
  reporters: [['diagnostics'], 'A reporter turns findings into text and knows no plan.'],
  importers: [
    ['inventory', 'diagnostics'],
    'An importer turns foreign text into plan text. Checking it is the job of validate.',
  ],
  adapters: [['ports', 'errors'], 'An adapter touches the world and knows nothing of plans.'],
};

const only = Object.entries(walls).map(([folder, [allowed, why]]) => ({
  name: `${folder}-only-imports-${allowed.length > 0 ? allowed.join('-') : 'itself'}`,
  comment: `${why} Either the line belongs elsewhere, or the wall must be moved on purpose, in this table.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [folder, ...allowed].map((name) => `^src/${name}(/|\\.ts$)`),
  },
}));

/** library → the only folders that know it. */
const libraries = {
  zod: ['inventory', 'source', 'views', 'reporters', 'binder'],
  'js-yaml': ['source'],
  handlebars: ['render'],
  '@viz-js/viz': ['render'],
  'puppeteer-core': ['adapters'],
  '@sparticuz/chromium': ['adapters'],
  commander: ['cli'],
  chalk: ['cli'],
  ora: ['cli'],
};

const known = Object.entries(libraries).map(([library, folders]) => ({
  name: `only-${folders.join('-')}-knows-${library.replace(/[^a-z]+/g, '-')}`,
  comment: `${library} is an implementation detail of ${folders.join(', ')}: a change of library must not reach further.`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map((f) => `^src/${f}/`) },
  to: { path: `node_modules/${library}/` },
}));

module.exports = {
  forbidden: [
    ...only,
    ...known,
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or the shared part belongs in a third, below both.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody can reach this file: take it into a registry, or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'only-the-edge-touches-node',
      comment: 'Disk, network, clock and processes live in adapters/ and cli/. Below them functions take values.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-run-makes-adapters',
      comment:
        'The real world is plugged in once, in cli/run.ts; everything else gets it as ports and can be tested without.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/|cli/run\\.ts$)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'nobody-imports-the-command-line',
      comment: 'The command line uses the program, never the other way round.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'source-does-not-import-tests',
      comment: 'What the program needs does not live in test/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no parser for other tools; swc reads the same files.
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
