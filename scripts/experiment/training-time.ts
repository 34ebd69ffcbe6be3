import { stat } from 'node:fs/promises';
import { checkpointOf, type EndedRecord } from '../training/train-run.ts';

/**
 * What a training took, by the times at which its checkpoints were written: the median step from one to the next, for
 * every epoch. A training that was broken off and taken up again thus counts without the pause.
 */
export async function secondsOf(home: string, { epochs }: EndedRecord): Promise<number> {
  const timesMs = await Promise.all(
    epochs.map(async (_, epoch) => (await stat(checkpointOf(home, epoch))).mtimeMs),
  );
  const steps = timesMs.slice(1).map((timeMs, index) => timeMs - timesMs[index]!);
  const median = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return (median * steps.length) / 1000;
}
