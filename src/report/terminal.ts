import type { Verdict } from '../verdict/verdict.ts';
import { plainText, shorten } from './escape.ts';
import type { ReportedOutcome } from './outcome.ts';
import { buildView, count, type LayerView, type ModelView, type Status } from './view-model.ts';

export interface TableOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Also list passing layers of large models, and skipped tensors. */
  readonly verbose: boolean;
}

/** Up to this many layers all are listed; of more only those to look at. */
const MOST_LISTED = 40;

/** Numbers for SGR, the terminal's way to say colours (ECMA-48, 8.3.117). */
const COLORS: Readonly<Record<Status, number>> = {
  error: 31,
  fail: 31,
  inconclusive: 33,
  warn: 33,
  pass: 32,
};

const WORDS: Readonly<Record<Status, string>> = {
  error: 'ERROR',
  fail: 'FAIL',
  inconclusive: 'INCONCLUSIVE',
  warn: 'WARN',
  pass: 'PASS',
};

const HEAD = ['verdict', 'layer', 'type', 'N×M', 'evals', 'alpha', 'D', 'why'] as const;
const NUMERIC: ReadonlySet<string> = new Set(['evals', 'alpha', 'D']);

/** The report for a terminal: of each model a verdict, a table of its layers and what they mean. */
export function renderTable(outcomes: readonly ReportedOutcome[], options: TableOptions): string {
  const { models } = buildView(outcomes);
  return `${models
    .filter(({ status }) => status !== 'error')
    .map((model) => renderModel(model, options))
    .join('\n\n')}\n`;
}

function renderModel(model: ModelView, options: TableOptions): string {
  const { attention, passing, skipped } = model;
  const all = attention.length + passing.length <= MOST_LISTED || options.verbose;
  const layers = all ? [...attention, ...passing] : attention;
  const lines = [
    `${paint(WORDS[model.status], model.status, options)}  ${plainText(model.name)}`,
    `${plainText(model.sentence)} (${model.facts.join(', ')})`,
    '',
    ...table(layers, options),
  ];
  if (!all) lines.push(`${count(passing.length, 'layer')} pass; --verbose lists them`);
  if (options.verbose)
    lines.push(...skipped.map(({ name, reason }) => `skipped ${plainText(name)}: ${plainText(reason)}`));
  else if (skipped.length > 0) lines.push(`${count(skipped.length, 'tensor')} skipped; --verbose says why`);
  return lines.join('\n');
}

function table(layers: readonly LayerView[], options: TableOptions): string[] {
  if (layers.length === 0) return [];
  const rows = layers.map((layer) => [
    layer.verdict,
    shorten(plainText(layer.name), 48),
    layer.type,
    layer.shape,
    String(layer.eigenvalues),
    layer.alpha,
    layer.distance,
    plainText(layer.reasons),
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => length(row[column]!))),
  );
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, column) => {
      const space = ' '.repeat(Math.max(0, widths[column]! - length(cell)));
      return NUMERIC.has(HEAD[column]!) ? space + cell : cell + space;
    });
    // The last column may be as long as it likes, but not longer than the line.
    return [...padded.join('  ').trimEnd()].slice(0, Math.max(options.width, 40)).join('');
  };
  return [
    line(HEAD),
    ...rows.map((row) => line(row).replace(/^\w+/, (verdict) => paint(verdict, row[0] as Verdict, options))),
  ];
}

function paint(text: string, status: Status, { color }: TableOptions): string {
  return color ? `\u001b[${COLORS[status]}m${text}\u001b[0m` : text;
}

function length(text: string): number {
  return [...text].length;
}
