import { FormatError } from '../errors.ts';
import { MAX_REPORTED_LAYERS, MAX_TENSOR_NAME_LENGTH } from '../limits.ts';
import { warningOf } from '../metrics/fit-columns.ts';
import { LITERAL_NO_FIT } from '../metrics/literal-columns.ts';
import { rowName } from '../metrics/row-name.ts';
import { failed, isNotFinite, notFinite, SUCCESS } from '../metrics/status.ts';
import type { Report, ReportLayer } from './report.ts';

/** Where the numbers come from, as GitHub itself says. */
export interface Origin {
  /** The run that computed them, for people: a repository and a run. */
  readonly run: string;
  /** The commit that the run was for, if GitHub says. */
  readonly commit: string | undefined;
  /** Whether somebody vouches for the run: it ran in the repository itself. */
  readonly trusted: boolean;
}

/**
 * Takes over the numbers of a report that another run has made, and its names, which are hostile text as any model's
 * are. Whatever prose, judgement or claim it holds is dropped, so that nobody can speak through it. The numbers may
 * still be invented, and the report will say so.
 *
 * @param report fits the schema.
 * @param subject where it was read, for messages.
 * @throws FormatError `NOT_CREDIBLE` when its numbers contradict each other.
 */
export function takeOverNumbers(report: Report, subject: string, origin: Origin): Report {
  const { model, base_model, tool, layers, settings, skipped, timing, summary } = report;
  const refuse = (problem: string) =>
    new FormatError({
      code: 'NOT_CREDIBLE',
      subject,
      problem,
      cure: 'Make it with alphagate, in mode analyze, and change nothing in it',
    });
  if (report.shard !== undefined) throw refuse('holds only a part of a model. Merge all parts first');
  if (layers.length === 0) throw refuse('holds no layer');
  if (layers.length > MAX_REPORTED_LAYERS) throw refuse(`holds more than ${MAX_REPORTED_LAYERS} layers`);
  if (new Set(layers.map(({ layer_id, slice_id }) => `${layer_id} ${slice_id}`)).size < layers.length)
    throw refuse('has two layers of one layer_id');
  if (new Set(layers.map(rowName)).size < layers.length) throw refuse('has two layers of one name');
  const { source = '', identity = '' } = base_model ?? {};
  const names = [
    model.source,
    model.identity,
    model.format,
    source,
    identity,
    ...skipped.map(({ name }) => name),
  ];
  if (
    [...names, ...layers.map(({ longname }) => longname)].some((name) => name.length > MAX_TENSOR_NAME_LENGTH)
  )
    throw refuse(`has a name of more than ${MAX_TENSOR_NAME_LENGTH} characters`);
  for (const layer of layers) {
    const problem = contradictionIn(layer, isLiteral(settings));
    if (problem !== undefined) throw refuse(`says of the layer ${JSON.stringify(layer.longname)} ${problem}`);
  }
  return {
    schemaVersion: report.schemaVersion,
    tool,
    model,
    ...(base_model !== undefined && { base_model }),
    settings,
    summary,
    layers: layers.map(withoutWords),
    skipped: skipped.map(({ name }) => ({ name, reason: 'skipped by the run that computed the numbers' })),
    ...(origin.commit !== undefined && { commit: origin.commit }),
    ...(!origin.trusted && { untrusted_run: origin.run }),
    timing,
  };
}

/** Whether numbers are WeightWatcher's own, of which N may be the smaller side, M 1, and sigma negative. */
function isLiteral(settings: Report['settings']): boolean {
  const analysis = settings['analysis'] as { readonly compat?: unknown } | undefined | null;
  return analysis?.compat === 'weightwatcher';
}

/** What cannot be true of any layer that was analysed. */
function contradictionIn(layer: ReportLayer, literal: boolean): string | undefined {
  const { N, M, rf, num_evals, alpha, sigma, D, xmin, xmax, matrix_rank } = layer;
  if (literal ? M < 1 || N < 1 : M < 2 || N < M) return `that its sides are ${N} and ${M}`;
  if (rf < 1 || num_evals < 1 || num_evals > M * rf)
    return `that it has ${num_evals} eigenvalues, and its matrices ${M * rf}`;
  if ((alpha === null) !== (sigma === null))
    return 'an alpha without its standard error, or the other way round';
  if (alpha !== null && alpha <= 1 && !literal)
    return `that alpha is ${alpha}, and no power law's is 1 or less`;
  if (sigma !== null && sigma < 0 && !literal) return `that sigma is ${sigma}`;
  if (D !== null && (D < (literal ? -1 : 0) || D > 1)) return `that the distance D is ${D}`;
  if (xmin !== null && xmax !== null && xmin > xmax) return 'that xmin is above xmax';
  if (matrix_rank !== null && matrix_rank > num_evals) return `a rank of ${matrix_rank}`;
  return undefined;
}

/** The layer with words of our own in the place of the report's. */
function withoutWords(layer: ReportLayer): ReportLayer {
  const { longname, alpha, status } = layer;
  return {
    ...layer,
    name: longname,
    status: statusOf(status, alpha),
    warning: alpha === null ? '' : warningOf(alpha),
    trust_reasons: [],
    verdict: 'inconclusive',
    reasons: ['not judged yet'],
    threshold: 0,
    delta: null,
  };
}

function statusOf(status: string, alpha: number | null): string {
  if (isNotFinite(status))
    return notFinite('weights that are not numbers, as the run that computed them says');
  if (alpha === LITERAL_NO_FIT.alpha) return LITERAL_NO_FIT.status;
  return alpha === null ? failed('no alpha, as the run that computed the numbers says') : SUCCESS;
}
