import type { LogBins } from '../../metrics/spectrum-curves.ts';
import { esdPlot, logBars, outline } from './esd-plot.ts';
import type { Plot } from './plot.ts';
import type { CurvedLayer } from './plotted-layer.ts';

/** The plots of what was fitted to the bulk, and of the weights in random order; none of what was not computed. */
export function bulkPlots({ curves, bulk_max, bulk_min, rand_bulk_max }: CurvedLayer): {
  'marchenko-pastur'?: Plot;
  randomized?: Plot;
} {
  const { log_bins, random_log_bins } = curves;
  return {
    ...(bulk_max != null &&
      bulk_min != null &&
      bulk_max > bulk_min &&
      bulk_min >= 0 && { 'marchenko-pastur': marchenkoPastur(log_bins, bulk_min, bulk_max) }),
    ...(random_log_bins !== undefined && {
      randomized: randomized(log_bins, random_log_bins, rand_bulk_max ?? undefined),
    }),
  };
}

/** The spectrum, and the law that was fitted to it, as the share that it has in each bin. */
function marchenkoPastur(bins: LogBins, bulkMin: number, bulkMax: number): Plot {
  const bars = logBars(bins);
  const law = bars.map(({ from, to }) => ({ from, to, height: shareOfLaw(from, to, bulkMin, bulkMax) }));
  return esdPlot({
    title: 'Marchenko-Pastur fit',
    description: `The spectrum and the law of Marchenko and Pastur with edges ${bulkMin.toPrecision(3)} and ${bulkMax.toPrecision(3)}, as shares of the eigenvalues in bins of their logarithm.`,
    scale: 'log',
    bars,
    other: law,
    marks: [
      { kind: 'line', role: 'fit', points: outline(law), label: 'Marchenko-Pastur' },
      { kind: 'vertical', role: 'bound', x: bulkMax, label: 'MP edge' },
    ],
  });
}

function randomized(bins: LogBins, random: LogBins, edge: number | undefined): Plot {
  const other = logBars(random);
  return esdPlot({
    title: 'Randomised spectrum',
    description: `The spectrum, and that of the same weights in random order${edge === undefined ? '' : `, whose bulk ends at ${edge.toPrecision(3)}`}, as shares of the eigenvalues in bins of their logarithm.`,
    scale: 'log',
    bars: logBars(bins),
    other,
    marks: [
      { kind: 'line', role: 'random', points: outline(other), label: 'in random order' },
      ...(edge === undefined
        ? []
        : [{ kind: 'vertical', role: 'random', x: edge, label: 'rand. edge' } as const]),
    ],
  });
}

/** Points at which the density is looked at within a bin. */
const STEPS = 16;

/**
 * The share of the eigenvalues between two values by the law of Marchenko and Pastur,
 * √((λ₊ − λ)(λ − λ₋)) / (2πσ²a²λ) with λ± = σ²(1 ± a)², integrated over log λ by the midpoint rule.
 */
function shareOfLaw(from: number, to: number, bulkMin: number, bulkMax: number): number {
  const [lower, upper] = [Math.max(from, bulkMin), Math.min(to, bulkMax)];
  if (!(lower < upper && lower > 0)) return 0;
  const [rootMin, rootMax] = [Math.sqrt(bulkMin), Math.sqrt(bulkMax)];
  const sigma = (rootMax + rootMin) / 2;
  const aspect = (rootMax - rootMin) / (rootMax + rootMin);
  const step = Math.log(upper / lower) / STEPS;
  let sum = 0;
  for (let index = 0; index < STEPS; index++) {
    const at = lower * Math.exp((index + 0.5) * step);
    sum += Math.sqrt((bulkMax - at) * (at - bulkMin));
  }
  return (sum * step) / (2 * Math.PI * (sigma * aspect) ** 2);
}
