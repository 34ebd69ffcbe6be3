/** The GitHub Action. */

import * as core from '@actions/core';
import { AlphagateError } from '../../errors.ts';
import { plainText } from '../../report/escape.ts';
import { endedBy, leaveSoon } from '../deadline.ts';
import { helpFor } from '../help-link.ts';
import { runAction } from './run.ts';

const run = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => run.abort());

try {
  await endedBy(run.signal, runAction(core, process.env, run));
} catch (error) {
  // Whatever goes wrong must not leave the step green.
  if (error instanceof AlphagateError) core.setFailed(`${plainText(error.message)} (${helpFor(error.code)})`);
  else if (run.signal.aborted) core.setFailed('Alphagate was cancelled');
  else
    core.setFailed(
      `This is a bug in alphagate, please report it: ${error instanceof Error ? error.stack : error}`,
    );
}
leaveSoon();
