import Handlebars from 'handlebars/runtime.js';
import { comment } from '../generated/templates.ts';
import { abridgeable } from './comment-view.ts';
import type { ReportedOutcome } from './outcome.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { buildView } from './view-model.ts';

/** GitHub refuses comments of more than 65,536 characters; bytes are counted, and some are left. */
export const COMMENT_BUDGET_BYTES = 60_000;

/** A job summary may have 1 MiB for each step. */
export const SUMMARY_BUDGET_BYTES = 1_000_000;

export interface MarkdownOptions {
  /** First line, by which a comment is found again. */
  readonly marker?: string;
  /** Most bytes of UTF-8, marker included [no limit]. */
  readonly budgetBytes?: number;
  /** What a pull request would change in its own gate, one setting an item. */
  readonly proposed?: readonly string[];
}

const handlebars = Handlebars.create();
handlebars.registerHelper(TEMPLATE_HELPERS);
const template = handlebars.template(comment);

/**
 * The report as GitHub's Markdown. What does not fit the budget is left out from the end of a list of priorities:
 * models, layers that fail, others to look at, diagnoses, charts, layers that changed and pass, others that pass,
 * skipped tensors. Nothing is cut in its middle.
 */
export function renderMarkdown(
  outcomes: readonly ReportedOutcome[],
  { marker = '', budgetBytes = Infinity, proposed = [] }: MarkdownOptions = {},
): string {
  const { parts, abridge } = abridgeable(buildView(outcomes), proposed);
  const head = marker === '' ? '' : `${marker}\n`;
  const render = (shown: number) => `${head}${template(abridge(shown)).trim()}\n`;
  const fits = (text: string) => new TextEncoder().encode(text).length <= budgetBytes;

  const whole = render(parts);
  if (fits(whole)) return whole;
  let [least, most] = [0, parts];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(render(middle))) least = middle;
    else most = middle - 1;
  }
  return render(least);
}
