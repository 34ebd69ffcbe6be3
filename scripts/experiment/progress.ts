import type { WriteStream } from 'node:tty';
import type { Run } from '../training/run.ts';

/** Is told how far the trainings are. */
export interface Progress {
  trained(run: Run, epoch: number): void;
  /** Also of a training that had ended before. */
  ended(run: Run): void;
}

const BAR_CELLS = 20;

/**
 * Shows how far the trainings are and how long they will take at most: in one line of a terminal, elsewhere one line
 * for each training.
 */
export function progressLine(
  runs: readonly Run[],
  out: Pick<WriteStream, 'write' | 'isTTY'>,
  now: () => number = performance.now.bind(performance),
): Progress {
  const total = runs.reduce((sum, run) => sum + workOf(run), 0);
  const startMs = now();
  /** Work that was found done, and work done in trainings that have ended. */
  let found = 0;
  let done = 0;
  let current: Run | undefined;
  const show = (run: Run, epoch: number): void => {
    const isNew = run !== current;
    current = run;
    if (!out.isTTY && !isNew) return;
    const working = done + workOf(run, epoch);
    const share = (found + working) / total;
    const filled = Math.floor(share * BAR_CELLS);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${Math.floor(100 * share)} %`;
    const left = ((now() - startMs) / working) * (total - found - working);
    const time = Number.isFinite(left) ? `, at most ${duration(left / 1000)} left` : '';
    const line = `${bar}, training ${runs.indexOf(run) + 1} of ${runs.length}, ${run.id}: epoch ${epoch}${time}`;
    out.write(out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  return {
    trained: show,
    ended: (run) => {
      if (run === current) done += workOf(run);
      else found += workOf(run);
      if (runs.at(-1) === run && out.isTTY) out.write('\n');
    },
  };
}

/** How much there is to do, in images that are learned; a training that may stop earlier counts in full. */
function workOf({ setup }: Run, epochs = setup.stop.mostEpochs): number {
  return setup.images * epochs;
}

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
