import type { Deployment } from './deployment.ts';
import type { StoredPlace } from './run-input.ts';

/** Where a file of a run lies in the bucket of reports. */
export function runFile(
  { reportBucket, reportPrefix }: Pick<Deployment, 'reportBucket' | 'reportPrefix'>,
  run: string,
  name: string,
): StoredPlace {
  return { bucket: reportBucket, key: [reportPrefix, run, name].filter(Boolean).join('/') };
}

/** Where the rows of an item lie. */
export function rowsFile(deployment: Deployment, run: string, item: number): StoredPlace {
  return runFile(deployment, run, `rows/${item}.json`);
}

/** Where the state machine says why an item has failed for good. */
export function failureFile(deployment: Deployment, run: string, item: number): StoredPlace {
  return runFile(deployment, run, `failures/${item}.json`);
}
