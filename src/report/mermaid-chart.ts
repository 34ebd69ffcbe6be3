import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { type AlphaBounds, topOf } from './plots/model-plots.ts';

/** What the chart shows of a layer. */
interface ChartedLayer {
  readonly alpha: number | null;
  readonly delta: number | null;
}

/** Of fewer layers the table says as much. */
const FEWEST_LAYERS = 6;

/** Points of a line: more cannot be told apart in a comment's width, and a diagram may have 50,000 characters. */
const MOST_POINTS = 100;

/**
 * Alpha by depth as a Mermaid diagram, which GitHub draws: alpha, the two bounds and the baseline, a line each. Of a
 * model with more layers than points a point is the smallest alpha of neighbouring ones. It holds numbers only.
 *
 * @returns empty where there are too few layers to draw.
 */
export function mermaidChart(layers: readonly ChartedLayer[], { minAlpha, maxAlpha }: AlphaBounds): string {
  const fitted = layers.flatMap((layer) => {
    const alpha = fittedAlpha(layer);
    return alpha === null ? [] : [{ alpha, delta: layer.delta }];
  });
  if (fitted.length < FEWEST_LAYERS) return '';
  const size = Math.ceil(fitted.length / MOST_POINTS);
  const points = Array.from({ length: Math.ceil(fitted.length / size) }, (_, group) =>
    fitted
      .slice(group * size, (group + 1) * size)
      .reduce((least, layer) => (layer.alpha < least.alpha ? layer : least)),
  );
  const top = topOf(
    points.map(({ alpha }) => alpha),
    maxAlpha,
  );
  const line = (values: readonly number[]) =>
    `  line [${values.map((value) => Number(Math.min(value, top).toFixed(2))).join(', ')}]`;
  const compared = points.every(({ delta }) => delta !== null);
  return [
    'xychart-beta',
    `  x-axis "layer${size > 1 ? `, the smallest alpha of each ${size}` : ''}" 1 --> ${fitted.length}`,
    `  y-axis "alpha" ${Math.min(1, minAlpha)} --> ${Number(top.toFixed(2))}`,
    line(points.map(({ alpha }) => alpha)),
    line(points.map(() => minAlpha)),
    line(points.map(() => maxAlpha)),
    ...(compared ? [line(points.map(({ alpha, delta }) => alpha - delta!))] : []),
  ].join('\n');
}
