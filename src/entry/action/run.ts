import type * as Core from '@actions/core';
import { plainText } from '../../report/escape.ts';
import { SETTINGS } from '../../settings/schema.ts';
import { printableReference } from '../../sources/reference.ts';
import { VERSION } from '../../version.ts';
import { describeCacheUse } from '../cache/cache-use.ts';
import { startDeadline } from '../deadline.ts';
import type { Environment } from '../github/environment.ts';
import { readInputs } from './inputs.ts';

/**
 * Reads the inputs, gets the numbers, publishes, and fails the step when the gate does.
 *
 * @param run is aborted when it is cancelled, or by its own deadline.
 */
export async function runAction(core: typeof Core, env: Environment, run: AbortController): Promise<void> {
  const inputs = await readInputs((name) => core.getInput(name));
  startDeadline(run, inputs.overrides.timeoutMinutes ?? SETTINGS.timeoutMinutes.default);
  for (const secret of [inputs.overrides.githubToken, inputs.overrides.hubToken])
    if (secret) core.setSecret(secret);
  const names = [...inputs.references, ...inputs.reports].map(printableReference).map(plainText);
  core.info(`Alphagate ${VERSION}, mode ${inputs.overrides.mode ?? 'check'}: ${names.join(', ')}`);

  // Loaded after the first line, so that a job is seen to have begun.
  const [{ carryOut }, { deliver }, { modelOutputs, numberOutputs }, { buildView }] = await Promise.all([
    import('./carry-out.ts'),
    import('./deliver.ts'),
    import('./outputs.ts'),
    import('../../report/view-model.ts'),
  ]);
  const { settings, delivery } = await carryOut(inputs, env, {
    signal: run.signal,
    onCacheUse: (use) => {
      const line = plainText(describeCacheUse(use));
      if (use.failure === undefined) core.info(line);
      else core.warning(line, { title: 'Alphagate' });
    },
  });
  const { outcomes, passed } = delivery;
  const numbersOnly = settings.mode === 'analyze';
  setOutputs(core, numbersOnly ? numberOutputs(outcomes) : modelOutputs(outcomes, passed));
  setOutputs(core, await deliver(delivery, settings, core, env, run.signal));

  const { headline } = buildView(outcomes);
  if (!passed) core.setFailed(`Alphagate: ${headline}`);
  else core.info(numbersOnly ? 'Analysed; whoever takes over the report judges it' : `Passed: ${headline}`);
}

function setOutputs(core: typeof Core, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
