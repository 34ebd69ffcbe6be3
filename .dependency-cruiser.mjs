// Data flows one way: a stage may import the stages before it, never those after it.
const STAGES = ['sources', 'formats', 'layers', 'spectrum', 'metrics', 'verdict', 'report', 'publish'];
const PURE = ['formats', 'layers', 'spectrum', 'metrics', 'verdict', 'report', 'settings'];

const forward = STAGES.slice(0, -1).map((stage, index) => ({
  name: `${stage}-imports-only-earlier-stages`,
  comment: 'A stage that needs something from a later one is missing a port.',
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(${STAGES.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...forward,
    {
      name: 'stages-know-no-door',
      comment: 'Only doors know doors and the pipeline.',
      severity: 'error',
      from: { path: `^src/(${STAGES.join('|')}|settings)/` },
      to: { path: '^src/(entry|pipeline)' },
    },
    {
      name: 'pure-stages-do-no-io',
      comment: 'Between sources and publish everything runs anywhere, in a worker thread too.',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-stages-know-no-sdk',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { path: 'node_modules/(@actions|@aws-sdk|@octokit)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/spectrum/kernels/' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
