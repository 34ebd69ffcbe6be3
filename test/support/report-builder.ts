import { buildReport } from '../../src/report/build-report.ts';
import type { ReportedOutcome } from '../../src/report/outcome.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { VERDICTS, type Verdict } from '../../src/verdict/verdict.ts';

/** A layer that passes; what is left out has a plain value. */
export function reportLayer(parts: Partial<ReportLayer> = {}): ReportLayer {
  return {
    layer_id: 0,
    name: 'fc1',
    longname: 'fc1',
    layer_type: 'dense',
    N: 300,
    M: 100,
    Q: 3,
    rf: 1,
    num_evals: 100,
    alpha: 3,
    D: 0.05,
    sigma: 0.1,
    xmin: 1,
    xmax: 10,
    num_pl_spikes: 40,
    lambda_max: 10,
    sv_max: 3,
    sv_min: 0.1,
    rank_loss: 0,
    weak_rank_loss: 0,
    norm: 100,
    log_norm: 2,
    spectral_norm: 10,
    log_spectral_norm: 1,
    alpha_weighted: 3,
    log_alpha_norm: 3,
    stable_rank: 10,
    matrix_rank: 100,
    entropy: 0.9,
    p_value: null,
    trust: null,
    trust_reasons: [],
    numerical_rank: 100,
    outliers: null,
    alpha_without_outliers: null,
    correlation_traps: null,
    warning: '',
    status: 'success',
    verdict: 'pass',
    reasons: ['alpha 3 lies within 2 and 6'],
    threshold: 2,
    delta: null,
    diagnosis: [],
    ...parts,
  };
}

export function failingLayer(longname: string, alpha = 1.5): ReportLayer {
  const reasons = [`alpha ${alpha} is below 2: over-trained`];
  return reportLayer({ longname, alpha, verdict: 'fail', warning: 'over-trained', reasons });
}

export type ReportChanges = Partial<Omit<Report, 'model'>> & { readonly source?: string };

/** A report whose summary fits its layers. */
export function buildTestReport(layers: readonly ReportLayer[], changes: ReportChanges = {}): Report {
  const { source = 'model.safetensors', skipped = [], ...rest } = changes;
  const has = (verdict: Verdict) => layers.some((layer) => layer.verdict === verdict);
  const worst = VERDICTS.find(has) ?? 'pass';
  const verdict = worst === 'inconclusive' && (has('warn') || has('pass')) ? 'warn' : worst;
  const passed = verdict === 'pass' || verdict === 'warn';
  const built = buildReport({
    model: { source, identity: 'sha256:00', format: 'safetensors', bytes: 1_234_567 },
    settings: completeSettings(),
    verdict: { verdict, passed, reason: 'as built by a test', layers },
    skipped,
    totalMs: 1234,
  });
  // The layers themselves may have columns that no schema knows.
  return { ...built, settings: { 'min-alpha': 2 }, layers: [...layers], ...rest };
}

/** A model that was analysed. */
export function analyzed(layers: readonly ReportLayer[], changes: ReportChanges = {}) {
  return { kind: 'report', report: buildTestReport(layers, changes) } as const;
}

/** A model that could not be. */
export function unreadable(reference: string, message: string): ReportedOutcome {
  return { kind: 'error', reference, error: { message } };
}
