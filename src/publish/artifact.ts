import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Explanation } from './request-failure.ts';

/** Longest time an upload may take; the report is in the job's summary and log anyway. */
const TIMEOUT_MS = 120_000;

/**
 * Uploads files of one folder as an artifact of this run. Never throws: the verdict does not depend on it.
 *
 * @returns why it could not be uploaded, or undefined.
 */
export async function uploadArtifact(
  name: string,
  files: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  timeoutMs = TIMEOUT_MS,
): Promise<Explanation | undefined> {
  if (!env['ACTIONS_RUNTIME_TOKEN'] || !env['ACTIONS_RESULTS_URL']) {
    return {
      code: 'ARTIFACTS_UNSUPPORTED',
      reason: `this runner has no service for artifacts, and ${JSON.stringify(name)} is not uploaded. Upload the files that the outputs name in a step of its own`,
    };
  }
  const given = new AbortController();
  try {
    // Loaded only by who uploads: it is the largest dependency.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], path.dirname(files[0]!));
    const late = sleep(timeoutMs, undefined, { signal: given.signal, ref: false }).then(() => {
      throw new Error(`no end after ${timeoutMs / 1000} seconds`);
    });
    await Promise.race([upload, late]);
    return undefined;
  } catch (error) {
    const { name: kind, message } = error as Error;
    if (kind === 'GHESNotSupportedError') {
      return {
        code: 'ARTIFACTS_UNSUPPORTED',
        reason: `GitHub Enterprise Server has no artifacts of this kind, and ${JSON.stringify(name)} is not uploaded. Upload the files that the outputs name with actions/upload-artifact@v3`,
      };
    }
    return {
      code: 'ARTIFACT_FAILED',
      reason: `the artifact ${JSON.stringify(name)} cannot be uploaded (${message.split('\n')[0]}). Give each job an artifact-name of its own, and run the job again`,
    };
  } finally {
    given.abort();
  }
}
