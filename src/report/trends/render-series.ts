import { count } from '../../verdict/format.ts';
import { alignColumns, nameCell } from '../columns.ts';
import { markdownCodeCell, markdownText, plainText } from '../escape.ts';
import type { ReportedOutcome } from '../outcome.ts';
import { buildView } from '../view-model.ts';
import { trendCells, trendHead, trendHeadline } from './describe-trend.ts';
import type { Series } from './series.ts';

/** Up to this many layers are listed: the others are in the reports as JSON and HTML. */
const MOST_LISTED = 40;

type AnySeries = Series<ReportedOutcome>;

/** A series for a terminal: how alpha has moved in each layer, and a line for each checkpoint. */
export function seriesTable({ trend, outcomes }: AnySeries, verbose: boolean): string {
  const listed = verbose ? trend.layers : trend.layers.slice(0, MOST_LISTED);
  const rows = listed.map((layer) => [nameCell(layer.name), ...trendCells(layer)]);
  return `${[
    `SERIES  ${trendHeadline(trend)}`,
    '',
    ...(rows.length === 0 ? [] : [...alignColumns([trendHead(trend), ...rows], 1), '']),
    ...cut(trend.layers.length - listed.length, 'not listed (--verbose lists all)'),
    ...checkpoints(outcomes).map(({ status, name, headline }) =>
      `${status.padEnd('inconclusive'.length)}  ${plainText(name)}: ${plainText(headline)}`.trimEnd(),
    ),
  ].join('\n')}\n`;
}

/** A series as GitHub's Markdown. */
export function seriesMarkdown({ trend, outcomes }: AnySeries): string {
  const listed = trend.layers.slice(0, MOST_LISTED);
  const head = trendHead(trend);
  return `${[
    `## Alphagate: series of ${count(outcomes.length, 'checkpoint')}`,
    '',
    markdownText(trendHeadline(trend)),
    '',
    `| ${head.join(' | ')} |`,
    `|:---|${'---:|'.repeat(head.length - 1)}`,
    ...listed.map((layer) => `| ${[markdownCodeCell(layer.name), ...trendCells(layer)].join(' | ')} |`),
    '',
    ...cut(trend.layers.length - listed.length, 'in the full report'),
    '| checkpoint | verdict | |',
    '|:---|:---|:---|',
    ...checkpoints(outcomes).map(
      ({ status, name, headline }) => `| ${markdownCodeCell(name)} | ${status} | ${markdownText(headline)} |`,
    ),
  ].join('\n')}\n`;
}

function cut(left: number, where: string): string[] {
  return left <= 0 ? [] : [`${count(left, 'more layer')} ${where}`, ''];
}

/** The view of each checkpoint, in the order of the series. */
function checkpoints(outcomes: readonly ReportedOutcome[]) {
  return buildView(outcomes).models.toSorted((a, b) => a.index - b.index);
}
