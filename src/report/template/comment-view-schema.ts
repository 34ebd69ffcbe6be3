import * as z from 'zod';
import { VERDICTS } from '../../verdict/verdict.ts';
import { STATUSES } from '../outcome.ts';

/**
 * What templates of the comment see, ours and users' own: the manual's page on templates is made from it, and users'
 * templates are checked against it before anything is analysed.
 */

/** Words of a model or of whoever made it: escaped wherever they are written. */
const words = (description: string) => z.string().describe(description);

/** Markdown of our own making, in which nothing comes from a model: written as it is. */
const markdown = (description: string) => z.string().meta({ description, markdown: true });

const count = (description: string) => z.int().nonnegative().describe(description);
const yes = (description: string) => z.boolean().describe(description);
const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).readonly().describe(description);

const layer = z.strictObject({
  name: words('Name of the layer'),
  verdict: z.enum(VERDICTS).describe('Its verdict'),
  alpha: markdown('alpha, or a dash'),
  sigma: markdown('Standard error of alpha; empty where there is none'),
  delta: markdown('alpha less the baseline’s, signed, or a dash'),
  changed: yes(
    'Whether alpha is another than the baseline’s by more than two standard errors of the difference',
  ),
  trust: markdown(
    'How far alpha can be relied on: `none`, `low`, `medium`, `high`; a dash where nobody asked',
  ),
  distance: markdown('Kolmogorov-Smirnov distance between the law and the data, or a dash'),
  shape: markdown('Rows × columns, and how many matrices where there are several'),
  why: words(
    'Diagnosis and reasons, without what the other fields say; empty for a layer that simply passes',
  ),
});

const diagnosis = z.strictObject({
  title: markdown('Such as `Over-trained`'),
  meaning: markdown('What it means, one sentence'),
  remedies: list(markdown('One sentence'), 'What people do about it'),
  url: markdown('Where the manual has more'),
  names: list(words('Name of a layer'), 'The first layers that have it'),
  namesCut: count('How many more have it'),
});

const historyRow = z.strictObject({
  name: words('Name of the layer'),
  bars: markdown('A small bar for each run'),
  first: markdown('alpha in the first of them, or a dash'),
  last: markdown('alpha in the last, which is this one, or a dash'),
});

const skipped = z.strictObject({
  reason: words('Why they were not analysed'),
  names: list(words('Name of a tensor'), 'The first of them'),
  namesCut: count('How many more there are'),
});

const model = z.strictObject({
  name: words('What was analysed, as the reference says it'),
  status: z.enum(STATUSES).describe('Its verdict, or `error`'),
  headline: words('The verdict in a few words'),
  counts: words('How many layers have which verdict, and how many tensors were not analysed'),
  error: words('Why there is no report; empty where there is one'),
  untrustedRun: words('The run that computed the numbers, where nobody vouches for it; else empty'),
  compared: yes('Whether any of its layers is compared with a baseline'),
  worst: z
    .strictObject({
      name: words('Its name'),
      reasons: words('Why'),
      among: yes('Whether there are others'),
    })
    .nullable()
    .describe('The layer that shows best why the model is not simply fine; nothing where it is'),
  listed: list(
    layer,
    'Layers to look at: those that fail, warn or could not be judged, worst first, then those that changed; of a model of up to 12 layers the others too',
  ),
  listedCut: count('How many layers to look at did not fit'),
  listedTrust: yes('Whether any of `listed` has a trust label'),
  listedWhy: yes('Whether any of `listed` has a reason that does not stand in `worst` already'),
  diagnoses: list(diagnosis, 'What is wrong with layers'),
  diagnosisTitles: markdown('Their titles'),
  chart: markdown(
    'Alpha by depth as a Mermaid diagram, to be put between ` ```mermaid ` and ` ``` `; empty where there are too few layers',
  ),
  chartLegend: markdown('What its bars and lines are'),
  history: list(historyRow, 'Alpha of some layers over the last runs; empty where there is no earlier run'),
  historyRuns: count('How many runs that are, this one included'),
  folded: list(layer, 'The other layers, which pass, in the model’s order'),
  foldedCut: count('How many of them did not fit'),
  foldedTitle: words('How many there are; empty where there is none'),
  skipped: list(skipped, 'Tensors that were not analysed, by reason'),
  skippedCut: count('How many reasons did not fit'),
  skippedTitle: words('How many tensors were not analysed; empty where all were'),
  facts: list(words('A fact'), 'Mean alpha, baseline, format, size'),
  changedSettings: list(words('`key: default → value`'), 'Settings that are not the defaults'),
  settingsCut: count('How many more there are'),
});

export const commentViewSchema = z.strictObject({
  status: z.enum(STATUSES).describe('The worst verdict, or `error`'),
  headline: words('The whole in a few words'),
  several: yes('Whether there are several models'),
  analyzed: yes('Whether any could be analysed'),
  compared: yes('Whether any layer is compared with a baseline'),
  trusted: yes('Whether any layer in `listed` has a trust label'),
  models: list(model, 'The models, those that need attention first'),
  modelsCut: count('How many models did not fit'),
  proposed: list(
    words('`key: before → after`'),
    'What the pull request changes in its own gate; it takes effect once it is merged, and reviewers should see it',
  ),
  version: markdown('Of Alphagate'),
});

export type CommentView = z.infer<typeof commentViewSchema>;
export type CommentModel = CommentView['models'][number];
export type CommentLayer = CommentModel['listed'][number];
