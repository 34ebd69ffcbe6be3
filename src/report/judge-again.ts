import type { LayerDetails } from '../metrics/details.ts';
import { layerSettings } from '../settings/resolve.ts';
import type { Settings } from '../settings/schema.ts';
import { judge } from '../verdict/judge.ts';
import { buildReport } from './build-report.ts';
import type { Report } from './report.ts';

export interface Rejudging {
  /** The gate that holds now. Which layers were analysed, and how, stays as the report says. */
  readonly settings: Settings;
  /** The report of the model to compare with, if there is one. */
  readonly before?: Report | undefined;
  /** What the report is to say of it. */
  readonly baseline?: Report['baseline'];
}

/**
 * Judges the numbers of a report by another gate. Everything but the numbers is made anew: verdicts, reasons,
 * thresholds, summary.
 *
 * @throws ConfigError `BAD_SETTING` when the report says that it was computed with settings that do not exist.
 */
export function judgeAgain(report: Report, { settings, before, baseline }: Rejudging): Report {
  const { model, base_model, layers, skipped, commit, shard, untrusted_run, timing, tool } = report;
  const details = layers.map(({ verdict, reasons, threshold, delta, ...numbers }): LayerDetails => numbers);
  return buildReport({
    model,
    settings: {
      ...settings,
      ...layerSettings(report.settings, model.source),
      engine: tool.engine === 'reference' ? 'reference' : 'wasm',
    },
    verdict: judge(details, settings, before?.layers),
    skipped,
    base_model,
    baseline,
    commit,
    shard,
    untrusted_run,
    totalMs: timing.total_ms,
  });
}
