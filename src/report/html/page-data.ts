import type { SpectrumCurves } from '../../metrics/spectrum-curves.ts';
import type { AlphaBounds } from '../../verdict/verdict.ts';
import type { PlottedLayer } from '../plots/plotted-layer.ts';
import type { Trend } from '../trends/trend.ts';

/** What the page's script gets to work with: the report, cut down to what is shown. */
export interface PageData {
  /** In the order of the page; null for a model that could not be analysed. */
  readonly models: readonly (PageModel | null)[];
  /** In the order in which the page's elements name them. */
  readonly trends: readonly PageTrend[];
}

/** Names in it can be shown as they are. */
export interface PageTrend {
  readonly trend: Trend;
  readonly bounds: AlphaBounds;
}

export interface PageModel {
  readonly name: string;
  /** Names of the columns, those first that are shown first. */
  readonly columns: readonly string[];
  /** How many of them are shown first. */
  readonly mainColumns: number;
  /** A row for each layer, in the model's order. */
  readonly rows: readonly PageRow[];
  /** Indices of rows, the ones first that need attention. */
  readonly worstFirst: readonly number[];
}

export interface PageRow {
  readonly cells: readonly Cell[];
  readonly curves?: SpectrumCurves | undefined;
  /** The same layer in the baseline, where that has curves. */
  readonly before?: PlottedLayer | undefined;
}

export type Cell = string | number | null;
