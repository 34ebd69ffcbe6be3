import Handlebars from 'handlebars/runtime.js';
import { comment } from '../generated/templates.ts';
import type { ReportedOutcome } from './outcome.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { buildView, count, type ModelView, type ReportView } from './view-model.ts';

/** GitHub refuses comments of more than 65,536 characters; bytes are counted, and some are left. */
export const COMMENT_BUDGET_BYTES = 60_000;

/** A job summary may have 1 MiB for each step. */
export const SUMMARY_BUDGET_BYTES = 1_000_000;

/** Up to this many layers a model's table shows them all. */
const SMALL_MODEL = 12;

/** Proposed settings that are shown; nobody reads more. */
const MOST_PROPOSALS = 20;

/** Settings that are shown of a model; nobody changes more, and each may be long. */
const MOST_SETTINGS = 20;

/** Names that are shown of tensors that were skipped for the same reason, and of layers with the same diagnosis. */
const MOST_EXAMPLES = 3;

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
 * models, layers that fail, others to look at, diagnoses, charts, history, layers that pass, skipped tensors. Nothing is cut in
 * its middle.
 */
export function renderMarkdown(
  outcomes: readonly ReportedOutcome[],
  { marker = '', budgetBytes = Infinity, proposed = [] }: MarkdownOptions = {},
): string {
  const view = buildView(outcomes);
  const render = (shown: number) =>
    `${template({ ...abridge(view, shown), marker, proposed: proposed.slice(0, MOST_PROPOSALS) }).trim()}\n`;
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
    (sum, { attention, diagnoses, chart, history, passing, skipped }) =>
      sum +
      1 +
      attention.length +
      diagnoses.length +
      chartsOf({ chart }).length +
      history.length +
      passing.length +
      skipped.length,
    0,
  );
}

function chartsOf({ chart }: Pick<ModelView, 'chart'>): string[] {
  return chart === '' ? [] : [chart];
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
  // One model's warnings must not take the place of another's failures. Within a model failures come first already.
  const failing = models.map((model) => take(model.attention.filter(({ verdict }) => verdict === 'fail')));
  const others = models.map((model) => take(model.attention.filter(({ verdict }) => verdict !== 'fail')));
  const attention = models.map((_, index) => [...failing[index]!, ...others[index]!]);
  const diagnoses = models.map((model) => take(model.diagnoses));
  const charts = models.map((model) => take(chartsOf(model)));
  const histories = models.map((model) => take(model.history));
  const passing = models.map((model) => take(model.passing));
  const skipped = models.map((model) => take(model.skipped));
  const several = view.models.length > 1;
  return {
    ...view,
    analyzed: view.models.some(({ status }) => status !== 'error'),
    compared: view.models.some((model) => model.compared),
    modelsCut: view.models.length - models.length,
    models: models.map((model, index) => ({
      ...shownModel(model, several, {
        attention: attention[index]!,
        diagnoses: diagnoses[index]!,
        passing: passing[index]!,
        skipped: skipped[index]!,
      }),
      chart: charts[index]![0] ?? '',
      history: histories[index]!,
    })),
  };
}

/** The parts of a model that fit. */
type ShownParts = Pick<ModelView, 'attention' | 'diagnoses' | 'passing' | 'skipped'>;

function shownModel(
  model: ModelView,
  several: boolean,
  { attention, diagnoses, passing, skipped }: ShownParts,
): object {
  const { worst } = model;
  const layerCount = model.attention.length + model.passing.length;
  // Of a small model all layers are in one table, those of a large one that pass are folded away.
  const small = layerCount <= SMALL_MODEL;
  const listed = small ? [...attention, ...passing] : attention;
  return {
    ...model,
    several,
    error: model.error ?? '',
    untrustedRun: model.untrustedRun ?? '',
    changedSettings: model.changedSettings.slice(0, MOST_SETTINGS),
    settingsCut: Math.max(0, model.changedSettings.length - MOST_SETTINGS),
    worst: worst === undefined ? null : { ...worst, among: model.attention.length > 1 },
    listed,
    // The worst layer's reasons stand above the table.
    reasoned: listed.some(({ why }, index) => why !== '' && !(worst !== undefined && index === 0)),
    diagnosisTitles: diagnoses.map(({ title }) => title.toLowerCase()).join(', '),
    diagnoses: diagnoses.map(({ names, ...words }) => ({ ...words, ...examplesOf(names) })),
    attentionCut: model.attention.length - attention.length,
    folded: small ? [] : passing,
    foldedCount: small ? 0 : model.passing.length,
    layerCount,
    passingCut: model.passing.length - passing.length,
    skipped: skipped.map(({ reason, names }) => ({ reason, ...examplesOf(names) })),
    skippedTitle: `${count(model.skippedCount, 'tensor')} ${model.skippedCount === 1 ? 'was' : 'were'} not analysed`,
    skippedCut: model.skipped.length - skipped.length,
  };
}

function examplesOf(names: readonly string[]): { names: readonly string[]; namesCut: number } {
  return { names: names.slice(0, MOST_EXAMPLES), namesCut: Math.max(0, names.length - MOST_EXAMPLES) };
}
