import type { Axis, Mark, Plot } from '../../src/report/plots/plot.ts';
import type { Run, Setup } from '../training/run.ts';
import type { Chart } from './chart-svg.ts';
import type { Reference } from './published-figures.ts';
import type { CourseEpoch, Result } from './results.ts';

/** The trainings of one set-up as charts show them. */
interface ChartedCase {
  readonly setup: Setup;
  readonly title: string;
  /** What makes a series of the trainings, and its name in the legend. */
  readonly seriesOf: (run: Run) => string;
  /** Of the first layer, by batch size. */
  readonly reference?: Reference;
  /** Whether the epochs are on a logarithmic axis, because there are many. */
  readonly manyEpochs?: boolean;
  /** Whether every shown epoch is a point, and not only the weights that count. */
  readonly everyEpoch?: boolean;
}

const LAYERS = ['784×300', '300×100', '100×10'];
const BOUND = 2;
/** Higher alphas, which random weights have, are drawn at the edge. */
const HIGHEST_ALPHA = 9;
/** Networks that learned next to nothing are drawn at the edge, where others are better by far. */
const COLLAPSED = 0.2;
const LEARNED = 0.8;

/** Alpha of each layer against test accuracy, and what the two accuracies are. */
export function accuracyChart(results: readonly Result[], charted: ChartedCase): Chart {
  const { title, reference, everyEpoch = false } = charted;
  const accuracies = results.map(({ testAccuracy }) => testAccuracy);
  const learned = accuracies.filter((accuracy) => accuracy > COLLAPSED);
  const aside = collapsedBesideLearned(results);
  const test = accuracyAxis('test accuracy, %', [
    ...(aside > 0 ? learned : accuracies),
    ...(everyEpoch ? results.flatMap(({ course }) => course.slice(1)).map((at) => at.testAccuracy) : []),
    ...[...(reference?.values() ?? [])].map(([accuracy]) => accuracy),
  ]);
  const alphaPlots = LAYERS.map((shape, layer): Plot => {
    const points = (result: Result) =>
      everyEpoch
        ? result.course
            .slice(1)
            .flatMap(({ testAccuracy, alphas }) => point(100 * testAccuracy, alphas[layer]))
        : point(100 * result.testAccuracy, result.layers[layer]?.alpha);
    const others = layer === 0 ? [...(reference?.values() ?? [])] : [];
    return {
      title: `Alpha of layer ${shape}`,
      description: `Against test accuracy: ${title}.`,
      x: test,
      y: alphaAxis([
        ...results.flatMap((result) => points(result).map(([, alpha]) => alpha)),
        ...others.map(([, alpha]) => alpha),
      ]),
      marks: [
        { kind: 'horizontal', role: 'bound', y: BOUND },
        ...(others.length === 0
          ? []
          : [
              {
                kind: 'points',
                role: 'baseline',
                points: others.map(([accuracy, alpha]) => [100 * accuracy, alpha] as const),
                label: 'reference',
              } as const,
            ]),
        ...seriesMarks(results, charted, everyEpoch ? 'line' : 'points', points),
      ],
    };
  });
  const train = accuracyAxis(
    'training accuracy, %',
    results.filter((result) => aside === 0 || result.testAccuracy > COLLAPSED).map((r) => r.trainAccuracy),
  );
  return {
    description: `${title}: alpha of each layer against test accuracy, and test accuracy against training accuracy.${aside === 0 ? '' : ` ${aside} that learned nothing at the left edge.`}`,
    plots: [
      ...alphaPlots,
      {
        title: 'Test accuracy against training accuracy',
        description: title,
        x: train,
        y: test,
        marks: seriesMarks(results, charted, 'points', ({ trainAccuracy, testAccuracy }) => [
          [100 * trainAccuracy, 100 * testAccuracy],
        ]),
      },
    ],
  };
}

/**
 * Alpha of each layer that learns and test accuracy against the epoch; where only one layer learns, also its alpha
 * against test accuracy on the way, and the loss.
 */
export function epochChart(results: readonly Result[], charted: ChartedCase): Chart {
  const { title, setup, manyEpochs = false } = charted;
  const most = Math.max(2, ...results.map(({ epochs }) => epochs));
  const x: Axis = { label: 'epoch', scale: manyEpochs ? 'log' : 'linear', domain: [1, most] };
  const plotOf = (plotTitle: string, y: Quantity, against?: Quantity): Plot => {
    const points = ({ course }: Result) =>
      course
        .filter(({ epoch }) => epoch >= 1)
        .flatMap((at) => point(against === undefined ? at.epoch : against.of(at), y.of(at)));
    const all = results.flatMap(points);
    return {
      title: plotTitle,
      description: title,
      x: against === undefined ? x : against.axis(all.map(([value]) => value)),
      y: y.axis(all.map(([, value]) => value)),
      marks: [
        ...(y.bound === undefined ? [] : [{ kind: 'horizontal', role: 'bound', y: y.bound } as const]),
        ...seriesMarks(results, charted, 'line', points),
      ],
    };
  };
  const testAccuracy = testAccuracyFrom(collapsedBesideLearned(results) > 0 ? 100 * COLLAPSED : 0);
  const learning = LAYERS.map((shape, layer) => ({ shape, layer })).filter(
    ({ layer }) => setup.trained[layer] === true,
  );
  const plots = [
    ...learning.map(({ shape, layer }) => plotOf(`Alpha of layer ${shape}`, alphaOf(layer))),
    plotOf('Test accuracy', testAccuracy),
  ];
  const [only] = learning;
  if (only !== undefined && learning.length === 1) {
    plots.push(
      plotOf('Alpha against test accuracy, epoch by epoch', alphaOf(only.layer), testAccuracy),
      plotOf('Training loss', LOSS),
    );
  }
  return {
    description: `${title}: ${plots.map((plot) => plot.title.toLowerCase()).join(', ')}; against the epoch.`,
    plots,
  };
}

/** What can be drawn of an epoch. */
interface Quantity {
  readonly of: (at: CourseEpoch) => number | null | undefined;
  readonly axis: (values: readonly number[]) => Axis;
  readonly bound?: number;
}

const alphaOf = (layer: number): Quantity => ({
  of: ({ alphas }) => alphas[layer],
  axis: alphaAxis,
  bound: BOUND,
});

/** @param least lower values, in percent, are drawn at the edge. */
const testAccuracyFrom = (least: number): Quantity => ({
  of: ({ testAccuracy }) => 100 * testAccuracy,
  axis: (percents) =>
    accuracyAxis(
      'test accuracy, %',
      percents.filter((value) => value >= least).map((value) => value / 100),
    ),
});

const LOSS: Quantity = {
  of: ({ loss }) => loss,
  axis: (values) => ({ label: 'cross-entropy', scale: 'linear', domain: [0, Math.max(0.1, ...values)] }),
};

/** How many learned nothing, where all others learned well. */
function collapsedBesideLearned(results: readonly Result[]): number {
  const learned = results.filter(({ testAccuracy }) => testAccuracy > COLLAPSED);
  const isApart = learned.every(({ testAccuracy }) => testAccuracy > LEARNED);
  return isApart ? results.length - learned.length : 0;
}

/** One mark for each training; the first of a series has its name. */
function seriesMarks(
  results: readonly Result[],
  { seriesOf }: ChartedCase,
  kind: 'points' | 'line',
  pointsOf: (result: Result) => readonly (readonly [number, number])[],
): Mark[] {
  const names = [...new Set(results.map(({ run }) => seriesOf(run)))];
  const named = new Set<string>();
  return results.map((result): Mark => {
    const name = seriesOf(result.run);
    const role = `line-${names.indexOf(name)}` as const;
    const mark = { kind, role, points: pointsOf(result) };
    if (named.has(name)) return mark;
    named.add(name);
    return { ...mark, label: name };
  });
}

function point(x: number | null | undefined, y: number | null | undefined): [number, number][] {
  return x == null || y == null ? [] : [[x, y]];
}

function alphaAxis(alphas: readonly number[]): Axis {
  const [least, most] = [Math.min(BOUND, ...alphas), Math.max(BOUND, ...alphas)];
  return {
    label: 'alpha',
    scale: 'linear',
    domain: [Math.floor(4 * least - 0.2) / 4, Math.min(HIGHEST_ALPHA, Math.ceil(4 * most + 0.2) / 4)],
  };
}

/** @param shares 0 to 1. */
function accuracyAxis(label: string, shares: readonly number[]): Axis {
  const [least, most] = [100 * Math.min(...shares), 100 * Math.max(...shares)];
  const room = Math.max(0.1, 0.04 * (most - least));
  return { label, scale: 'linear', domain: [Math.max(0, least - room), Math.min(100, most + room)] };
}
