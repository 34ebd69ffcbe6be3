import type * as Core from '@actions/core';
import { plainText } from '../../report/escape.ts';
import { buildView } from '../../report/view-model.ts';
import { printableReference } from '../../sources/reference.ts';
import { VERSION } from '../../version.ts';
import { analyzeReferences } from '../analyze.ts';
import { EXIT, worstExitCode } from '../exit-code.ts';
import { decideGate } from './base-gate.ts';
import { deliver } from './deliver.ts';
import type { Environment } from './environment.ts';
import { readEvent } from './event.ts';
import { readInputs } from './inputs.ts';
import { modelOutputs } from './outputs.ts';

/** Reads the inputs, analyses, publishes, and fails the step when the gate does. */
export async function runAction(core: typeof Core, env: Environment, signal: AbortSignal): Promise<void> {
  const inputs = await readInputs((name) => core.getInput(name));
  for (const secret of [inputs.overrides.githubToken, inputs.overrides.hubToken])
    if (secret) core.setSecret(secret);
  const event = await readEvent(env);
  const { settings, proposed } = await decideGate(inputs, event, env);
  core.info(
    `Alphagate ${VERSION}: analysing ${inputs.references.map((reference) => plainText(printableReference(reference))).join(', ')}`,
  );

  const outcomes = await analyzeReferences(inputs.references, settings, {
    signal,
    commit: event.pull_request?.head?.sha ?? env['GITHUB_SHA'],
  });
  const passed = worstExitCode(outcomes) === EXIT.pass;
  setOutputs(core, modelOutputs(outcomes, passed));
  setOutputs(core, await deliver({ outcomes, passed, proposed, event }, settings, core, env));

  const { headline } = buildView(outcomes);
  if (passed) core.info(`Passed: ${headline}`);
  else core.setFailed(`Alphagate: ${headline}`);
}

function setOutputs(core: typeof Core, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
