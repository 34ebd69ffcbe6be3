import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import type { AlphaBounds } from '../verdict/verdict.ts';
import { alphaAxis } from './plots/alpha-axis.ts';
import type { ReportLayer } from './report.ts';
import type { CommentModel } from './template/comment-view-schema.ts';

/** Of fewer layers the table says as much. */
const FEWEST_LAYERS = 6;

/** Points of a line: more cannot be told apart in a comment's width, and a diagram may have 50,000 characters. */
const MOST_POINTS = 100;

/** Readable on GitHub's light and dark grounds: alpha, its two bounds, the baseline. */
const COLOURS = ['#4493f8', '#d1242f', '#d1242f', '#bf8700'];

const LOOKS = {
  xyChart: { height: 300 },
  themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: COLOURS.join(', ') } },
};

/** A diagram, empty where there are too few layers to draw, and what is what in it. */
type Chart = Pick<CommentModel, 'chart' | 'chartLegend'>;

/**
 * Alpha by depth as a Mermaid diagram, which GitHub draws: bars of alpha, lines of the two bounds and of the baseline.
 * Of a model with more layers than points a point is the smallest alpha of neighbouring ones. It holds numbers only.
 */
export function mermaidChart(
  layers: readonly Pick<ReportLayer, 'alpha' | 'delta'>[],
  bounds: AlphaBounds,
): Chart {
  const { minAlpha, maxAlpha } = bounds;
  const fitted = layers.flatMap((layer) => {
    const alpha = fittedAlpha(layer);
    return alpha === null ? [] : [{ alpha, delta: layer.delta }];
  });
  if (fitted.length < FEWEST_LAYERS) return { chart: '', chartLegend: '' };
  const size = Math.ceil(fitted.length / MOST_POINTS);
  const points = Array.from({ length: Math.ceil(fitted.length / size) }, (_, group) =>
    fitted
      .slice(group * size, (group + 1) * size)
      .reduce((least, layer) => (layer.alpha < least.alpha ? layer : least)),
  );
  const before = points.flatMap(({ alpha, delta }) => (delta === null ? [] : [alpha - delta]));
  const alphas = points.map(({ alpha }) => alpha);
  const [bottom, top] = alphaAxis([...alphas, ...before], bounds).domain;
  const plot = (kind: 'bar' | 'line', values: readonly number[]) =>
    `  ${kind} [${values.map((value) => Number(Math.min(value, top).toFixed(2))).join(', ')}]`;
  // A line has no gaps: with a layer that the baseline lacks, it cannot be drawn.
  const compared = before.length === points.length;
  const chart = [
    `%%{init: ${JSON.stringify(LOOKS)}}%%`,
    'xychart-beta',
    `  x-axis "layer${size > 1 ? `, the smallest alpha of each ${size}` : ''}" 1 --> ${fitted.length}`,
    `  y-axis "alpha" ${bottom} --> ${Number(top.toFixed(2))}`,
    plot('bar', alphas),
    ...[minAlpha, maxAlpha].map((bound) =>
      plot(
        'line',
        alphas.map(() => bound),
      ),
    ),
    ...(compared ? [plot('line', before)] : []),
  ].join('\n');
  const chartLegend = `Bars: alpha by depth. Red: its bounds, ${minAlpha} and ${maxAlpha}.${compared ? ' Yellow: the baseline.' : ''}`;
  return { chart, chartLegend };
}
