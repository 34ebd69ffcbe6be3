import * as z from 'zod';
import { MAX_RUNS_OF_MODEL } from '../../limits.ts';
import { printableReference } from '../../sources/reference.ts';
import { choice, parseNumber, setting, text, yesOrNo } from '../kinds.ts';

/** Settings of where reports go and what they show. */
export const REPORT = {
  comment: choice(
    {
      input: 'comment',
      key: 'comment',
      description:
        'When to comment on the pull request. With `failure`, a comment that exists is still brought up to date; with `changes`, only when the verdict of the model or of a layer is another than in the comment before, or else in the baseline.',
    },
    ['always', 'changes', 'failure', 'never'],
    'always',
  ),
  repost: yesOrNo(
    {
      input: 'repost',
      key: 'repost',
      description:
        'When the verdict turns, put a new comment in the place of the old one: GitHub notifies nobody of an edited comment.',
    },
    false,
  ),
  commitStatus: yesOrNo(
    {
      input: 'commit-status',
      key: 'commit-status',
      description:
        'Also set a commit status on the head of the pull request, where the check itself is not shown, as after `workflow_run`; needs `statuses: write`.',
    },
    false,
  ),
  checkRun: yesOrNo(
    {
      input: 'check-run',
      key: 'check-run',
      description:
        'Also make a check run on the head of the pull request, which shows the report; needs `checks: write`. GitHub lists it below a workflow of its own choice.',
    },
    false,
  ),
  artifactName: text(
    {
      input: 'artifact-name',
      description: 'Upload the report (JSON, Markdown, CSV, SARIF) as a workflow artifact of this name.',
    },
    'NAME',
  ),
  annotations: yesOrNo(
    {
      input: 'annotations',
      key: 'annotations',
      description: 'Annotate the run with the layers that fail or warn.',
    },
    true,
  ),
  template: text(
    {
      input: 'template',
      option: 'template',
      key: 'template',
      description:
        'A Handlebars file by which the report is written as Markdown: the comment, the job summary, the file. A pull request’s is taken from the commit that it is based on. See docs/templates.md.',
    },
    'FILE',
  ),
  reportKey: text(
    {
      input: 'report-key',
      option: 'report-key',
      description:
        'Tells the comments of several checks on one pull request apart; by default workflow and job.',
    },
    'TEXT',
  ),
  prNumber: setting<number | null>({
    input: 'pr-number',
    option: 'pr-number',
    schema: z.int().positive().nullable(),
    parse: parseNumber,
    expects: 'the number of a pull request',
    default: null,
    placeholder: 'NUMBER',
    description: 'The pull request to comment on; by default the one that triggered the run.',
  }),
  githubToken: text(
    {
      input: 'github-token',
      description:
        'Posts the comment, which needs `pull-requests: write`, and reads artifacts, which needs `actions: read`.',
    },
    'TOKEN',
  ),
  history: {
    ...text(
      {
        input: 'history',
        option: 'history',
        key: 'history',
        description:
          'Where runs are recorded, so that reports show each layer’s alpha over the last of them: a JSON file, `s3://bucket/key`, or `artifact://NAME?commit={base-sha}`, a chain of artifacts. See docs/history.md.',
      },
      'REFERENCE',
    ),
    printable: printableReference,
  },
  historyRuns: setting<number>({
    input: 'history-runs',
    option: 'history-runs',
    key: 'history-runs',
    schema: z.int().min(1).max(MAX_RUNS_OF_MODEL),
    parse: parseNumber,
    expects: `a whole number from 1 to ${MAX_RUNS_OF_MODEL}`,
    default: 20,
    placeholder: 'COUNT',
    description: 'How many runs of a model the history keeps and reports show.',
  }),
  historyWrite: choice(
    {
      input: 'history-write',
      option: 'history-write',
      key: 'history-write',
      description:
        'Who adds to the history. With `auto`, runs of the action on the default branch, and every run of the command line; with `never`, this run only reads it.',
    },
    ['auto', 'never'],
    'auto',
  ),
};
