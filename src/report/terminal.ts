import stringWidth from 'fast-string-width';
import { count } from '../verdict/format.ts';
import { alignColumns, columnWidths, GAP, WIDEST_NAME } from './columns.ts';
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

const HEAD: readonly string[] = ['verdict', 'layer', 'N×M', 'evals', 'alpha', 'Δ', 'D', 'why'];
const LAYER = HEAD.indexOf('layer');

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
  const rows = [HEAD, ...layers.map(cellsOf)].map((cells) =>
    cells.filter((_, column) => compared || HEAD[column] !== 'Δ'),
  );
  const widths = columnWidths(rows);
  const last = widths.length - 1;
  // Numbers are never cut: names give way first, and reasons take what is left of the line.
  const numbers = widths.reduce(
    (sum, width, column) => (column === LAYER || column === last ? sum : sum + width + GAP),
    0,
  );
  const room = Math.max(options.width, NARROWEST) - numbers;
  const nameWidth = Math.min(widths[LAYER]!, Math.max(NARROWEST_NAME, room));
  const whyWidth = Math.max(0, room - nameWidth - GAP);
  const fitting = rows.map((cells) =>
    cells.with(LAYER, squeeze(cells[LAYER]!, nameWidth)).with(last, squeeze(cells[last]!, whyWidth, cutEnd)),
  );
  const [head, ...lines] = alignColumns(fitting, HEAD.indexOf('evals'), 1);
  const painted = lines.map((line, index) => {
    const { verdict } = layers[index]!;
    return line.replace(verdict, () => paint(verdict, verdict, options));
  });
  return [head!, ...painted, ''];
}

function cellsOf(layer: LayerView): string[] {
  const { verdict, name, shape, eigenvalues, alpha, sigma, delta, distance, why } = layer;
  return [
    verdict,
    squeeze(plainText(name), WIDEST_NAME),
    shape,
    String(eigenvalues),
    sigma === '' ? alpha : `${alpha} ± ${sigma}`,
    delta,
    distance,
    plainText(why.join('; ')),
  ];
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
