import type { SkippedTensor } from '../layers/layer.ts';
import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { rowName } from '../metrics/row-name.ts';
import { toConfig } from '../settings/resolve.ts';
import type { Settings } from '../settings/schema.ts';
import type { JudgedLayer, ModelVerdict, Verdict } from '../verdict/verdict.ts';
import { VERSION } from '../version.ts';
import { mean } from './mean.ts';
import { LAYER_COLUMNS, REPORT_KEYS, type Report, type ReportLayer, SCHEMA_VERSION } from './report.ts';

type Circumstances = Pick<Report, 'model' | 'base_model' | 'baseline' | 'commit' | 'shard' | 'untrusted_run'>;

export interface ReportParts extends Circumstances {
  readonly settings: Settings;
  readonly verdict: ModelVerdict;
  readonly skipped: readonly SkippedTensor[];
  /** Wall-clock milliseconds the model took. */
  readonly totalMs: number;
}

/** Puts a model's report together. */
export function buildReport({ settings, verdict, skipped, totalMs, ...circumstances }: ReportParts): Report {
  const layers = verdict.layers.map((layer): ReportLayer => {
    const { reasons, trust_reasons, diagnosis } = layer;
    const lists = { reasons: [...reasons], trust_reasons: [...trust_reasons], diagnosis: [...diagnosis] };
    return inOrder({ ...layer, ...lists }, LAYER_COLUMNS);
  });
  const report: Report = {
    ...circumstances,
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'alphagate', version: VERSION, engine: settings.engine },
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
      alpha: mean(layers.map(({ alpha }) => alpha)),
      alpha_weighted: mean(layers.map(({ alpha_weighted }) => alpha_weighted)),
      log_norm: mean(layers.map(({ log_norm }) => log_norm)),
      log_alpha_norm: mean(layers.map(({ log_alpha_norm }) => log_alpha_norm)),
      log_spectral_norm: mean(layers.map(({ log_spectral_norm }) => log_spectral_norm)),
      stable_rank: mean(layers.map(({ stable_rank }) => stable_rank)),
      mp_softrank: mean(layers.map(({ mp_softrank }) => mp_softrank)),
    },
    layers,
    skipped: [...skipped],
    timing: { total_ms: Math.round(totalMs) },
  };
  return inOrder(report, REPORT_KEYS);
}

/** So that a report is the same bytes whether its numbers were computed here or read from the reports of parts. */
function inOrder<Part extends object>(part: Part, keys: readonly (keyof Part)[]): Part {
  const present = keys.filter((key) => part[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, part[key]])) as Part;
}

function countVerdicts(layers: readonly JudgedLayer[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { pass: 0, warn: 0, fail: 0, inconclusive: 0 };
  for (const layer of layers) counts[layer.verdict]++;
  return counts;
}

function smallestAlpha(
  layers: readonly JudgedLayer[],
): Pick<Report['summary'], 'min_alpha' | 'min_alpha_layer'> {
  let smallest: { alpha: number; name: string } | undefined;
  for (const layer of layers) {
    const alpha = fittedAlpha(layer);
    if (alpha !== null && (smallest === undefined || alpha < smallest.alpha))
      smallest = { alpha, name: rowName(layer) };
  }
  return { min_alpha: smallest?.alpha ?? null, min_alpha_layer: smallest?.name ?? null };
}
