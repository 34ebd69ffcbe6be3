/**
 * Trains, analyses, and writes `docs/experiment.md` with what lies beside it, and the networks of the demo:
 * `npm run experiment [-- --quick]`. It can be broken off and taken up.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from '../../bench/table.ts';
import { PROJECT } from '../../test/support/cli.ts';
import { drawChart } from './chart-svg.ts';
import { writeDemo } from './demo.ts';
import { BESIDE, charts, experimentPage } from './page.ts';
import { duration, progressLine } from './progress.ts';
import { collectResults } from './results.ts';
import { FULL, QUICK } from './setups.ts';
import { storeExperiment } from './stored-experiment.ts';

const { values: options } = parseArgs({
  options: {
    /** A few small trainings that show that it works, in half a minute. */
    quick: { type: 'boolean', default: false },
    /** Writes the page from the trainings that have ended, and trains nothing. */
    'ended-only': { type: 'boolean', default: false },
    /** Where checkpoints and, of a quick run, the page go. */
    folder: { type: 'string' },
  },
});
const runs = options.quick ? QUICK : FULL;
const folder = path.resolve(
  options.folder ?? path.join(PROJECT, '.real', options.quick ? 'experiment-quick' : 'experiment'),
);
const documents = options.quick ? folder : path.join(PROJECT, 'docs');

await mkdir(path.join(documents, BESIDE), { recursive: true });
const { results, trainingSeconds } = await collectResults(runs, {
  folders: { mnist: path.join(PROJECT, '.real/mnist'), runs: folder },
  endedOnly: options['ended-only'],
  progress: progressLine(runs, process.stderr),
});
const cost = `The trainings took ${duration(trainingSeconds)} altogether, one thread each, by the times at which their checkpoints were written, pauses left out; on ${describeMachine()}.`;
const experiment = { results, ...(!options.quick && { cost }) };
const page = path.join(documents, 'experiment.md');
await writeFile(page, experimentPage(experiment, runs));
await writeFile(path.join(documents, BESIDE, 'results.json'), storeExperiment(experiment));
for (const [name, chart] of charts(results)) {
  await writeFile(path.join(documents, BESIDE, `${name}.svg`), drawChart(chart));
}
if (!options.quick) await writeDemo(results, folder);
console.log(`Wrote ${path.relative(process.cwd(), page)}`);
