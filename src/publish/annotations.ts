import { rowName } from '../metrics/row-name.ts';
import { LONGEST_TEXT, plainText, shorten } from '../report/escape.ts';
import type { ReportedOutcome } from '../report/outcome.ts';

/** GitHub shows ten of each kind for a step and drops the rest without a word. */
const MOST_OF_A_KIND = 10;

/** How annotations are made, as `@actions/core` has it; it escapes for workflow commands. */
export interface Annotator {
  error(message: string, properties?: { readonly title?: string }): void;
  warning(message: string, properties?: { readonly title?: string }): void;
}

/** Annotates the run: layers that fail and models that cannot be read as errors, what else to look at as warnings. */
export function annotate(outcomes: readonly ReportedOutcome[], annotator: Annotator): void {
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'error') {
      errors.push(outcome.error.message);
      continue;
    }
    const { model, layers, untrusted_run } = outcome.report;
    const remark = untrusted_run === undefined ? '' : ' (computed in an untrusted run)';
    for (const layer of layers) {
      const { verdict, reasons } = layer;
      const message = `${shorten(rowName(layer))} in ${model.source}${remark}: ${reasons.join('; ')}`;
      if (verdict === 'fail') errors.push(message);
      else if (verdict !== 'pass') warnings.push(message);
    }
  }
  for (const message of atMost(errors)) annotator.error(message, { title: 'Alphagate' });
  for (const message of atMost(warnings)) annotator.warning(message, { title: 'Alphagate' });
}

function atMost(messages: readonly string[]): string[] {
  const shown = messages.length > MOST_OF_A_KIND ? messages.slice(0, MOST_OF_A_KIND - 1) : messages;
  const rest = messages.length - shown.length;
  return [
    ...shown.map((message) => shorten(plainText(message), LONGEST_TEXT)),
    ...(rest > 0 ? [`${rest} more in the report`] : []),
  ];
}
