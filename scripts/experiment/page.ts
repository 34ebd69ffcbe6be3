import type { Run, Setup } from '../training/run.ts';
import type { Chart } from './chart-svg.ts';
import { accuracyChart, epochChart } from './charts.ts';
import { seriesOf } from './conclusions.ts';
import { count, list, percent } from './number-format.ts';
import { PUBLISHED_FIGURES } from './published-figures.ts';
import type { Result } from './results.ts';
import { claimSentences, longSentences, randomLabelSentences, untrainedSentences } from './sentences.ts';
import { EVERY_LAYER, LONG, PUBLISHED, RANDOM_LABELS } from './setups.ts';
import type { Experiment } from './stored-experiment.ts';
import { batchTable, longTable, randomLabelTable, seedTable, trainingsTable } from './tables.ts';

/** The folder of the charts and the results, beside the page. */
export const BESIDE = 'experiment';

/** `docs/experiment.md`. */
export function experimentPage({ results, cost }: Experiment, runs: readonly Run[]): string {
  const everyLayer = seriesOf(of(EVERY_LAYER, results));
  const published = seriesOf(of(PUBLISHED, results));
  const pictures = (setup: Setup) =>
    ['accuracy', 'epochs']
      .map((kind) => `${setup.id}-${kind}`)
      .flatMap((name) => {
        const chart = charts(results).get(name);
        return chart === undefined ? [] : [`![${chart.description}](${BESIDE}/${name}.svg)`];
      })
      .join('\n\n');
  return `${[
    '# Does alpha see over-training?',
    [
      'Made by `npm run experiment`: it trains every network on this page in Node, bit for bit the same each time, has Alphagate',
      'analyse the checkpoint of every epoch, and computes every number and every sentence below "What this run shows". All results, with',
      `the course of each training, are in [${BESIDE}/results.json](${BESIDE}/results.json).`,
      ...(cost === undefined ? [] : [cost]),
    ].join('\n'),
    unfinished(results, runs),
    [
      'A perceptron 784-300-100-10 with ReLU learns MNIST by plain stochastic gradient descent, in smaller and smaller batches. The claim: as',
      'test accuracy rises, the alpha of the first layer falls; and when test accuracy drops, alpha is below 2.',
    ].join('\n'),
    '## What this run shows',
    [
      ...claimSentences('All layers learn', everyLayer),
      ...claimSentences('Only the first layer learns', published),
    ].join('\n'),
    '"By more than chance" is by more than two standard errors of the difference of two shares of 10,000 images.',
    '## All layers learn',
    [
      `The first ${EVERY_LAYER.images} training images, learning rate ${EVERY_LAYER.learningRate}, ${EVERY_LAYER.stop.mostEpochs} epochs, PyTorch's way to draw initial weights.`,
      'The reference is what PyTorch and WeightWatcher 0.7.7 gave with one seed of their own. Mean and standard deviation over the seeds:',
    ].join('\n'),
    batchTable(everyLayer, PUBLISHED_FIGURES.everyLayer),
    'Each seed, test accuracy and alpha of the first layer:',
    seedTable(everyLayer),
    pictures(EVERY_LAYER),
    '## Only the first layer learns',
    [
      `As published: the first ${PUBLISHED.images} training images, learning rate ${PUBLISHED.learningRate}, Glorot's initial weights, until the training loss has not`,
      `fallen by ${PUBLISHED.stop.patience?.by} for ${PUBLISHED.stop.patience?.epochs} epochs, ${PUBLISHED.stop.mostEpochs} epochs at most; the best weights count. The reference is the published figures`,
      '(TensorFlow 2.8, WeightWatcher 0.5.6, read off plots).',
    ].join('\n'),
    batchTable(published, PUBLISHED_FIGURES.published),
    'Each seed, test accuracy and alpha of the first layer:',
    seedTable(published),
    untrainedSentences(of(PUBLISHED, results)),
    pictures(PUBLISHED),
    '## Random labels',
    [
      `As under "All layers learn", in batches of 16, but for ${RANDOM_LABELS.stop.mostEpochs} epochs and with a share of the training labels drawn at random. Test accuracy is`,
      'that on right labels; accuracy on the training images counts the random labels as right. The interval is alpha ± one standard error.',
    ].join('\n'),
    randomLabelSentences(of(RANDOM_LABELS, results)).join('\n'),
    randomLabelTable(of(RANDOM_LABELS, results)),
    pictures(RANDOM_LABELS),
    '## Long after everything is learned',
    `As under "All layers learn", but in batches of 2 and for ${LONG.stop.mostEpochs} epochs; every row is a checkpoint.`,
    longSentences(of(LONG, results)).join('\n'),
    longTable(of(LONG, results)),
    pictures(LONG),
    '## Every training',
    [
      '<details>',
      `<summary>${count(results.length, 'training')}, with the hash of the checkpoint that counts</summary>`,
      '',
      trainingsTable(results),
      '',
      '</details>',
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** The pictures beside the page, by their names without ending. */
export function charts(results: readonly Result[]): Map<string, Chart> {
  const byBatch = ({ batchSize }: Run) => (batchSize === 32 ? 'batch 32' : `${batchSize}`);
  const byShare = ({ randomLabels }: Run) => (randomLabels === 0 ? 'random: 0 %' : percent(randomLabels, 0));
  const cases = [
    {
      setup: EVERY_LAYER,
      title: 'All layers learn',
      seriesOf: byBatch,
      reference: PUBLISHED_FIGURES.everyLayer,
    },
    {
      setup: PUBLISHED,
      title: 'Only the first layer learns',
      seriesOf: byBatch,
      reference: PUBLISHED_FIGURES.published,
      manyEpochs: true,
    },
    { setup: RANDOM_LABELS, title: 'Random labels', seriesOf: byShare },
    {
      setup: LONG,
      title: 'Long after everything is learned',
      seriesOf: ({ seed }: Run) => `seed ${seed}`,
      manyEpochs: true,
      everyEpoch: true,
    },
  ];
  return new Map(
    cases.flatMap((charted): [string, Chart][] => {
      const shown = of(charted.setup, results);
      if (shown.length === 0) return [];
      return [
        [`${charted.setup.id}-accuracy`, accuracyChart(shown, charted)],
        [`${charted.setup.id}-epochs`, epochChart(shown, charted)],
      ];
    }),
  );
}

function of({ id }: Setup, results: readonly Result[]): Result[] {
  return results.filter(({ run }) => run.setup.id === id);
}

function unfinished(results: readonly Result[], runs: readonly Run[]): string {
  const ended = new Set(results.map(({ run }) => run.id));
  const missing = runs.filter(({ id }) => !ended.has(id)).map(({ id }) => id);
  if (missing.length === 0) return '';
  return `**Not all trainings have ended.** Missing here: ${list(missing)}. \`npm run experiment\` goes on with them.`;
}
