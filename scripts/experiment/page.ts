import { table } from '../../bench/table.ts';
import {
  type Fall,
  findingsOf,
  firstAlpha,
  type Series,
  type SeriesFindings,
  seriesOf,
} from './conclusions.ts';
import { PUBLISHED_FIGURES } from './published-figures.ts';
import type { Result } from './results.ts';
import { EVERY_LAYER, LONG, PUBLISHED, RANDOM_LABELS } from './setups.ts';

export interface PageOptions {
  /** What it took, in words; undefined where that would make two runs differ. */
  readonly cost?: string;
  /** Names of the pictures that lie beside the page, by what they show. */
  readonly charts: ReadonlyMap<string, string>;
}

/** `docs/experiment.md`. */
export function experimentPage(results: readonly Result[], { cost, charts }: PageOptions): string {
  const of = (id: string) => results.filter(({ run }) => run.setup.id === id);
  const everyLayer = seriesOf(of(EVERY_LAYER.id));
  const published = seriesOf(of(PUBLISHED.id));
  return `${[
    '# Does alpha see over-training?',
    [
      'Made by `npm run experiment`: it trains every network on this page in Node, bit for bit the same each time, has Alphagate',
      'analyse every checkpoint, and computes every number and every sentence under "What this run shows".',
      ...(cost === undefined ? [] : [cost]),
    ].join('\n'),
    [
      'A perceptron 784-300-100-10 with ReLU learns MNIST by plain stochastic gradient descent, in smaller and smaller batches. The claim: as',
      'test accuracy rises, the alpha of the first layer falls; and when test accuracy drops, alpha is below 2.',
    ].join('\n'),
    '## What this run shows',
    [
      ...conclusions('All layers learn', everyLayer),
      ...conclusions('Only the first layer learns', published),
    ].join('\n'),
    '## All layers learn',
    [
      `The first ${EVERY_LAYER.images} training images, learning rate ${EVERY_LAYER.learningRate}, ${EVERY_LAYER.stop.mostEpochs} epochs, PyTorch's initial weights.`,
      'Beside it what PyTorch and WeightWatcher 0.7.7 gave with one seed of their own.',
    ].join('\n'),
    picture(charts, 'every-layer'),
    batchTable(everyLayer, PUBLISHED_FIGURES.everyLayer),
    '## Only the first layer learns',
    [
      `As published: the first ${PUBLISHED.images} training images, learning rate ${PUBLISHED.learningRate}, Glorot's initial weights, until the training loss has not`,
      `fallen by ${PUBLISHED.stop.patience?.by} for ${PUBLISHED.stop.patience?.epochs} epochs, ${PUBLISHED.stop.mostEpochs} epochs at most; the best weights count. Beside it the published figures (TensorFlow 2.8,`,
      'WeightWatcher 0.5.6, read off plots).',
    ].join('\n'),
    picture(charts, 'published'),
    batchTable(published, PUBLISHED_FIGURES.published),
    untrainedLayers(of(PUBLISHED.id)),
    '## Random labels',
    [
      `As under "All layers learn", but for ${RANDOM_LABELS.stop.mostEpochs} epochs and with a share of the training labels drawn at random. Test accuracy is that on`,
      'right labels; accuracy on the training images counts the random labels as right.',
    ].join('\n'),
    caseTable(of(RANDOM_LABELS.id), ['random labels', ({ run }) => percent(run.randomLabels, 0)]),
    '## Long after everything is learned',
    `As under "All layers learn", but in batches of 2 and for ${LONG.stop.mostEpochs} epochs; every row is a checkpoint.`,
    picture(charts, 'long'),
    longTable(of(LONG.id)),
    '## Every training',
    everyTraining(results),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** Sentences that are computed from the trainings. */
function conclusions(title: string, series: readonly Series[]): string[] {
  const findings = series.map(findingsOf);
  const correlations = findings.map(({ correlation }) => correlation).filter((value) => !Number.isNaN(value));
  const falls = findings.flatMap((finding) => finding.fallen.map((fall) => ({ ...fall, finding })));
  const seen = falls.filter(({ alpha }) => alpha !== null && alpha < 2);
  const missed = falls.filter((fall) => !seen.includes(fall));
  const early = series.flatMap(({ results }, index) => lowBeforeTheFall(results, findings[index]!));
  return [
    `- **${title}**, ${series.length} seeds. Up to the best test accuracy, alpha of the first layer and test accuracy have a rank correlation of ${list(correlations.map((value) => value.toFixed(2)))}: ${correlations.every((value) => value < 0) ? 'with every seed, alpha falls as accuracy rises' : 'not with every seed does alpha fall as accuracy rises'}.`,
    falls.length === 0
      ? '- Test accuracy did not fall by more than chance in any of these trainings.'
      : `- Test accuracy fell by more than chance in ${falls.length} trainings, and alpha was below 2 in ${seen.length} of them${missed.length === 0 ? '' : `; not in ${list(missed.map(({ result, alpha }) => `${result.run.id} (${number(alpha)})`))}`}.`,
    ...(falls.length === 0 ? [] : [explained(falls)]),
    early.length === 0
      ? '- No training without a fall has an alpha below 2.'
      : `- Below 2 without a fall of test accuracy: ${list(early.map((result) => `${result.run.id} (${number(firstAlpha(result))})`))}.`,
  ];
}

/** Trainings whose alpha is below 2 though their test accuracy is not lower than the best by more than chance. */
function lowBeforeTheFall(results: readonly Result[], { fallen }: SeriesFindings): Result[] {
  const down = new Set(fallen.map(({ result }) => result));
  return results.filter((result) => !down.has(result) && (firstAlpha(result) ?? Infinity) < 2);
}

/** How much of the loss on test images is a loss on the training images too: not over-training, but worse training. */
function explained(falls: readonly Fall[]): string {
  const test = mean(falls.map(({ testLoss }) => testLoss));
  const train = mean(falls.map(({ trainLoss }) => trainLoss));
  return `- Where test accuracy fell, it fell by ${points(test)} points on average, and accuracy on the training images by ${points(train)}: ${percent(Math.min(1, Math.max(0, train / test)), 0)} of the fall is a worse fit of the training images themselves.`;
}

function batchTable(
  series: readonly Series[],
  reference: ReadonlyMap<number, readonly [number, number]>,
): string {
  const head = [
    'batch size',
    'test accuracy',
    'training accuracy',
    'epochs',
    'alpha, 784×300',
    'alpha, 300×100',
  ];
  const batches = Map.groupBy(
    series.flatMap(({ results }) => results),
    ({ run }) => run.batchSize,
  );
  const rows = [...batches].map(([batchSize, results]) => {
    const [accuracy, alpha] = reference.get(batchSize) ?? [];
    return [
      `${batchSize}`,
      spread(
        results.map(({ testAccuracy }) => 100 * testAccuracy),
        2,
        ' %',
      ),
      spread(
        results.map(({ trainAccuracy }) => 100 * trainAccuracy),
        2,
        ' %',
      ),
      range(results.map(({ chosen }) => chosen)),
      spread(
        results.map((result) => firstAlpha(result) ?? Number.NaN),
        2,
      ),
      spread(
        results.map(({ layers }) => layers[1]?.alpha ?? Number.NaN),
        2,
      ),
      accuracy === undefined ? '' : `${(100 * accuracy).toFixed(2)} %`,
      alpha === undefined ? '' : alpha.toFixed(2),
    ];
  });
  return table([...head, 'reference: accuracy', 'reference: alpha'], rows);
}

/** The layers that never learned anything are judged too. */
function untrainedLayers(results: readonly Result[]): string {
  const bySeed = new Map(results.map(({ run, layers }) => [run.seed, layers]));
  const second = [...bySeed.values()].map((layers) => layers[1]);
  if (second.some((layer) => layer === undefined)) return '';
  const below = second.filter((layer) => (layer!.alpha ?? Infinity) < 6).length;
  return [
    `The second layer, 300×100, has its initial random weights in all of these networks, and an alpha of ${list(second.map((layer) => number(layer!.alpha)))}`,
    `(one for each seed; published: 2.32, which the rule calls well trained). ${below} of ${second.length} are below 6. Alpha alone does not tell a small random`,
    `matrix from a trained one; the trust label of these is ${list([...new Set(second.map((layer) => layer!.trust ?? 'none'))])}.`,
  ].join('\n');
}

function caseTable(
  results: readonly Result[],
  [title, cell]: readonly [string, (result: Result) => string],
): string {
  const head = [title, 'seed', 'test accuracy', 'training accuracy', 'alpha, 784×300', 'trust', 'verdict'];
  return table(
    head,
    results.map((result) => [
      cell(result),
      `${result.run.seed}`,
      percent(result.testAccuracy, 2),
      percent(result.trainAccuracy, 2),
      interval(result),
      result.layers[0]?.trust ?? '',
      result.layers[0]?.verdict ?? '',
    ]),
  );
}

function longTable(results: readonly Result[]): string {
  const last = LONG.stop.mostEpochs;
  const shown = [1, 2, 5, 10, 15, 30, 60, 90, last].filter(
    (epoch) => epoch < (results[0]?.epochs.length ?? 0),
  );
  const head = [
    'epoch',
    ...results.flatMap(({ run }) => [`seed ${run.seed}: test accuracy`, 'alpha, 784×300']),
  ];
  return table(
    head,
    shown.map((epoch) => [
      `${epoch}`,
      ...results.flatMap(({ epochs }) => [
        percent(epochs[epoch]!.testAccuracy, 2),
        number(epochs[epoch]!.alphas[0] ?? null),
      ]),
    ]),
  );
}

function everyTraining(results: readonly Result[]): string {
  const head = [
    'training',
    'epoch',
    'test accuracy',
    'training accuracy',
    'alpha, 784×300',
    'trust',
    'sha256',
  ];
  return table(
    head,
    results.map((result) => [
      result.run.id,
      `${result.chosen}`,
      percent(result.testAccuracy, 2),
      percent(result.trainAccuracy, 2),
      interval(result),
      result.layers[0]?.trust ?? '',
      `\`${result.sha256.slice(0, 16)}\``,
    ]),
  );
}

function picture(charts: ReadonlyMap<string, string>, what: string): string {
  const file = charts.get(what);
  return file === undefined ? '' : `![${what}](${file})`;
}

function interval({ layers }: Result): string {
  const [first] = layers;
  return first?.alpha == null ? '' : `${first.alpha.toFixed(3)} ± ${first.sigma?.toFixed(3)}`;
}

/** Mean and sample standard deviation. */
function spread(values: readonly number[], digits: number, unit = ''): string {
  const average = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1);
  const deviation = values.length > 1 ? ` ± ${Math.sqrt(variance).toFixed(digits)}` : '';
  return `${average.toFixed(digits)}${deviation}${unit}`;
}

function range(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}` : `${least}–${most}`;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const number = (value: number | null) => (value === null ? 'none' : value.toFixed(2));
const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;
const points = (share: number) => (100 * share).toFixed(1);
const list = (items: readonly string[]) => items.join(', ');
