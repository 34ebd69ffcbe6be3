import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../../test/support/cli.ts';

/** Exit codes of a run that judged. */
const JUDGED = [0, 1];

/** What the built command line finds in a model, or the error in which it says why there is nothing to find. */
export async function analyze(reference: string): Promise<Report | { readonly error: string }> {
  const { exitCode, stdout, stderr } = await runCli(['analyze', reference, '--format', 'json', '--quiet']);
  if (exitCode !== null && JUDGED.includes(exitCode)) return parseReport(stdout, reference);
  return { error: stderr.trim() };
}
