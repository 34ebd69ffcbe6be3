import type { AlphaBounds } from '../../verdict/verdict.ts';
import { visible } from '../escape.ts';
import { drawPlot } from '../plots/plot.ts';
import { MOST_LINES, trendPlot } from '../plots/trend-plot.ts';
import { trendCells, trendHead, trendHeadline } from '../trends/describe-trend.ts';
import type { Trend } from '../trends/trend.ts';
import type { PageTrend } from './page-data.ts';

/** Rows of a trend's table: those of thousands of layers would keep the page from opening. */
const ROWS_SHOWN = 500;

/** The trends of a page, each with a number by which its script finds the data. */
export class TrendSections {
  readonly data: PageTrend[] = [];

  /**
   * @param nested whether the section lies in that of a model.
   * @returns what the template shows of a trend.
   */
  add(title: string, trend: Trend, bounds: AlphaBounds, nested: boolean): object {
    const index = this.data.length;
    const shown = visible(trend);
    const { axis, points, layers } = shown;
    this.data.push({ trend: shown, bounds });
    return {
      index,
      title,
      nested,
      headline: trendHeadline(shown),
      plot: drawPlot(trendPlot(shown, layers.slice(0, MOST_LINES), bounds)),
      head: trendHead(shown),
      rows: layers.slice(0, ROWS_SHOWN).map((layer) => ({ name: layer.name, cells: trendCells(layer) })),
      rowsCut: Math.max(0, layers.length - ROWS_SHOWN),
      points: points.map((point) => ({ ...point, axis })),
    };
  }
}
