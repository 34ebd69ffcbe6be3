import { fittedAlpha } from '../../metrics/fitted-alpha.ts';
import { bulkPlots } from './bulk-plots.ts';
import { type Bars, EIGENVALUE, esdPlot, extent, linearBars, logBars, outline, totalOf } from './esd-plot.ts';
import { type Axis, ifAny, type Mark, type Plot, type Point } from './plot.ts';
import type { CurvedLayer, PlottedLayer } from './plotted-layer.ts';

export type SpectrumPlotName =
  | 'log-log'
  | 'log-linear'
  | 'linear'
  | 'ks-distance'
  | 'alpha-over-xmin'
  | 'marchenko-pastur'
  | 'randomized';

/**
 * The plots that WeightWatcher draws of a layer's spectrum.
 *
 * @param before the same layer in the baseline; its spectrum lies under this one's.
 * @returns none where the layer carries no curves, and no plots of a fit, or of random weights, where there is none.
 */
export function spectrumPlots(
  layer: PlottedLayer,
  before?: PlottedLayer | undefined,
): Partial<Record<SpectrumPlotName, Plot>> {
  if (!hasCurves(layer)) return {};
  const baseline = before !== undefined && hasCurves(before) ? before : undefined;
  const bulk = bulkPlots(layer);
  const esds = {
    'log-log': logLog(layer, baseline),
    'log-linear': logLinear(layer, baseline),
    linear: linear(layer, baseline),
  };
  if (fittedAlpha(layer) === null || layer.xmin === null || layer.curves.scan.xmin.length === 0)
    return { ...esds, ...bulk };
  return { ...esds, ...scans(layer, layer.xmin), ...bulk };
}

function hasCurves(layer: PlottedLayer): layer is CurvedLayer {
  return layer.curves !== undefined;
}

/** Probability density over λ, both logarithmic: a power law is a straight line of slope −alpha. */
function logLog(layer: CurvedLayer, baseline: CurvedLayer | undefined): Plot {
  const points = densityOf(layer);
  const others = baseline === undefined ? [] : densityOf(baseline);
  const all = [...points, ...others];
  return {
    title: 'Log-log ESD',
    description: `${describe(layer)} Probability density of the eigenvalues, both axes logarithmic.`,
    x: { label: EIGENVALUE, scale: 'log', domain: extent(all.map(([x]) => x)) },
    y: { label: 'density', scale: 'log', domain: extent(all.map(([, y]) => y)) },
    marks: [
      ...ifAny({ kind: 'points', role: 'baseline', points: others, label: 'baseline' }),
      { kind: 'points', role: 'data', points },
      ...fittedLine(layer, points),
      ...edges(layer),
    ],
  };
}

/** The fitted law p(λ) = share·(α−1)/xmin·(λ/xmin)^−α, share being the part of the eigenvalues that lies in the tail. */
function fittedLine(layer: CurvedLayer, points: readonly Point[]): Mark[] {
  const { xmin, num_pl_spikes, curves } = layer;
  const alpha = fittedAlpha(layer);
  if (alpha === null || xmin === null || num_pl_spikes === null) return [];
  const share = num_pl_spikes / totalOf(curves.log_bins.counts);
  const density = (x: number) => ((share * (alpha - 1)) / xmin) * (x / xmin) ** -alpha;
  // As far as the axis reaches: beyond it the line would run along its edge.
  const lowest = Math.min(...points.map(([, y]) => y));
  const end = Math.min(10 ** curves.log_bins.to, xmin * (density(xmin) / lowest) ** (1 / alpha));
  if (!(end > xmin)) return [];
  return [
    {
      kind: 'line',
      role: 'fit',
      points: [
        [xmin, density(xmin)],
        [end, density(end)],
      ],
      label: `α = ${alpha.toFixed(2)}`,
    },
  ];
}

function logLinear(layer: CurvedLayer, baseline: CurvedLayer | undefined): Plot {
  const other = baseline === undefined ? [] : logBars(baseline.curves.log_bins);
  return esdPlot({
    title: 'Log-linear ESD',
    description: `${describe(layer)} Share of the eigenvalues in bins of their logarithm.`,
    scale: 'log',
    bars: logBars(layer.curves.log_bins),
    other,
    marks: [...baselineOutline(other), ...edges(layer)],
  });
}

function linear(layer: CurvedLayer, baseline: CurvedLayer | undefined): Plot {
  const other = baseline === undefined ? [] : linearBars(baseline.curves.bins);
  return esdPlot({
    title: 'Linear ESD',
    description: `${describe(layer)} Share of the eigenvalues in bins of equal width.`,
    scale: 'linear',
    bars: linearBars(layer.curves.bins),
    other,
    marks: [...baselineOutline(other), ...edges(layer)],
  });
}

function baselineOutline(bars: Bars): Mark[] {
  return ifAny({ kind: 'line', role: 'baseline', points: outline(bars), label: 'baseline' });
}

function edges({ xmin, bulk_max, rand_bulk_max }: CurvedLayer): Mark[] {
  return [
    { role: 'xmin', x: xmin, label: 'xmin' } as const,
    { role: 'bound', x: bulk_max, label: 'MP edge' } as const,
    { role: 'random', x: rand_bulk_max, label: 'rand. edge' } as const,
  ].flatMap(({ role, x, label }): Mark[] =>
    // An eigenvalue is not negative: WeightWatcher writes −1 where there is none.
    x == null || x < 0 ? [] : [{ kind: 'vertical', role, x, label }],
  );
}

function scans(layer: CurvedLayer, xmin: number): Partial<Record<SpectrumPlotName, Plot>> {
  const { scan } = layer.curves;
  const x: Axis = { label: 'xmin', scale: 'log', domain: extent(scan.xmin) };
  const marks = (values: readonly number[], highest = Infinity): Mark[] => [
    {
      kind: 'line',
      role: 'data',
      points: scan.xmin.flatMap((at, index) =>
        values[index]! <= highest ? [[at, values[index]!] as const] : [],
      ),
    },
    { kind: 'vertical', role: 'xmin', x: xmin, label: 'chosen' },
  ];
  // Tails of a few values have exponents beyond all measure, and would flatten the rest of the curve.
  const highest = highestShown(scan.alpha, layer.alpha ?? 0);
  return {
    'ks-distance': {
      title: 'KS distance over xmin',
      description: `${describe(layer)} The fit chosen is the one of the smallest distance.`,
      x,
      y: { label: 'D', scale: 'linear', domain: [0, Math.max(...scan.D)] },
      marks: marks(scan.D),
    },
    'alpha-over-xmin': {
      title: 'Alpha over xmin',
      description: `${describe(layer)} A plateau around the chosen xmin makes alpha reliable.`,
      x,
      y: { label: 'alpha', scale: 'linear', domain: [1, highest] },
      marks: marks(scan.alpha, highest),
    },
  };
}

function highestShown(alphas: readonly number[], alpha: number): number {
  const sorted = [...alphas].sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * 0.9)] ?? alpha;
  return Math.max(2, 1.1 * alpha, Math.min(most, 4 * alpha));
}

function describe(layer: PlottedLayer): string {
  const { D, xmin, num_pl_spikes, num_evals } = layer;
  const alpha = fittedAlpha(layer);
  if (alpha === null || xmin === null || D === null) return `${num_evals} eigenvalues, no power law fitted.`;
  return `${num_evals} eigenvalues, of which ${num_pl_spikes} from xmin ${xmin.toPrecision(3)} on follow a power law of alpha ${alpha.toFixed(2)} at distance ${D.toFixed(3)}.`;
}

/** Points of the density in the middle of every bin that is not empty. */
function densityOf({ curves }: CurvedLayer): Point[] {
  return logBars(curves.log_bins).flatMap(({ from, to, height }): Point[] => {
    if (height === 0) return [];
    const width = to > from ? to - from : from;
    return [[Math.sqrt(from * to), height / width]];
  });
}
