import { rowName } from '../../metrics/row-name.ts';
import type { Report } from '../report.ts';
import { buildTrend, foundIn, type Trend, type TrendRun } from '../trends/trend.ts';
import type { History } from './history.ts';

/** Hexadecimal digits of a commit by which people know it. */
const SHORT_COMMIT = 7;

/** Alpha of a report's layers over earlier runs, and in the report itself, which is the last. */
export function historyTrend(report: Report, earlier: History): Trend {
  const runs: TrendRun[] = earlier.map(({ time, commit, verdict, layers }, index) => ({
    at: index + 1,
    name: [time, commit?.slice(0, SHORT_COMMIT)].filter(Boolean).join(' '),
    verdict,
    alphas: new Map(layers),
  }));
  const { layers, commit } = report;
  runs.push({
    at: earlier.length + 1,
    name: ['this run', commit?.slice(0, SHORT_COMMIT)].filter(Boolean).join(' '),
    ...foundIn(report),
  });
  return buildTrend('run', runs, new Map(layers.map((layer) => [rowName(layer), layer.threshold])));
}
