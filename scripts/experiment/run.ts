/** Trains, analyses, and writes `docs/experiment.md`: `npm run experiment [-- --quick]`. It can be broken off and taken up. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from '../../bench/table.ts';
import { PROJECT } from '../../test/support/cli.ts';
import { experimentPage } from './page.ts';
import { progressLine } from './progress.ts';
import { collectResults } from './results.ts';
import { FULL, QUICK } from './setups.ts';

const { values: options } = parseArgs({
  options: {
    /** A few small trainings that show that it works, in half a minute. */
    quick: { type: 'boolean', default: false },
    /** Where checkpoints and, of a quick run, the page go. */
    folder: { type: 'string' },
  },
});
const runs = options.quick ? QUICK : FULL;
const folder = path.resolve(
  options.folder ?? path.join(PROJECT, '.real', options.quick ? 'experiment-quick' : 'experiment'),
);
const page = options.quick ? path.join(folder, 'experiment.md') : path.join(PROJECT, 'docs/experiment.md');

await mkdir(folder, { recursive: true });
const startMs = performance.now();
const folders = { mnist: path.join(PROJECT, '.real/mnist'), runs: folder };
const results = await collectResults(runs, folders, progressLine(runs, process.stderr));
const minutes = Math.round((performance.now() - startMs) / 60_000);
const cost = options.quick ? undefined : `It took ${minutes} minutes on ${describeMachine()}.`;
await writeFile(page, experimentPage(results, { ...(cost !== undefined && { cost }), charts: new Map() }));
console.log(`Wrote ${path.relative(process.cwd(), page)}`);
