import type { WriteStream } from 'node:tty';
import type { Run } from '../training/run.ts';

/** Shows how far the trainings are: in one line of a terminal, elsewhere one line for each training. */
export function progressLine(runs: readonly Run[], out: WriteStream): (run: Run, epoch: number) => void {
  let shown: Run | undefined;
  return (run, epoch) => {
    const line = `training ${runs.indexOf(run) + 1} of ${runs.length}, ${run.id}: epoch ${epoch}`;
    if (out.isTTY) out.write(`\r\u001b[2K${line}`);
    else if (run !== shown) out.write(`${line}\n`);
    shown = run;
  };
}
