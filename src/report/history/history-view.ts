import { digits } from '../digits.ts';
import type { Report } from '../report.ts';
import type { CommentModel } from '../template/comment-view-schema.ts';
import { sparkline } from '../trends/sparkline.ts';
import type { History } from './history.ts';
import { historyTrend } from './history-trend.ts';

/** A layer's alpha over the last runs, in a line of text. */
type HistoryRow = CommentModel['history'][number];

/** Layers that are shown, those first that need attention: the page shows all. */
const MOST_ROWS = 5;

/** @returns rows of the layers to look at; none where there is no earlier run to compare with. */
export function historyRows(report: Report, earlier: History): HistoryRow[] {
  if (earlier.length === 0) return [];
  const shown = historyTrend(report, earlier).layers.slice(0, MOST_ROWS);
  const alphas = shown.flatMap((layer) => layer.alphas.flatMap((alpha) => alpha ?? []));
  const range = [Math.min(...alphas), Math.max(...alphas)] as const;
  return shown.flatMap(({ name, alphas: values, first, last }) =>
    first === null || last === null
      ? []
      : [{ name, bars: sparkline(values, range), first: digits(first), last: digits(last) }],
  );
}
