import type { Verdict } from '../verdict/verdict.ts';
import { VERSION } from '../version.ts';
import type { ReportedOutcome } from './outcome.ts';
import type { Report, ReportLayer } from './report.ts';

/** What every rendering for people shows. Texts are as they came: each renderer escapes for its own place. */
export interface ReportView {
  readonly status: Status;
  /** The whole in a few words, such as "1 of 3 layers is below its threshold". */
  readonly headline: string;
  readonly version: string;
  /** Those that need attention first. */
  readonly models: readonly ModelView[];
}

export type Status = Verdict | 'error';

export interface ModelView {
  readonly name: string;
  readonly status: Status;
  /** Why, in one sentence. */
  readonly sentence: string;
  /** Layers that fail, warn or are inconclusive, worst first. */
  readonly attention: readonly LayerView[];
  /** Layers that pass, in the model's order. */
  readonly passing: readonly LayerView[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Facts in words: format, size, mean alpha, time. */
  readonly facts: readonly string[];
}

export interface LayerView {
  readonly name: string;
  readonly verdict: Verdict;
  readonly type: string;
  /** Rows × columns, and how many matrices where there are several. */
  readonly shape: string;
  readonly eigenvalues: number;
  /** With its standard error; a dash where there is none. */
  readonly alpha: string;
  readonly threshold: string;
  readonly distance: string;
  readonly reasons: string;
}

const WORST_FIRST: readonly Status[] = ['error', 'fail', 'inconclusive', 'warn', 'pass'];

export function buildView(outcomes: readonly ReportedOutcome[]): ReportView {
  const models = outcomes.map(modelView).sort((a, b) => rank(a.status) - rank(b.status));
  const status = models[0]?.status ?? 'pass';
  return { status, headline: headline(models, outcomes), version: VERSION, models };
}

function rank(status: Status): number {
  return WORST_FIRST.indexOf(status);
}

function modelView(outcome: ReportedOutcome): ModelView {
  if (outcome.kind === 'error') {
    const { reference, error } = outcome;
    return {
      name: reference,
      status: 'error',
      sentence: error.message,
      attention: [],
      passing: [],
      skipped: [],
      facts: [],
    };
  }
  const { model, summary, layers, skipped, timing } = outcome.report;
  const views = layers.map(layerView);
  const attention = layers
    .map((layer, index) => ({ layer, view: views[index]! }))
    .filter(({ layer }) => layer.verdict !== 'pass')
    .sort(
      (a, b) => rank(a.layer.verdict) - rank(b.layer.verdict) || (a.layer.alpha ?? 0) - (b.layer.alpha ?? 0),
    )
    .map(({ view }) => view);
  return {
    name: model.source,
    status: summary.verdict,
    sentence: sentence(outcome.report),
    attention,
    passing: views.filter(({ verdict }) => verdict === 'pass'),
    skipped,
    facts: [
      `${model.format}, ${bytes(model.bytes)}`,
      ...(summary.alpha === null ? [] : [`mean alpha ${digits(summary.alpha)}`]),
      `${count(layers.length, 'layer')} in ${(timing.total_ms / 1000).toFixed(1)} s`,
    ],
  };
}

function layerView(layer: ReportLayer): LayerView {
  return {
    name: layer.longname,
    verdict: layer.verdict,
    type: layer.layer_type,
    shape: `${layer.N}×${layer.M}${layer.rf > 1 ? `, ${layer.rf} times` : ''}`,
    eigenvalues: layer.num_evals,
    alpha: layer.alpha === null ? '–' : `${digits(layer.alpha)} ± ${digits(layer.sigma ?? 0)}`,
    threshold: String(layer.threshold),
    distance: layer.D === null ? '–' : digits(layer.D),
    reasons: layer.reasons.join('; '),
  };
}

/** The model's own sentence, and of failing layers the worst by name. */
function sentence({ summary, layers }: Report): string {
  const worst = layers
    .filter(({ verdict, alpha }) => verdict === 'fail' && alpha !== null)
    .sort((a, b) => a.alpha! - b.alpha!)[0];
  return worst === undefined ? summary.reason : `${summary.reason}: ${worst.reasons.join('; ')}`;
}

function headline(models: readonly ModelView[], outcomes: readonly ReportedOutcome[]): string {
  const reports = outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []));
  const layers = reports.flatMap((report) => report.layers);
  const of = (verdict: Verdict) => layers.filter((layer) => layer.verdict === verdict).length;
  const unreadable = models.filter(({ status }) => status === 'error').length;
  if (unreadable > 0) return `${count(unreadable, 'model')} could not be analysed`;
  if (of('fail') > 0)
    return `${of('fail')} of ${count(layers.length, 'layer')} ${of('fail') === 1 ? 'fails' : 'fail'}`;
  if (models[0]?.status === 'inconclusive') return `no layer could be judged`;
  if (of('warn') + of('inconclusive') > 0)
    return `no layer fails, ${of('warn') + of('inconclusive')} of ${layers.length} to look at`;
  return layers.length === 1 ? 'the layer passes' : `all ${layers.length} layers pass`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Enough digits to compare: three decimals, or three significant ones for what is small. */
function digits(value: number): string {
  return Math.abs(value) >= 0.01 || value === 0 ? value.toFixed(3) : value.toPrecision(3);
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
