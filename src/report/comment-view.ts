import { count } from '../verdict/format.ts';
import { NONE } from './digits.ts';
import type { CommentLayer, CommentModel, CommentView } from './template/comment-view-schema.ts';
import type { LayerView, ModelView, ReportView } from './view-model.ts';

/** Up to this many layers a model's table shows them all. */
const SMALL_MODEL = 12;

/** Changed layers that pass and are shown nonetheless; fine-tuning changes them all. */
const MOST_CHANGED = 10;

/** Proposed settings that are shown; nobody reads more. */
const MOST_PROPOSALS = 20;

/** Settings that are shown of a model; nobody changes more, and each may be long. */
const MOST_SETTINGS = 20;

/** Names that are shown of tensors that were skipped for the same reason, and of layers with the same diagnosis. */
const MOST_EXAMPLES = 3;

/** Lists of a model from which parts are left out; a chart is all or nothing. */
type Parts = Record<'failing' | 'others' | 'changed' | 'passing', readonly CommentLayer[]> &
  Pick<ModelView, 'diagnoses' | 'history' | 'skipped'> & {
    readonly charts: readonly string[];
    readonly counts: string;
  };

/** What goes last is left out first. */
const PRIORITIES = [
  'failing',
  'others',
  'diagnoses',
  'charts',
  'history',
  'changed',
  'passing',
  'skipped',
] as const;

/** A report as comments show it, from which parts can be left out one by one. */
export interface Abridgeable {
  /** How many parts there are. */
  readonly parts: number;
  /** The first so many parts, by priority, and how many of each kind are missing. */
  abridge(parts: number): CommentView;
}

/** @param proposed what a pull request would change in its own gate, one setting an item. */
export function abridgeable(view: ReportView, proposed: readonly string[]): Abridgeable {
  const whole = view.models.map(partsOf);
  const parts = whole.reduce(
    (sum, model) => PRIORITIES.reduce((of, kind) => of + model[kind].length, sum),
    view.models.length,
  );
  return { parts, abridge: (shown) => abridge(view, whole, proposed, shown) };
}

function partsOf(model: ModelView): Parts {
  const { attention, passing, diagnoses, chart, history, skipped } = model;
  const changed = passing
    .filter((layer) => layer.changed)
    .sort((a, b) => b.change - a.change)
    .slice(0, MOST_CHANGED);
  const shown = new Set(changed);
  return {
    failing: attention.filter(({ verdict }) => verdict === 'fail').map(commentLayer),
    others: attention.filter(({ verdict }) => verdict !== 'fail').map(commentLayer),
    diagnoses,
    charts: chart === '' ? [] : [chart],
    history,
    changed: changed.map(commentLayer),
    passing: passing.filter((layer) => !shown.has(layer)).map(commentLayer),
    skipped,
    counts: countsOf(model),
  };
}

function abridge(
  view: ReportView,
  whole: readonly Parts[],
  proposed: readonly string[],
  parts: number,
): CommentView {
  let left = parts;
  const take = <Item>(list: readonly Item[]): readonly Item[] => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const models = take(view.models);
  // One model's warnings must not take the place of another's failures: each kind is taken of all models in turn.
  const kept = models.map((): Record<string, readonly unknown[]> => ({}));
  for (const kind of PRIORITIES)
    for (const [index, of] of kept.entries()) of[kind] = take<unknown>(whole[index]![kind]);
  const shown = models.map((model, index) => commentModel(model, whole[index]!, kept[index] as Parts));
  return {
    status: view.status,
    headline: view.headline,
    several: view.models.length > 1,
    analyzed: view.models.some(({ status }) => status !== 'error'),
    compared: view.models.some((model) => model.compared),
    trusted: shown.some(({ listedTrust }) => listedTrust),
    models: shown,
    modelsCut: view.models.length - models.length,
    proposed: proposed.slice(0, MOST_PROPOSALS),
    version: view.version,
  };
}

function commentModel(model: ModelView, whole: Parts, kept: Parts): CommentModel {
  const { index, attention, passing, skippedCount, seconds, ...shown } = model;
  const layerCount = attention.length + passing.length;
  const toLookAt = [...kept.failing, ...kept.others, ...kept.changed];
  // Of a small model all layers are in one table, those of a large one that pass are folded away.
  const small = layerCount <= SMALL_MODEL;
  const listed = small ? [...toLookAt, ...kept.passing] : toLookAt;
  const passingCut = whole.passing.length - kept.passing.length;
  return {
    ...shown,
    counts: whole.counts,
    listed,
    listedCut: attention.length + whole.changed.length - toLookAt.length + (small ? passingCut : 0),
    listedTrust: listed.some(({ trust }) => trust !== NONE),
    // The worst layer's reasons stand above the table.
    listedWhy: listed.some(({ why }, index) => why !== '' && !(shown.worst !== null && index === 0)),
    diagnoses: kept.diagnoses.map(({ title, meaning, remedies, url, names }) => ({
      title,
      meaning,
      remedies,
      url,
      ...examplesOf(names),
    })),
    diagnosisTitles: kept.diagnoses.map(({ title }) => title.toLowerCase()).join(', '),
    chart: kept.charts[0] ?? '',
    history: kept.history,
    folded: small ? [] : kept.passing,
    foldedCut: small ? 0 : passingCut,
    foldedTitle:
      small || whole.passing.length === 0
        ? ''
        : `${whole.passing.length} ${whole.changed.length > 0 ? 'more ' : ''}of ${layerCount} layers pass`,
    skipped: kept.skipped.map(({ reason, names }) => ({ reason, ...examplesOf(names) })),
    skippedCut: model.skipped.length - kept.skipped.length,
    skippedTitle:
      skippedCount === 0
        ? ''
        : `${count(skippedCount, 'tensor')} ${skippedCount === 1 ? 'was' : 'were'} not analysed`,
    changedSettings: model.changedSettings.slice(0, MOST_SETTINGS),
    settingsCut: Math.max(0, model.changedSettings.length - MOST_SETTINGS),
  };
}

function commentLayer({ eigenvalues, change, why, ...shown }: LayerView): CommentLayer {
  return { ...shown, why: why.map(withoutTrust).filter(Boolean).join('; ') };
}

/** What a reason adds to the label in the field `trust`. */
function withoutTrust(reason: string): string {
  return reason.replace(/^trust (?:none|low|medium|high)(?:: |$)/, '');
}

/** How many layers have which verdict, worst first, and how many of them changed. */
function countsOf({ attention, passing, skippedCount }: ModelView): string {
  const of = (verdict: LayerView['verdict']) => attention.filter((layer) => layer.verdict === verdict).length;
  const changed = [...attention, ...passing].filter((layer) => layer.changed).length;
  return [
    verb(of('fail'), 'fail'),
    of('inconclusive') > 0 && `${of('inconclusive')} inconclusive`,
    verb(of('warn'), 'warn'),
    verb(passing.length, 'pass'),
    changed > 0 && `${changed} changed`,
    skippedCount > 0 && `${count(skippedCount, 'tensor')} not analysed`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

function verb(number: number, word: string): string | false {
  return number > 0 && `${number} ${number > 1 ? word : word.endsWith('s') ? `${word}es` : `${word}s`}`;
}

function examplesOf(names: readonly string[]): { names: readonly string[]; namesCut: number } {
  return { names: names.slice(0, MOST_EXAMPLES), namesCut: Math.max(0, names.length - MOST_EXAMPLES) };
}
