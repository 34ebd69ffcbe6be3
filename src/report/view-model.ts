import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { rowName } from '../metrics/row-name.ts';
import { changedSettings } from '../settings/difference.ts';
import { DIAGNOSES, DIAGNOSIS_NAMES, type DiagnosisName } from '../verdict/diagnoses.ts';
import { count, formatAlpha } from '../verdict/format.ts';
import { VERSION } from '../version.ts';
import { digits, NONE, signed } from './digits.ts';
import { historyRows } from './history/history-view.ts';
import { layerShape } from './layer-shape.ts';
import { mermaidChart } from './mermaid-chart.ts';
import {
  type AnalyzedModel,
  type ReportedOutcome,
  STATUSES,
  type Status,
  type UnreadableModel,
} from './outcome.ts';
import { boundsOf } from './plots/alpha-axis.ts';
import type { Report, ReportLayer } from './report.ts';
import type { CommentLayer, CommentModel } from './template/comment-view-schema.ts';

/** What every rendering for people shows. Texts are as they came: each renderer escapes for its own place. */
export interface ReportView {
  readonly status: Status;
  /** The whole in a few words, such as "1 of 3 layers fails". */
  readonly headline: string;
  readonly version: string;
  /** Those that need attention first. */
  readonly models: readonly ModelView[];
}

type Shared =
  | 'name'
  | 'status'
  | 'headline'
  | 'compared'
  | 'error'
  | 'untrustedRun'
  | 'worst'
  | 'chart'
  | 'chartLegend'
  | 'history'
  | 'historyRuns'
  | 'facts'
  | 'changedSettings';

/** What is said of a model; what templates see of it as well is described in their schema. */
export interface ModelView extends Pick<CommentModel, Shared> {
  /** Which of the outcomes this is. */
  readonly index: number;
  /** Layers that fail, warn or are inconclusive, worst first. */
  readonly attention: readonly LayerView[];
  /** Layers that pass, in the model's order. */
  readonly passing: readonly LayerView[];
  /** What is wrong with layers, each with all that have it, in the model's order. */
  readonly diagnoses: readonly DiagnosisView[];
  readonly skipped: readonly SkippedGroup[];
  readonly skippedCount: number;
  /** How long the analysis took. */
  readonly seconds: string;
}

export interface LayerView extends Omit<CommentLayer, 'why'> {
  readonly eigenvalues: number;
  /** Size of the difference from the baseline; 0 where there is none. */
  readonly change: number;
  /** Diagnoses and reasons, without what the column `alpha` says; none for a layer that simply passes. */
  readonly why: readonly string[];
}

type DiagnosisView = Omit<CommentModel['diagnoses'][number], 'namesCut'>;

/** All tensors that were not analysed for one and the same reason. */
type SkippedGroup = Omit<CommentModel['skipped'][number], 'namesCut'>;

/**
 * Errors of the difference by which an alpha has to differ from the baseline's for the layer to count as changed. The
 * baseline's error is taken to be as large as the layer's.
 */
const CHANGED_BY = 2 * Math.SQRT2;

/** The manual's page about diagnoses, with a section for each. */
const DIAGNOSES_URL = 'https://github.com/alphagate/alphagate/blob/main/docs/diagnoses.md';

export function buildView(outcomes: readonly ReportedOutcome[]): ReportView {
  const models = outcomes
    .map((outcome, index) => ({ ...modelView(outcome), index }))
    .sort((a, b) => rank(a.status) - rank(b.status));
  return { status: models[0]?.status ?? 'pass', headline: headlineOf(models), version: VERSION, models };
}

/** The reports among outcomes. */
export function reportsOf(outcomes: readonly ReportedOutcome[]): Report[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []));
}

/** Puts the layers first that need attention most: by verdict, then the smallest alpha. */
export function byAttention(a: ReportLayer, b: ReportLayer): number {
  return rank(a.verdict) - rank(b.verdict) || (a.alpha ?? 0) - (b.alpha ?? 0);
}

function rank(status: Status): number {
  return STATUSES.indexOf(status);
}

function modelView(outcome: ReportedOutcome): Omit<ModelView, 'index'> {
  const view = outcome.kind === 'report' ? reportView(outcome) : errorView(outcome);
  return { ...view, headline: headlineOf([view]) };
}

type Unnamed = Omit<ModelView, 'headline' | 'index'>;

function errorView({ reference, error }: UnreadableModel): Unnamed {
  return {
    name: reference,
    status: 'error',
    error: error.message,
    untrustedRun: '',
    worst: null,
    attention: [],
    passing: [],
    diagnoses: [],
    chart: '',
    chartLegend: '',
    history: [],
    historyRuns: 0,
    skipped: [],
    skippedCount: 0,
    compared: false,
    changedSettings: [],
    facts: [],
    seconds: '',
  };
}

function reportView({ report, history = [] }: AnalyzedModel): Unnamed {
  const { model, summary, layers, skipped, timing } = report;
  const attention = layers.filter(({ verdict }) => verdict !== 'pass').sort(byAttention);
  const worst = attention[0];
  return {
    name: model.source,
    status: summary.verdict,
    error: '',
    untrustedRun: report.untrusted_run ?? '',
    worst: worst === undefined ? null : worstOf(worst, attention.length > 1),
    attention: attention.map(layerView),
    passing: layers.filter(({ verdict }) => verdict === 'pass').map(layerView),
    diagnoses: DIAGNOSIS_NAMES.flatMap((name) => diagnosisView(name, layers)),
    ...mermaidChart(layers, boundsOf(report.settings)),
    history: historyRows(report, history),
    historyRuns: history.length + 1,
    skipped: groupByReason(skipped),
    skippedCount: skipped.length,
    compared: layers.some(({ delta }) => delta !== null),
    changedSettings: changedSettings(report.settings),
    facts: factsOf(report),
    seconds: `${(timing.total_ms / 1000).toFixed(1)} s`,
  };
}

function layerView(layer: ReportLayer): LayerView {
  const { sigma, delta, D } = layer;
  const alpha = fittedAlpha(layer);
  return {
    name: rowName(layer),
    verdict: layer.verdict,
    shape: layerShape(layer),
    eigenvalues: layer.num_evals,
    alpha: alpha === null ? NONE : apartFrom(alpha, layer.threshold),
    sigma: sigma === null ? '' : digits(sigma),
    delta: delta === null ? NONE : change(delta),
    changed: delta !== null && sigma !== null && Math.abs(delta) > CHANGED_BY * Math.abs(sigma),
    change: Math.abs(delta ?? 0),
    trust: layer.trust ?? NONE,
    distance: digits(D),
    why: inWords(layer, layer.reasons.map(withoutAlpha).filter(Boolean)),
  };
}

/** The layer that shows best why the model is not simply fine. */
function worstOf(layer: ReportLayer, among: boolean): CommentModel['worst'] {
  return { name: rowName(layer), reasons: inWords(layer, layer.reasons).join('; '), among };
}

/** The reasons, after the diagnoses that they do not name themselves. */
function inWords({ diagnosis }: ReportLayer, reasons: readonly string[]): string[] {
  const said = reasons.join('; ').toLowerCase();
  const unsaid = diagnosis.filter((name) => !namesOf(name).some((word) => said.includes(word)));
  return [...unsaid.map((name) => DIAGNOSES[name].title.toLowerCase()), ...reasons];
}

/** What reasons call a diagnosis. */
function namesOf(name: DiagnosisName): string[] {
  const title = DIAGNOSES[name].title.toLowerCase();
  return name === 'under-trained' ? [title, 'hardly trained'] : [title];
}

/** At most one view: none where no layer has the diagnosis. */
function diagnosisView(name: DiagnosisName, layers: readonly ReportLayer[]): DiagnosisView[] {
  const names = layers.filter(({ diagnosis }) => diagnosis.includes(name)).map(rowName);
  if (names.length === 0) return [];
  const { title, meaning, remedies } = DIAGNOSES[name];
  return [{ title, meaning, remedies, url: `${DIAGNOSES_URL}#${name}`, names }];
}

/** What a reason adds to the number in the column `alpha`: of a layer within its bounds, nothing. */
function withoutAlpha(reason: string): string {
  return reason.replace(/^alpha \S+ (?:is |lies within \S+ and [^\s:]+(?:: )?)/, '');
}

function groupByReason(skipped: Report['skipped']): SkippedGroup[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of skipped) {
    const others = names.get(reason);
    if (others === undefined) names.set(reason, [name]);
    else others.push(name);
  }
  return [...names]
    .map(([reason, of]) => ({ reason, names: of }))
    .sort((a, b) => b.names.length - a.names.length);
}

function factsOf({ model, summary, baseline, base_model }: Report): string[] {
  const facts: string[] = [];
  if (summary.alpha !== null) facts.push(`mean alpha ${digits(summary.alpha)}`);
  if (base_model !== undefined) facts.push(`base model ${base_model.source}`);
  if (baseline !== undefined) facts.push(comparisonOf(baseline));
  return [...facts, model.format, bytes(model.bytes)];
}

/** What alphas were compared with, or why with nothing. */
function comparisonOf(baseline: NonNullable<Report['baseline']>): string {
  if ('missing' in baseline) return `no baseline: ${baseline.source} ${baseline.missing}`;
  const { source, commit } = baseline;
  return `baseline ${source} ${commit === null ? '(of no known commit)' : `at ${commit.slice(0, 7)}`}`;
}

function headlineOf(models: readonly Unnamed[]): string {
  const unreadable = models.filter(({ status }) => status === 'error').length;
  if (unreadable > 0) {
    return models.length === 1
      ? 'the model could not be analysed'
      : `${unreadable} of ${count(models.length, 'model')} could not be analysed`;
  }
  const attention = models.flatMap((model) => model.attention);
  const failing = attention.filter(({ verdict }) => verdict === 'fail').length;
  const total = attention.length + models.reduce((sum, { passing }) => sum + passing.length, 0);
  const [ofLayers, ofModels] = [
    `of ${count(total, 'layer')}`,
    models.length > 1 ? ` in ${models.length} models` : '',
  ];
  if (failing > 0) return `${failing} ${ofLayers} ${failing === 1 ? 'fails' : 'fail'}${ofModels}`;
  if (models.some(({ status }) => status === 'inconclusive')) {
    return models.length === 1
      ? `none ${ofLayers} could be judged`
      : 'a model has no layer that could be judged';
  }
  if (attention.length > 0) return `no layer fails, ${attention.length} ${ofLayers} to look at${ofModels}`;
  return total === 1 ? 'the layer passes' : `all ${total} layers pass${ofModels}`;
}

/** A number, with more digits where it would look like the bound that it is not. */
function apartFrom(value: number, bound: number): string {
  const text = digits(value);
  return Number(text) === bound && value !== bound ? formatAlpha(value, bound) : text;
}

/** A change in as many decimals as alpha has: what is smaller is none. */
function change(delta: number): string {
  if (Math.abs(delta) < 0.0005) return '0';
  return Math.abs(delta) < 0.01 ? `${delta < 0 ? '−' : '+'}${Math.abs(delta).toFixed(3)}` : signed(delta);
}

function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? value.toFixed(0) : value.toFixed(1)} ${units[unit]}`;
}
