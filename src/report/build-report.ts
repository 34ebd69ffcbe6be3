import type { SkippedTensor } from '../layers/layer.ts';
import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { rowName } from '../metrics/row-name.ts';
import { toConfig } from '../settings/resolve.ts';
import type { Settings } from '../settings/schema.ts';
import type { JudgedLayer, ModelVerdict, Verdict } from '../verdict/verdict.ts';
import { VERSION } from '../version.ts';
import { LAYER_COLUMNS, type Report, type ReportLayer, SCHEMA_VERSION } from './report.ts';

export interface ReportParts {
  readonly model: Report['model'];
  readonly settings: Settings;
  readonly verdict: ModelVerdict;
  readonly skipped: readonly SkippedTensor[];
  /** What was subtracted from it or what its products were added to, if anything was. */
  readonly baseModel?: Report['base_model'] | undefined;
  readonly baseline?: Report['baseline'];
  readonly commit?: string | undefined;
  readonly shard?: Report['shard'];
  readonly untrustedRun?: string | undefined;
  /** Wall-clock milliseconds the model took. */
  readonly totalMs: number;
}

/** Puts a model's report together. */
export function buildReport(parts: ReportParts): Report {
  const { model, settings, verdict, skipped, baseModel, baseline, commit, shard, untrustedRun, totalMs } =
    parts;
  const layers = verdict.layers.map((layer) =>
    inOrder({
      ...layer,
      reasons: [...layer.reasons],
      trust_reasons: [...layer.trust_reasons],
      diagnosis: [...layer.diagnosis],
    }),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'alphagate', version: VERSION, engine: settings.engine },
    model,
    ...(baseModel !== undefined && { base_model: baseModel }),
    settings: toConfig(settings),
    summary: {
      verdict: verdict.verdict,
      passed: verdict.passed,
      reason: verdict.reason,
      counts: {
        layers: layers.length,
        ...countVerdicts(verdict.layers),
        skipped: skipped.length,
      },
      ...smallestAlpha(verdict.layers),
      alpha: mean(layers, 'alpha'),
      alpha_weighted: mean(layers, 'alpha_weighted'),
      log_norm: mean(layers, 'log_norm'),
      log_alpha_norm: mean(layers, 'log_alpha_norm'),
      log_spectral_norm: mean(layers, 'log_spectral_norm'),
      stable_rank: mean(layers, 'stable_rank'),
      mp_softrank: mean(layers, 'mp_softrank'),
    },
    layers,
    skipped: skipped.map((tensor) => ({ ...tensor })),
    ...(baseline !== undefined && { baseline }),
    ...(commit !== undefined && { commit }),
    ...(shard !== undefined && { shard }),
    ...(untrustedRun !== undefined && { untrusted_run: untrustedRun }),
    timing: { total_ms: Math.round(totalMs) },
  };
}

/** So that a report is the same bytes whether its numbers were computed here or read from the reports of parts. */
function inOrder(layer: ReportLayer): ReportLayer {
  const columns = LAYER_COLUMNS.filter((column) => layer[column] !== undefined);
  return Object.fromEntries(columns.map((column) => [column, layer[column]])) as unknown as ReportLayer;
}

function countVerdicts(layers: readonly JudgedLayer[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { pass: 0, warn: 0, fail: 0, inconclusive: 0 };
  for (const layer of layers) counts[layer.verdict]++;
  return counts;
}

function smallestAlpha(layers: readonly JudgedLayer[]): {
  min_alpha: number | null;
  min_alpha_layer: string | null;
} {
  let smallest: { alpha: number; name: string } | undefined;
  for (const layer of layers) {
    const alpha = fittedAlpha(layer);
    if (alpha !== null && (smallest === undefined || alpha < smallest.alpha))
      smallest = { alpha, name: rowName(layer) };
  }
  return { min_alpha: smallest?.alpha ?? null, min_alpha_layer: smallest?.name ?? null };
}

type MeanColumn =
  | 'alpha'
  | 'alpha_weighted'
  | 'log_norm'
  | 'log_alpha_norm'
  | 'log_spectral_norm'
  | 'stable_rank'
  | 'mp_softrank';

/** Over the layers that have the value; null where none has. */
function mean(layers: readonly JudgedLayer[], column: MeanColumn): number | null {
  const values = layers.map((layer) => layer[column] ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
