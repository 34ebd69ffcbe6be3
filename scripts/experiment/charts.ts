import type { Mark, Plot, SeriesRole } from '../../src/report/plots/plot.ts';
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
const HIGHEST_ALPHA = 8;
/** Networks that learned next to nothing are drawn at the edge, where others are better by far. */
const COLLAPSED = 0.2;
const LEARNED = 0.8;

/** Alpha of each layer against test accuracy, and what the two accuracies are. */
export function accuracyChart(results: readonly Result[], charted: ChartedCase): Chart {
  const { title, reference, everyEpoch = false } = charted;
  const accuracies = results.map(({ testAccuracy }) => testAccuracy);
  const learned = accuracies.filter((accuracy) => accuracy > COLLAPSED);
  const aside = Math.min(...learned) > LEARNED ? accuracies.length - learned.length : 0;
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

/** Alpha of the layers that learn, test accuracy and loss against the epoch. */
export function epochChart(results: readonly Result[], charted: ChartedCase): Chart {
  const { title, setup, manyEpochs = false } = charted;
  const most = Math.max(2, ...results.map(({ epochs }) => epochs));
  const x = {
    label: 'epoch',
    scale: manyEpochs ? 'log' : 'linear',
    domain: [manyEpochs ? 1 : 0, most],
    whole: !manyEpochs,
  } as const;
  const from = manyEpochs ? 1 : 0;
  const plotOf = (
    title: string,
    axis: (values: readonly number[]) => Plot['y'],
    value: (at: CourseEpoch) => number | null | undefined,
    bound: readonly Mark[] = [],
  ): Plot => {
    const points = ({ course }: Result) =>
      course.filter(({ epoch }) => epoch >= from).flatMap((at) => point(at.epoch, value(at)));
    return {
      title,
      description: `Against the epoch: ${charted.title}.`,
      x,
      y: axis(results.flatMap((result) => points(result).map(([, y]) => y))),
      marks: [...bound, ...seriesMarks(results, charted, 'line', points)],
    };
  };
  const bound: Mark[] = [{ kind: 'horizontal', role: 'bound', y: BOUND }];
  const learning = LAYERS.map((shape, layer) => ({ shape, layer })).filter(
    ({ layer }) => setup.trained[layer] === true,
  );
  return {
    description: `${title}: alpha of each layer that learns, test accuracy and training loss against the epoch.`,
    plots: [
      ...learning
        .slice(0, 2)
        .map(({ shape, layer }) =>
          plotOf(`Alpha of layer ${shape}`, alphaAxis, ({ alphas }) => alphas[layer], bound),
        ),
      plotOf(
        'Test accuracy',
        (values) =>
          accuracyAxis(
            '%',
            values.map((value) => value / 100),
          ),
        ({ testAccuracy }) => 100 * testAccuracy,
      ),
      plotOf(
        'Training loss',
        (values) => ({ label: 'cross-entropy', scale: 'linear', domain: [0, Math.max(0.1, ...values)] }),
        ({ loss }) => loss,
      ),
    ],
  };
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
    const role = `series-${names.indexOf(name) + 1}` as SeriesRole;
    const mark = { kind, role, points: pointsOf(result) };
    if (named.has(name)) return mark;
    named.add(name);
    return { ...mark, label: name };
  });
}

function point(x: number, y: number | null | undefined): [number, number][] {
  return y == null ? [] : [[x, y]];
}

function alphaAxis(alphas: readonly number[]): Plot['y'] {
  const [least, most] = [Math.min(BOUND, ...alphas), Math.max(BOUND, ...alphas)];
  return {
    label: 'alpha',
    scale: 'linear',
    domain: [Math.floor(4 * least - 0.2) / 4, Math.min(HIGHEST_ALPHA, Math.ceil(4 * most + 0.2) / 4)],
  };
}

/** @param shares 0 to 1. */
function accuracyAxis(label: string, shares: readonly number[]): Plot['y'] {
  const [least, most] = [100 * Math.min(...shares), 100 * Math.max(...shares)];
  const room = Math.max(0.1, 0.04 * (most - least));
  return { label, scale: 'linear', domain: [Math.max(0, least - room), Math.min(100.2, most + room)] };
}
