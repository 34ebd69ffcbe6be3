import { count } from '../../verdict/format.ts';
import { digits, NONE } from '../digits.ts';
import type { Trend, TrendLayer } from './trend.ts';

/** The columns of a trend's table; how a layer fell is in the last. */
export function trendHead({ axis }: Trend): string[] {
  return ['layer', 'first', 'lowest', 'last', `below its threshold from ${axis}`];
}

/** A row of that table, but for the layer's name. */
export function trendCells({ first, lowest, last, below }: TrendLayer): string[] {
  return [
    digits(first),
    lowest === null ? NONE : `${digits(lowest.alpha)} (${lowest.at})`,
    digits(last),
    below === null ? NONE : `${below.at}${below.recovered ? ', not at the end' : ''}`,
  ];
}

/** A trend in one sentence. */
export function trendHeadline({ axis, points, layers }: Trend): string {
  if (points.length === 0) return `no ${axis} could be analysed`;
  const fallen = layers.filter(({ below }) => below !== null);
  const now = fallen.filter(({ below }) => below?.recovered === false).length;
  const span = `${axis} ${points[0]!.at} to ${points.at(-1)!.at}`;
  if (fallen.length === 0) return `${span}: none of ${count(layers.length, 'layer')} is below its threshold`;
  const when = fallen.reduce((least, { below }) => Math.min(least, below!.at), Infinity);
  const end = now === fallen.length ? '' : `, ${now} at the end`;
  return `${span}: ${fallen.length} of ${count(layers.length, 'layer')} below the threshold, from ${axis} ${when} on${end}`;
}
