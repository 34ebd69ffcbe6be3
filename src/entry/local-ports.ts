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
    ...(signal !== undefined && { signal }),
  };
  return (reference) => locate(reference, options);
}

/** How many threads settings ask for on this machine. */
export function threadsOf({ threads }: Settings): number {
  return threads === 0 ? availableParallelism() : threads;
}

/** Of the memory that is free; the rest is for what else a run holds. */
const MEMORY_SHARE = 0.75;

/** How many bytes layers may take together by the settings, or on this machine, within its container's limits. */
export function memoryBytesOf({ memoryBytes }: Settings): number {
  return memoryBytes === 0 ? Math.floor(MEMORY_SHARE * process.availableMemory()) : memoryBytes;
}
