import { comment } from '../generated/templates.ts';
import { type Abridgeable, abridgeable } from './comment-view.ts';
import { markdownCode, markdownText } from './escape.ts';
import type { ReportedOutcome } from './outcome.ts';
import type { CommentView } from './template/comment-view-schema.ts';
import type { UserTemplate } from './template/user-template.ts';
import { markdownTemplate } from './template-helpers.ts';
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
  /** The user's own, in the place of ours. */
  readonly template?: ChosenTemplate | undefined;
}

/** A template that the user has chosen, or why it cannot be used. */
export type ChosenTemplate = UserTemplate | { readonly name: string; readonly problem: string };

const template = markdownTemplate(comment);

/**
 * The report as GitHub's Markdown. What does not fit the budget is left out from the end of a list of priorities:
 * models, layers that fail, others to look at, diagnoses, charts, history, layers that changed and pass, others that
 * pass, skipped tensors. Nothing is cut in its middle. A user's template sees the same shorter lists; where its result
 * does not fit with empty ones, ours takes its place and says so.
 */
export function renderMarkdown(
  outcomes: readonly ReportedOutcome[],
  { marker = '', budgetBytes = Infinity, proposed = [], template: own }: MarkdownOptions = {},
): string {
  const report = abridgeable(buildView(outcomes), proposed);
  const head = marker === '' ? '' : `${marker}\n`;
  const whole = (body: string, foot = '') => `${head}${body.trim()}\n${foot}`;
  const fits = (text: string) => new TextEncoder().encode(text).length <= budgetBytes;

  if (own !== undefined && 'render' in own) {
    const text = longestThatFits(report, fits, (view) => {
      const body = own.render(view);
      return body === undefined ? undefined : whole(body);
    });
    if (text !== undefined) return text;
  }
  const foot = own === undefined ? '' : noteOn(own);
  return longestThatFits(report, fits, (view) => whole(template(view), foot)) ?? whole('', foot);
}

/** Why a template of the user's was not used. */
function noteOn(own: ChosenTemplate): string {
  const problem =
    'problem' in own
      ? own.problem
      : 'whatever is left out, its result is too long or does not come to an end';
  return `\n> [!NOTE]\n> The template ${markdownCode(own.name)} was not used: ${markdownText(problem)}.\n`;
}

/** @returns the rendering with the most parts that fits; undefined where none does. */
function longestThatFits(
  { parts, abridge }: Abridgeable,
  fits: (text: string) => boolean,
  render: (view: CommentView) => string | undefined,
): string | undefined {
  const attempt = (shown: number) => {
    const text = render(abridge(shown));
    return text !== undefined && fits(text) ? text : undefined;
  };
  const whole = attempt(parts);
  if (whole !== undefined) return whole;
  let longest: string | undefined;
  let [least, most] = [0, parts - 1];
  while (least <= most) {
    const middle = Math.ceil((least + most) / 2);
    const text = attempt(middle);
    if (text === undefined) most = middle - 1;
    else {
      longest = text;
      least = middle + 1;
    }
  }
  return longest;
}
