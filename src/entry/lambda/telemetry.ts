import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const NAME = 'alphagate';

/** Structured lines on standard output, with the invocation they belong to. */
export const logger = new Logger({ serviceName: process.env['POWERTOOLS_SERVICE_NAME'] || NAME });

const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] || 'Alphagate',
  serviceName: process.env['POWERTOOLS_SERVICE_NAME'] || NAME,
});

/** What is counted; CloudWatch reads it out of the log. */
export type Count =
  | 'ModelsAnalyzed'
  | 'ModelsWaiting'
  | 'RunsStarted'
  | 'UploadsIgnored'
  | 'LayersAnalyzed'
  | 'ItemsFailed'
  | 'DeliveriesFailed'
  | 'RunsTimedOut';

export function count(name: Count, value = 1): void {
  metrics.addMetric(name, MetricUnit.Count, value);
}

/** Writes what was counted since the last time. */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
