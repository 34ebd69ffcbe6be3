import { openArchives } from '../formats/archive/open-archives.ts';
import { MAX_REPORT_BYTES } from '../limits.ts';
import { loadBaseline, readReports, reportFor } from '../pipeline/load-baseline.ts';
import { describeBaseline, type Outcome } from '../pipeline.ts';
import { judgeAgain } from '../report/judge-again.ts';
import type { NamedReport } from '../report/merge-shards.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from '../settings/schema.ts';
import { analyzeBaseline } from './analyze.ts';
import { locator } from './local-ports.ts';
import { noReport } from './no-report.ts';

/**
 * Reads the reports that references stand for.
 *
 * @param mostBytes how large each may be.
 * @throws AlphagateError when one cannot be read, or there is none.
 */
export async function locateReports(
  references: readonly string[],
  settings: Settings,
  signal: AbortSignal | undefined,
  mostBytes = MAX_REPORT_BYTES,
): Promise<NamedReport[]> {
  const locate = locator(settings, signal);
  const named: NamedReport[] = [];
  for (const reference of references) {
    const located = await locate(reference);
    // Of a folder or an archive, such as an artifact is, the reports are taken and other files are not looked at.
    const files = (await openArchives(located, { signal })).flatMap((part) => part.files);
    const single = located.kind === 'file' && files.length === located.files.length;
    const reports = single ? files : files.filter(({ path }) => path.endsWith('.json'));
    if (reports.length === 0) throw noReport(reference, 'holds no file that ends in .json');
    for (const file of reports)
      for (const report of await readReports(file, mostBytes)) named.push({ name: file.name, report });
  }
  return named;
}

/** Judges numbers that are there already by the gate that holds now, against its baseline. */
export async function judgeReports(
  reports: readonly Report[],
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Outcome[]> {
  const baseline =
    settings.baseline === ''
      ? undefined
      : await loadBaseline(settings.baseline, locator(settings, signal), (reference) =>
          analyzeBaseline(reference, settings, signal),
        );
  return reports.map((report) => {
    const before =
      baseline && 'reports' in baseline ? reportFor(report.model.source, baseline.reports) : undefined;
    const described = baseline && describeBaseline(baseline, before);
    return { kind: 'report', report: judgeAgain(report, { settings, before, baseline: described }) };
  });
}
