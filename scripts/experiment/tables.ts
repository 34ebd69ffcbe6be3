import { table } from '../../bench/table.ts';
import { firstAlpha, type Series } from './conclusions.ts';
import { interval, number, percent, range, spread } from './number-format.ts';
import type { Reference } from './published-figures.ts';
import type { Result } from './results.ts';

/** Trainings of all seeds by batch size, beside what others measured. */
export function batchTable(series: readonly Series[], reference: Reference): string {
  const head = [
    'batch size',
    'seeds',
    'test accuracy',
    'training accuracy',
    'epochs',
    'alpha, 784×300',
    'alpha, 300×100',
    'reference: test accuracy',
    'reference: alpha',
  ];
  const batches = Map.groupBy(
    series.flatMap(({ results }) => results),
    ({ run }) => run.batchSize,
  );
  const alphaOf = (results: readonly Result[], layer: number) =>
    spread(
      results.map(({ layers }) => layers[layer]?.alpha ?? Number.NaN),
      2,
    );
  const rows = [...batches]
    .sort(([a], [b]) => b - a)
    .map(([batchSize, results]) => {
      const [accuracy, alpha] = reference.get(batchSize) ?? [];
      const accuracies = (of: (result: Result) => number) =>
        spread(
          results.map((result) => 100 * of(result)),
          2,
          ' %',
        );
      return [
        `${batchSize}`,
        `${results.length}`,
        accuracies(({ testAccuracy }) => testAccuracy),
        accuracies(({ trainAccuracy }) => trainAccuracy),
        range(results.map(({ chosen }) => chosen)),
        alphaOf(results, 0),
        alphaOf(results, 1),
        accuracy === undefined ? '' : percent(accuracy, 2),
        number(alpha),
      ];
    });
  return table(head, rows);
}

/** Test accuracy and alpha of the first layer, a column for each seed. */
export function seedTable(series: readonly Series[]): string {
  const batchSizes = [
    ...new Set(series.flatMap(({ results }) => results.map(({ run }) => run.batchSize))),
  ].sort((a, b) => b - a);
  return table(
    ['batch size', ...series.map(({ seed }) => `seed ${seed}`)],
    batchSizes.map((batchSize) => [
      `${batchSize}`,
      ...series.map(({ results }) => {
        const result = results.find(({ run }) => run.batchSize === batchSize);
        return result === undefined
          ? ''
          : `${percent(result.testAccuracy, 2)}, ${number(firstAlpha(result))}`;
      }),
    ]),
  );
}

export function randomLabelTable(results: readonly Result[]): string {
  const head = [
    'random labels',
    'seed',
    'test accuracy',
    'training accuracy',
    'alpha, 784×300',
    'trust',
    'alpha, 300×100',
    'alpha, 100×10',
    'gate',
  ];
  return table(
    head,
    results
      .toSorted((a, b) => a.run.randomLabels - b.run.randomLabels || a.run.seed - b.run.seed)
      .map((result) => [
        percent(result.run.randomLabels, 0),
        `${result.run.seed}`,
        percent(result.testAccuracy, 2),
        percent(result.trainAccuracy, 2),
        interval(result),
        trustOf(result),
        number(result.layers[1]?.alpha),
        number(result.layers[2]?.alpha),
        gateOf(result),
      ]),
  );
}

/** Epochs at which a long training is shown. */
const SHOWN = [1, 2, 5, 10, 15, 30, 60, 90];

export function longTable(results: readonly Result[]): string {
  if (results.length === 0) return '';
  const courses = results.map(({ course }) => course);
  const last = Math.max(...results.map(({ epochs }) => epochs));
  const nearest = [...SHOWN, last].map(
    (wanted) => courses[0]!.find(({ epoch }) => epoch >= wanted)?.epoch ?? last,
  );
  const head = [
    'epoch',
    ...results.flatMap(({ run }) => [`seed ${run.seed}: test accuracy`, 'alpha, 784×300']),
  ];
  return table(
    head,
    [...new Set(nearest)].map((epoch) => [
      `${epoch}`,
      ...courses.flatMap((course) => {
        const at = course.find((point) => point.epoch === epoch);
        return at === undefined ? ['', ''] : [percent(at.testAccuracy, 2), number(at.alphas[0])];
      }),
    ]),
  );
}

/** Every training with what tells its checkpoint from any other. */
export function trainingsTable(results: readonly Result[]): string {
  const head = [
    'training',
    'epoch',
    'test accuracy',
    'training accuracy',
    'alpha, 784×300',
    'trust',
    'sha256 of the checkpoint',
  ];
  return table(
    head,
    results.map((result) => [
      result.run.id,
      `${result.chosen}`,
      percent(result.testAccuracy, 2),
      percent(result.trainAccuracy, 2),
      interval(result),
      trustOf(result),
      `\`${result.sha256}\``,
    ]),
  );
}

function trustOf({ layers: [first] }: Result): string {
  return first?.trust ?? '';
}

/** As the gate judges with its defaults. */
function gateOf({ layers }: Result): string {
  const failing = layers.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  return failing.length === 0 ? 'green' : `red: ${failing.join(', ')}`;
}
