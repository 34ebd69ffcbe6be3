import { ConfigError } from '../../errors.ts';
import { completeSettings } from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import { EXIT, worstExitCode } from '../exit-code.ts';
import { connectionOf } from '../github/connection.ts';
import type { Delivery } from '../github/delivery.ts';
import type { Environment } from '../github/environment.ts';
import { findSubject, type Subject } from '../github/subject.ts';
import { type Remembered, remember } from '../history.ts';
import { decideGate, removeBase } from './base-gate.ts';
import { readEvent } from './event.ts';
import { mayWriteHistory } from './history.ts';
import type { ActionInputs } from './inputs.ts';
import { judgedNumbers, type RunControl } from './numbers.ts';
import { decideTemplate } from './template.ts';

export interface CarriedOut {
  /** That hold, which need not be those that were asked for. */
  readonly settings: Settings;
  readonly delivery: Delivery;
}

/** Everything a run does in GitHub's surroundings before it reports: whom it is about, which gate holds, the verdict. */
export async function carryOut(
  inputs: ActionInputs,
  env: Environment,
  control: RunControl,
): Promise<CarriedOut> {
  const { signal } = control;
  const asked = completeSettings(inputs.fromFile, inputs.overrides);
  const connection = connectionOf(asked, env, signal);
  const event = await readEvent(env);
  const subject = await findSubject(asked, event, env, connection);
  requireSubject(asked, subject);
  const { settings, proposed } = await decideGate(inputs, subject, env, connection);
  const template = await decideTemplate(asked, settings, subject, connection);
  const run = withRun(settings, subject);
  const judged = await judgedNumbers(inputs, run, subject, env, control).finally(() => removeBase(env));
  const code = worstExitCode(judged);
  // Numbers alone are judged by whoever takes them over.
  const passed = code === EXIT.pass || (settings.mode === 'analyze' && code === EXIT.gateFailed);
  const remembered: Remembered =
    settings.mode === 'analyze' ? { outcomes: judged } : await remember(judged, run, signal);
  const { outcomes, history: past, failure } = remembered;
  const history = {
    ...(past !== undefined && { past }),
    ...(failure !== undefined && { failure }),
    mayWrite: mayWriteHistory(settings, subject, event, env),
    facts: { time: new Date(), commit: subject.commit },
  };
  return { settings, delivery: { outcomes, passed, proposed, subject, template, history } };
}

/**
 * Numbers that another run has computed are judged by the base of their pull request. Where it cannot be asked for,
 * nobody knows by what to judge, and a verdict could be the wrong one.
 *
 * @throws ConfigError by the code of why not.
 */
function requireSubject({ mode }: Settings, { pull, source }: Subject): void {
  if (mode === 'check' || source === undefined || pull.pull !== undefined || pull.code === undefined) return;
  throw new ConfigError({
    code: pull.code,
    subject: 'the pull request',
    problem: `is not known, and with it the gate: ${pull.reason.replace(/\s+/g, ' ')}`,
  });
}

/** Artifacts of a run that has ended are looked for in that run, unless another one is named. */
function withRun(settings: Settings, { source }: Subject): Settings {
  return source === undefined || settings.runId !== null ? settings : { ...settings, runId: source.id };
}
