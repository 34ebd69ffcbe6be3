import { comparison as compiled } from '../generated/templates.ts';
import { rowName } from '../metrics/row-name.ts';
import { count } from '../verdict/format.ts';
import { alignColumns, nameCell } from './columns.ts';
import type { Change, ComparedLayer, Comparison } from './comparison.ts';
import { digits, signed } from './digits.ts';
import { plainText } from './escape.ts';
import { markdownTemplate } from './template-helpers.ts';

const template = markdownTemplate(compiled);

/** A comparison for a terminal. */
export function comparisonTable(comparison: Comparison): string {
  const { base, model, summary, layers, unmatched, method } = comparison;
  const rows = layers.map((layer) => {
    const { name, verdict, cells } = rowOf(layer);
    return [verdict, nameCell(name), ...cells];
  });
  return `${[
    `${summary.verdict.toUpperCase()}  ${plainText(model.source)} against ${plainText(base.source)}: ${plainText(summary.reason)}`,
    '',
    ...(layers.length === 0
      ? ['no layer in common']
      : alignColumns([['verdict', 'layer', ...HEAD], ...rows], 2)),
    '',
    footOf(comparison),
    ...unmatched.map(({ name, reason }) => `not compared ${plainText(name)}: ${plainText(reason)}`),
    `ΔW is the ${method} distance`,
  ].join('\n')}\n`;
}

/** A comparison as GitHub's Markdown. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { base, model, summary, layers, unmatched, method } = comparison;
  const view = {
    status: summary.verdict,
    base: base.source,
    model: model.source,
    reason: summary.reason,
    head: HEAD,
    layers: layers.map(rowOf),
    foot: footOf(comparison),
    method,
    unmatched,
  };
  return `${template(view).trim()}\n`;
}

const HEAD = ['alpha', 'Δ alpha', 'log_norm', 'Δ log_norm', 'ΔW', 'Δb'] as const;

function rowOf(layer: ComparedLayer) {
  const { verdict, base_longname, longname, alpha, log_norm, delta_W, delta_b } = layer;
  const name = rowName(layer);
  return {
    verdict,
    name: base_longname === longname ? name : `${name} (was ${base_longname})`,
    cells: [...change(alpha), ...change(log_norm), digits(delta_W), digits(delta_b)],
  };
}

function change({ model, delta }: Change): [string, string] {
  return [digits(model), signed(delta)];
}

function footOf({ summary: { layers, alpha, mean_delta_W } }: Comparison): string {
  const facts = [`${count(layers, 'layer')} in common`];
  if (alpha.delta !== null) facts.push(`mean alpha ${digits(alpha.model)} (${signed(alpha.delta)})`);
  if (mean_delta_W !== null) facts.push(`mean ΔW ${digits(mean_delta_W)}`);
  return facts.join(' · ');
}
