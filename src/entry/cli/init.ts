import { access } from 'node:fs/promises';
import { ConfigError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { writeDocument } from '../../publish/files.ts';
import { plainText } from '../../report/escape.ts';
import { renderJson } from '../../report/json.ts';
import { starterConfig } from '../../report/starter-config.ts';
import { printableReference } from '../../sources/reference.ts';
import { CONFIG_FILE_NAME } from '../load-config.ts';
import { onlyOutcome } from './only-outcome.ts';

/** Where the state that the gate begins with is kept. */
const BASELINE_FILE = '.alphagate-baseline.json';

/**
 * Analyses a model, writes a first configuration under which it is green, and prints the workflow step to paste.
 *
 * @throws AlphagateError when the model cannot be read, or there is a configuration already.
 */
export async function runInit(
  model: string,
  force: boolean,
  analyze: (models: readonly string[]) => Promise<Outcome[]>,
): Promise<void> {
  if (!force && (await exists(CONFIG_FILE_NAME))) {
    throw new ConfigError({
      code: 'CONFIG_EXISTS',
      subject: CONFIG_FILE_NAME,
      problem: 'is there already',
      cure: 'Delete it, or give --force to write it anew',
    });
  }
  const outcome = onlyOutcome(model, await analyze([model]), 'a configuration begins with one');
  if (outcome.kind === 'error') throw outcome.error;

  await writeDocument(BASELINE_FILE, renderJson([outcome.report]));
  await writeDocument(CONFIG_FILE_NAME, starterConfig(outcome.report, BASELINE_FILE));
  const failing = outcome.report.layers.filter(({ verdict }) => verdict === 'fail');
  const accepted = failing.filter(({ alpha }) => alpha !== null).length;
  const broken = failing.length - accepted;
  process.stdout.write(`Wrote ${CONFIG_FILE_NAME} and ${BASELINE_FILE}: ${outcome.report.layers.length} layers, ${accepted} of them accepted below the threshold.
${broken > 0 ? `${broken} with weights that are not finite will fail: no configuration accepts them.\n` : ''}
Commit both, and add this step to a workflow that runs on pull_request:

      - uses: alphagate/alphagate@v0
        with:
          model: ${JSON.stringify(plainText(printableReference(model)))}

and these permissions to its job:

    permissions:
      contents: read
      pull-requests: write
`);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
