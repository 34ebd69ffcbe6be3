import type { AlphaBounds } from '../../verdict/verdict.ts';
import type { Trend, TrendLayer } from '../trends/trend.ts';
import { alphaAxis, boundLines, inWords } from './alpha-axis.ts';
import type { Mark, Plot } from './plot.ts';

/** Layers in one plot: more lines cannot be told apart. */
export const MOST_LINES = 8;

/** Longest name in the legend. */
const LONGEST_LABEL = 40;

/**
 * Alpha of some layers over the steps or the runs of a trend, between the bounds. Where a layer has no alpha, its line
 * goes straight to the next point that has one.
 */
export function trendPlot(trend: Trend, layers: readonly TrendLayer[], bounds: AlphaBounds): Plot {
  const { axis, points } = trend;
  const shown = layers.slice(0, MOST_LINES);
  const alphas = shown.flatMap((layer) => layer.alphas.flatMap((alpha) => alpha ?? []));
  const ats = points.map(({ at }) => at);
  const [from, to] = [ats[0] ?? 0, ats.at(-1) ?? 1];
  return {
    title: `Alpha over ${axis}s`,
    description: `${describe(trend, shown)} ${inWords(bounds)}`,
    x: { label: axis, scale: 'linear', domain: [from, to], whole: true },
    y: alphaAxis(alphas, bounds),
    marks: [
      ...boundLines('horizontal', bounds),
      ...shown.flatMap((layer, index) => linesOf(layer, index, ats)),
    ],
    size: [760, 320],
  };
}

function linesOf({ name, alphas }: TrendLayer, index: number, ats: readonly number[]): Mark[] {
  const role = `line-${index}` as const;
  const points = alphas.flatMap((alpha, point) => (alpha === null ? [] : [[ats[point]!, alpha] as const]));
  return [
    { kind: 'line', role, points, label: ending(name) },
    { kind: 'points', role, points },
  ];
}

/** What tells layers apart is at the end of their names. */
function ending(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_LABEL ? name : `…${characters.slice(1 - LONGEST_LABEL).join('')}`;
}

function describe({ axis, points }: Trend, layers: readonly TrendLayer[]): string {
  const courses = layers
    .filter(({ first }) => first !== null)
    .map(({ name, first, last }) => `${name} from ${first!.toFixed(2)} to ${last!.toFixed(2)}`);
  return `Alpha over ${points.length} ${axis}s: ${courses.join(', ')}.`;
}
