/** The action's inputs that are not settings of a run, and its outputs. */

export interface DoorWord {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** Only where GitHub has to fill it in; every other default lives in the settings. */
  readonly default?: string;
}

export const MODEL_INPUT: DoorWord = {
  name: 'model',
  description:
    'What to analyse, one reference a line: a file, a directory or a glob of the workspace, `s3://bucket/key-or-prefix`, `https://host/path`, `artifact://NAME`, or `hf://organisation/name`. Not needed with `merge` and `publish`.',
};

export const REPORT_INPUT: DoorWord = {
  name: 'report',
  description:
    'With `merge` and `publish`: the JSON reports to take over, one reference a line, as for `model`; of a directory all that end in `.json`.',
};

export const CONFIG_INPUT: DoorWord = {
  name: 'config',
  description: 'Configuration file; by default `.alphagate.yml`, where there is one.',
};

export const ANALYSIS_INPUT: DoorWord = {
  name: 'analysis',
  description: 'YAML of analysis settings, as a configuration file has them under `analysis`.',
};

export const OUTPUTS: readonly DoorWord[] = [
  {
    name: 'verdict',
    description:
      '`pass`, `warn`, `fail` or `inconclusive`; of several models the worst. Empty with mode `analyze`.',
  },
  { name: 'passed', description: '`true` when the check is green.' },
  { name: 'min-alpha', description: 'The smallest alpha; empty where no layer has one.' },
  { name: 'min-alpha-layer', description: 'The layer that has it.' },
  { name: 'mean-alpha', description: 'Mean alpha over the layers that have one.' },
  {
    name: 'failed-layers',
    description:
      'JSON list of the layers that fail, each with `name`, `alpha` and `threshold`; the worst first, and no more than a runner takes.',
  },
  { name: 'layers-analyzed', description: 'How many layers were analysed.' },
  { name: 'report-json', description: 'Path of the report as JSON.' },
  { name: 'report-html', description: 'Path of the report as one page of HTML, with plots of every layer.' },
  { name: 'report-markdown', description: 'Path of the report as Markdown.' },
  { name: 'report-csv', description: 'Path of the layers as CSV.' },
  { name: 'report-sarif', description: 'Path of the report as SARIF, for code scanning.' },
  { name: 'comment-id', description: 'Id of the comment on the pull request.' },
  { name: 'comment-url', description: 'Address of that comment.' },
  {
    name: 'comment-status',
    description:
      '`created`, `updated`, `unchanged`, `skipped` or `failed`; a failed comment never fails the check.',
  },
];
