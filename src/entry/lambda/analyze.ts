import type { Context } from 'aws-lambda';
import { renderJson } from '../../report/json.ts';
import { reportsOf } from '../../report/view-model.ts';
import { analyzeReferences } from '../analyze.ts';
import { locator } from '../local-ports.ts';
import { putText } from './bucket.ts';
import { deadlineOf, TimeoutError } from './deadline.ts';
import { readDeployment } from './deployment.ts';
import { gateSettings } from './gate-settings.ts';
import { layerMemoryBytes } from './item-memory.ts';
import { modelReference, requireUnchanged } from './model-files.ts';
import { rowsFile } from './run-files.ts';
import { parseAnalyzeInput } from './run-input.ts';
import { count, logger, publishCounts } from './telemetry.ts';

interface Analyzed {
  readonly item: number;
  readonly layers: readonly string[];
  /** Of the rows. */
  readonly key: string;
}

/**
 * Analyses one item, and stores its rows as the report of a part of the model. Doing it again gives the same bytes
 * but for the time it took.
 *
 * @throws AlphagateError when the model cannot be read or a layer cannot be analysed; TimeoutError.
 */
export async function analyzeItem(value: unknown, context: Context): Promise<Analyzed> {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const { model, target, run, item } = parseAnalyzeInput(value);
  await requireUnchanged(model);
  const settings = {
    ...(await gateSettings(deployment)),
    shard: { index: item.item, count: item.of },
    memoryBytes: layerMemoryBytes(deployment),
  };
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  const options = { signal, commit: target.sha, curves: true, locate };
  const outcomes = await analyzeReferences([name], settings, options).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    count('RunsTimedOut');
    publishCounts();
    throw new TimeoutError(
      `item ${item.item} of ${name}`,
      'Give the function that analyses items more time or memory',
    );
  });
  const failed = outcomes.find((outcome) => outcome.kind === 'error');
  if (failed !== undefined) throw failed.error;
  const place = rowsFile(deployment, run, item.item);
  await putText(place, renderJson(reportsOf(outcomes)), 'application/json');
  count('LayersAnalyzed', item.layers.length);
  publishCounts();
  return { item: item.item, layers: item.layers, key: place.key };
}
