import { completeSettings } from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import { EXIT, worstExitCode } from '../exit-code.ts';
import { decideGate } from './base-gate.ts';
import { connectionOf } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { readEvent } from './event.ts';
import type { ActionInputs } from './inputs.ts';
import { judgedNumbers } from './numbers.ts';
import { findSubject, type Subject } from './subject.ts';

export interface CarriedOut {
  /** That hold, which need not be those that were asked for. */
  readonly settings: Settings;
  readonly delivery: Delivery;
}

/** Everything a run does in GitHub's surroundings before it reports: whom it is about, which gate holds, the verdict. */
export async function carryOut(
  inputs: ActionInputs,
  env: Environment,
  signal: AbortSignal,
): Promise<CarriedOut> {
  const asked = completeSettings(inputs.fromFile, inputs.overrides);
  const connection = connectionOf(asked, env);
  const subject = await findSubject(asked, await readEvent(env), env, connection);
  const { settings, proposed } = await decideGate(inputs, subject, env, connection);
  const outcomes = await judgedNumbers(inputs, withRun(settings, subject), subject, env, signal);
  const code = worstExitCode(outcomes);
  // Numbers alone are judged by whoever takes them over.
  const passed = code === EXIT.pass || (settings.mode === 'analyze' && code === EXIT.gateFailed);
  return { settings, delivery: { outcomes, passed, proposed, subject } };
}

/** Artifacts of a run that has ended are looked for in that run, unless another one is named. */
function withRun(settings: Settings, { source }: Subject): Settings {
  return source === undefined || settings.runId !== null ? settings : { ...settings, runId: source.id };
}
