import type { Context } from 'aws-lambda';
import { planItems } from '../../pipeline/plan-items.ts';
import { locator } from '../local-ports.ts';
import { putText } from './bucket.ts';
import { deadlineOf } from './deadline.ts';
import { readDeployment } from './deployment.ts';
import { gateSettings } from './gate-settings.ts';
import { layerMemoryBytes } from './item-memory.ts';
import { modelReference, requireUnchanged } from './model-files.ts';
import { runFile } from './run-files.ts';
import { type Item, parseRunInput, type RunInput, type StoredPlace } from './run-input.ts';
import { logger, publishCounts } from './telemetry.ts';

/**
 * Writes the list of items of a run.
 *
 * @throws NumericError `TOO_LARGE` where a layer does not fit into one function; AlphagateError when the model cannot
 * be read.
 */
export async function planRun(
  value: unknown,
  context: Context,
): Promise<RunInput & { readonly manifest: StoredPlace; readonly items: number }> {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const input = parseRunInput(value);
  const { model, run } = input;
  await requireUnchanged(model);
  const settings = await gateSettings(deployment);
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  const items = await planItems(
    name,
    settings,
    { locate, signal },
    {
      itemMemoryBytes: layerMemoryBytes(deployment),
      itemSeconds: deployment.itemSeconds,
    },
  );
  const manifest = runFile(deployment, run, 'manifest.json');
  const list = items.map(
    (item, index): Item => ({
      item: index + 1,
      of: items.length,
      run,
      ...item,
      layers: [...item.layers],
    }),
  );
  await putText(manifest, JSON.stringify(list), 'application/json');
  logger.info('Planned', { run, model: name, items: items.length });
  publishCounts();
  return { ...input, manifest, items: items.length };
}
