import stringWidth from 'string-width';
import { count } from '../verdict/format.ts';
import { alignColumns, WIDEST_NAME } from './columns.ts';
import { plainText, shorten } from './escape.ts';
import type { ReportedOutcome, Status } from './outcome.ts';
import { buildView, type LayerView, type ModelView } from './view-model.ts';

export interface TableOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Also list passing layers of large models, and skipped tensors. */
  readonly verbose: boolean;
}

/** Up to this many layers all are listed; of more only those to look at. */
const MOST_LISTED = 40;

/** Columns of a terminal that is too narrow to be true. */
const NARROWEST = 72;

/** Columns that a layer's name takes at least, where it is that long. */
const NARROWEST_NAME = 16;

/** Numbers for SGR, the terminal's way to say colours (ECMA-48, 8.3.117). */
const COLORS: Readonly<Record<Status, number>> = {
  error: 31,
  fail: 31,
  inconclusive: 33,
  warn: 33,
  pass: 32,
};

const HEAD = ['verdict', 'layer', 'N×M', 'evals', 'alpha', 'Δ', 'D', 'why'] as const;
const LAYER = HEAD.indexOf('layer');
const WHY = HEAD.indexOf('why');
const NUMERIC: ReadonlySet<string> = new Set(['evals', 'alpha', 'Δ', 'D']);
const GAP = '  ';

/**
 * The report for a terminal: of each model its verdict, a table of its layers and a line of facts. Models that could
 * not be analysed are left to whoever reports errors.
 */
export function renderTable(outcomes: readonly ReportedOutcome[], options: TableOptions): string {
  const { models } = buildView(outcomes);
  return `${models
    .filter(({ status }) => status !== 'error')
    .map((model) => renderModel(model, options))
    .join('\n\n')}\n`;
}

function renderModel(model: ModelView, options: TableOptions): string {
  const { status, name, headline, attention, passing, diagnoses, skipped, skippedCount, facts, seconds } =
    model;
  const { untrustedRun } = model;
  const all = attention.length + passing.length <= MOST_LISTED || options.verbose;
  const remarks = [
    ...(untrustedRun === '' ? [] : [`computed in an untrusted run (${untrustedRun})`]),
    ...(all || passing.length === 0
      ? []
      : [`${count(passing.length, 'layer')} not listed (--verbose lists all)`]),
    ...facts,
    seconds,
    ...(skippedCount === 0 || options.verbose
      ? []
      : [`${count(skippedCount, 'tensor')} skipped (--verbose says why)`]),
  ];
  const lines = [
    `${paint(status.toUpperCase(), status, options)}  ${plainText(name)}: ${headline}`,
    '',
    ...table(all ? [...attention, ...passing] : attention, model.compared, options),
    ...diagnoses.map(({ title, names, meaning }) => `${title}, ${count(names.length, 'layer')}: ${meaning}`),
    ...(diagnoses.length === 0 ? [] : ['']),
    ...historyLines(model),
    plainText(remarks.join(' · ')),
  ];
  if (options.verbose) {
    for (const { reason, names } of skipped) {
      lines.push(...names.map((tensor) => `skipped ${plainText(tensor)}: ${plainText(reason)}`));
    }
  }
  return lines.join('\n');
}

/** Alpha of the layers to look at over the last runs. */
function historyLines({ history, historyRuns }: ModelView): string[] {
  if (history.length === 0) return [];
  const rows = history.map(({ name, bars, first, last }) => [
    squeeze(plainText(name), WIDEST_NAME),
    bars,
    first,
    last,
  ]);
  return [...alignColumns([[`last ${historyRuns} runs`, 'alpha', 'from', 'to'], ...rows], 2), ''];
}

function table(layers: readonly LayerView[], compared: boolean, options: TableOptions): string[] {
  if (layers.length === 0) return [];
  const rows = layers.map((layer) => [
    layer.verdict,
    squeeze(plainText(layer.name), WIDEST_NAME),
    layer.shape,
    String(layer.eigenvalues),
    layer.sigma === '' ? layer.alpha : `${layer.alpha} ± ${layer.sigma}`,
    layer.delta,
    layer.distance,
    plainText(layer.why.join('; ')),
  ]);
  const shown = HEAD.map((_, column) => column).filter((column) => compared || HEAD[column] !== 'Δ');
  const widths = HEAD.map((title, column) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[column]!)), stringWidth(title)),
  );

  // Numbers are never cut: names give way first, and reasons take what is left of the line.
  const numbers = shown
    .filter((column) => column !== LAYER && column !== WHY)
    .reduce((sum, column) => sum + widths[column]! + GAP.length, 0);
  const room = Math.max(options.width, NARROWEST) - numbers;
  widths[LAYER] = Math.min(widths[LAYER]!, Math.max(NARROWEST_NAME, room));
  widths[WHY] = Math.max(0, room - widths[LAYER] - GAP.length);

  const line = (cells: readonly string[]) =>
    shown
      .map((column) => {
        const width = widths[column]!;
        return pad(squeeze(cells[column]!, width, column === WHY ? cutEnd : shorten), column, width);
      })
      .join(GAP)
      .trimEnd();
  return [
    line(HEAD),
    ...rows.map((row, index) => {
      const { verdict } = layers[index]!;
      return line(row).replace(verdict, () => paint(verdict, verdict, options));
    }),
    '',
  ];
}

function pad(text: string, column: number, width: number): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return NUMERIC.has(HEAD[column]!) ? space + text : text + space;
}

/** Text of at most so many columns: of a name the middle is left out, of prose the end. */
function squeeze(
  text: string,
  width: number,
  cut: (text: string, characters: number) => string = shorten,
): string {
  if (stringWidth(text) <= width) return text;
  for (let characters = width; characters > 0; characters--) {
    const short = cut(text, characters);
    if (stringWidth(short) <= width) return short;
  }
  return '';
}

function cutEnd(text: string, characters: number): string {
  return `${[...text]
    .slice(0, characters - 1)
    .join('')
    .trimEnd()}…`;
}

function paint(text: string, status: Status, { color }: TableOptions): string {
  return color ? `\u001b[${COLORS[status]}m${text}\u001b[0m` : text;
}
