import { rowName } from '../../metrics/row-name.ts';
import { matchBaseline } from '../../verdict/baseline.ts';
import { visibleText } from '../escape.ts';
import type { AnalyzedModel } from '../outcome.ts';
import type { PlottedLayer } from '../plots/plotted-layer.ts';
import type { ReportLayer } from '../report.ts';
import { byAttention } from '../view-model.ts';
import type { Cell, PageModel, PageRow } from './page-data.ts';

/** Columns that are shown at first, under the names that they have in other reports. */
const MAIN_COLUMNS = [
  'verdict',
  'layer',
  'alpha',
  'sigma',
  'delta',
  'D',
  'trust',
  'N',
  'M',
  'num_evals',
  'reasons',
] as const;

/** What is no column: `layer` has the names, and curves are plotted. */
const NO_COLUMNS: ReadonlySet<string> = new Set(['name', 'longname', 'slice_id', 'curves']);

/** Digits of a number in a table; all of them are in the JSON report. */
const DIGITS = 6;

/** What the page shows of a model. Columns that are not known here are shown as well. */
export function buildPageModel({ report, before }: AnalyzedModel): PageModel {
  const { layers } = report;
  const main = MAIN_COLUMNS.filter(
    (column) => column === 'layer' || layers.some((layer) => layer[column] !== null),
  );
  const found = new Set(layers.flatMap((layer) => Object.keys(layer)));
  const others = [...found].filter(
    (column) => !NO_COLUMNS.has(column) && !(MAIN_COLUMNS as readonly string[]).includes(column),
  );
  const columns = [...main, ...others];
  const earlier = matchBaseline(layers, before?.layers ?? []);
  const order = new Map(layers.map((layer, index) => [layer, index]));
  return {
    name: visibleText(report.model.source),
    columns,
    mainColumns: main.length,
    rows: layers.map((layer) => rowOf(layer, columns, earlier.get(rowName(layer)))),
    worstFirst: [...layers].sort(byAttention).map((layer) => order.get(layer)!),
  };
}

function rowOf(layer: ReportLayer, columns: readonly string[], before: ReportLayer | undefined): PageRow {
  const { curves } = layer;
  return {
    cells: columns.map((column) =>
      column === 'layer' ? visibleText(rowName(layer)) : cellOf(layer, column),
    ),
    ...(curves !== undefined && { curves }),
    ...(before?.curves !== undefined && { before: plotted(before) }),
  };
}

function cellOf(layer: ReportLayer, column: string): Cell {
  const value = (layer as Readonly<Record<string, unknown>>)[column];
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return visibleText(value.join('; '));
  return value === null || value === undefined ? null : visibleText(JSON.stringify(value));
}

function plotted({ alpha, D, xmin, num_pl_spikes, num_evals, curves }: ReportLayer): PlottedLayer {
  return { alpha, D, xmin, num_pl_spikes, num_evals, curves };
}
