import { availableParallelism } from 'node:os';
import type { Settings } from '../settings/schema.ts';
import type { Located } from '../sources/byte-source.ts';
import { locate } from '../sources/locate.ts';

/** Where references lead on this machine: its disk and its network, from the working directory. */
export function locator(
  settings: Settings,
  signal: AbortSignal | undefined,
): (reference: string) => Promise<Located> {
  const options = {
    cwd: process.cwd(),
    ...(settings.awsRegion !== '' && { region: settings.awsRegion }),
    ...(settings.s3Endpoint !== '' && { endpoint: settings.s3Endpoint }),
    allowPrivateAddresses: settings.allowPrivateAddresses,
    ...(signal !== undefined && { signal }),
  };
  return (reference) => locate(reference, options);
}

/** How many threads settings ask for on this machine. */
export function threadsOf({ threads }: Settings): number {
  return threads === 0 ? availableParallelism() : threads;
}
