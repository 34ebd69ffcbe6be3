import Handlebars from 'handlebars/runtime.js';
import { comment } from '../generated/templates.ts';
import type { ReportedOutcome } from './outcome.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { buildView, type ModelView, type ReportView } from './view-model.ts';

/** GitHub refuses comments of more than 65,536 characters; bytes are counted, and some are left. */
export const COMMENT_BUDGET_BYTES = 60_000;

/** A job summary may have 1 MiB for each step. */
export const SUMMARY_BUDGET_BYTES = 1_000_000;

export interface MarkdownOptions {
  /** First line, by which a comment is found again. */
  readonly marker?: string;
  /** Most bytes of UTF-8, marker included [no limit]. */
  readonly budgetBytes?: number;
}

const handlebars = Handlebars.create();
handlebars.registerHelper(TEMPLATE_HELPERS);
const template = handlebars.template(comment);

/**
 * The report as GitHub's Markdown. What does not fit the budget is left out from the end of a list of priorities:
 * models, layers to look at, layers that pass, skipped tensors. Nothing is cut in its middle.
 */
export function renderMarkdown(
  outcomes: readonly ReportedOutcome[],
  { marker = '', budgetBytes = Infinity }: MarkdownOptions = {},
): string {
  const view = buildView(outcomes);
  const render = (shown: number) => `${template({ ...abridge(view, shown), marker }).trim()}\n`;
  const fits = (text: string) => new TextEncoder().encode(text).length <= budgetBytes;

  let most = partsOf(view);
  const whole = render(most);
  if (fits(whole)) return whole;
  let least = 0;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(render(middle))) least = middle;
    else most = middle - 1;
  }
  return render(least);
}

/** How many parts a view has that can be left out one by one. */
function partsOf({ models }: ReportView): number {
  return models.reduce(
    (sum, { attention, passing, skipped }) => sum + 1 + attention.length + passing.length + skipped.length,
    0,
  );
}

/** What the template shows: the first `parts` of all parts by priority, and how many of each kind are missing. */
function abridge(view: ReportView, parts: number): object {
  let left = parts;
  const take = <T>(list: readonly T[]): readonly T[] => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const models = take(view.models);
  const attention = models.map((model) => take(model.attention));
  const passing = models.map((model) => take(model.passing));
  const skipped = models.map((model) => take(model.skipped));
  return {
    ...view,
    several: view.models.length > 1,
    modelsCut: view.models.length - models.length,
    models: models.map((model: ModelView, index) => ({
      ...model,
      attention: attention[index],
      attentionCut: model.attention.length - attention[index]!.length,
      passing: passing[index],
      passingCount: model.passing.length,
      passingCut: model.passing.length - passing[index]!.length,
      layerCount: model.attention.length + model.passing.length,
      skipped: skipped[index],
      skippedCount: model.skipped.length,
      skippedCut: model.skipped.length - skipped[index]!.length,
    })),
  };
}
