/**
 * Times the engine, warm, and whole models, from cold starts of the built command, side by side with its peers in one
 * run: `npm run build && npm run bench -- [options]`.
 *
 *   --peer PYTHON   also a Python that has NumPy and SciPy, and WeightWatcher for the models
 *   --models PATH   a model to analyse; may be repeated [a small one, and the sentence encoder if it is there]
 *   --only NAME     one of the tables: sizes, throughput, kernels, profile, vectors, spectra, scan, models, large-model, layer
 *   --write         write the tables to docs/benchmarks.md
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseBuild } from '../src/spectrum/kernels.ts';
import { type Aim, aimsTable } from './aims.ts';
import { kernelAims, kernelTable, measureKernels } from './kernel-shares.ts';
import {
  DEFAULT_MODELS,
  largeModelAims,
  largeModelTable,
  measureLargeModel,
  measureModels,
  measureOneLayer,
  modelAims,
  modelTable,
  oneLayerAims,
  oneLayerTable,
} from './models.ts';
import { measurePeak } from './peak.ts';
import { peerVersions } from './peer.ts';
import { profileTable } from './profile.ts';
import { scanTable } from './scan.ts';
import {
  growthTable,
  measureSizes,
  measureThroughput,
  sizesAims,
  sizesTable,
  throughputAims,
  throughputTable,
} from './sizes.ts';
import { describeMachine } from './table.ts';
import { Team } from './team.ts';
import { vectorsTable } from './vectors.ts';
import { worstCaseTable } from './worst-cases.ts';

const { values: options } = parseArgs({
  options: {
    peer: { type: 'string' },
    models: { type: 'string', multiple: true, default: DEFAULT_MODELS },
    only: { type: 'string' },
    write: { type: 'boolean' },
  },
});

const start = performance.now();
const build = chooseBuild()!;
const peak = measurePeak(build);
const team = new Team();

interface Section {
  readonly title: string;
  readonly text: string;
  make(): Promise<readonly string[]> | readonly string[];
}

const aims: Aim[] = [];

const SECTIONS: Readonly<Record<string, Section>> = {
  sizes: {
    title: 'One matrix',
    text: `Milliseconds. "2 threads" is one matrix on two threads; "1 → 2" is how many times faster they are, by fastest runs. SciPy
uses all processors: \`scipy.linalg.svd(w, compute_uv=False)\` is what WeightWatcher calls, \`scipy.linalg.eigvalsh(w.T @ w)\`
loses half the digits. "fastest runs" is the ratio of those, which programs beside this one disturb less. "difference" is
the largest relative difference of any singular value from SciPy's, where SciPy's is not zero to working precision.`,
    make: async () => {
      const measured = await measureSizes(team, options.peer);
      aims.push(...sizesAims(measured, peak));
      const growth = `Growth, and the share of the processor's multiply-adds, counting n²·(m/2 + 2n/3) of them:`;
      return [sizesTable(measured), growth, growthTable(measured, peak)];
    },
  },
  throughput: {
    title: 'Two matrices at a time',
    text: 'Milliseconds a matrix where two threads have one each, as they do in an analysis while layers are left.',
    make: async () => {
      const measured = await measureThroughput(team, options.peer);
      aims.push(...throughputAims(measured));
      return [throughputTable(measured)];
    },
  },
  kernels: {
    title: 'Kernels',
    text: `Milliseconds on one thread. The peak is what a loop of nothing but multiply-adds in registers reaches:
${(peak / 1e6).toFixed(1)}·10⁹ a second (${build}).`,
    make: () => {
      const measured = measureKernels(team, peak);
      aims.push(...kernelAims(measured));
      return [kernelTable(measured)];
    },
  },
  profile: {
    title: 'Where the time goes',
    text: `Shares of the stages of one square matrix, fastest runs; to refine the smallest values comes on top. "1 → 2" is how many
times faster each is on two threads: the eigenvalues of the tridiagonal matrix are one chain of divisions.`,
    make: async () => [await profileTable(team)],
  },
  vectors: {
    title: 'Eigenvectors',
    text: 'Milliseconds for singular values alone, and for all values and vectors of the smaller side; fastest runs.',
    make: async () => [await vectorsTable(team)],
  },
  spectra: {
    title: 'Spectra that take longer, or less',
    text: `Milliseconds. Singular matrices, and those with many small values, take the backward stable way, after the other has been
tried.`,
    make: async () => [await worstCaseTable(team, options.peer)],
  },
  scan: {
    title: 'Power law',
    text: 'Milliseconds for the scan of every possible start of the tail.',
    make: () => [scanTable()],
  },
  models: {
    title: 'Whole models',
    text: `From a cold start of the built command to its end; the fastest of five runs, and the memory of its process. "without trust"
(\`--trust off\`) computes the columns that WeightWatcher has, and is what it is compared with; by default layers that are out of
bounds are also shuffled and refitted to tell how far their alpha can be relied on. "1 → 2" is the gain of a second thread.`,
    make: async () => {
      const measured = await measureModels(options.models, options.peer);
      aims.push(...modelAims(measured));
      return [modelTable(measured)];
    },
  },
  'large-model': {
    title: 'A model of 7·10⁹ parameters',
    text: 'Llama 2’s shapes, in bfloat16: one layer of each is generated and analysed, the others are estimated by their work.',
    make: async () => {
      const measured = await measureLargeModel();
      aims.push(...largeModelAims(measured));
      return [largeModelTable(measured)];
    },
  },
  layer: {
    title: 'One large layer',
    text: 'The memory of the whole process.',
    make: async () => {
      const measured = await measureOneLayer();
      aims.push(...oneLayerAims(measured));
      return [oneLayerTable(measured)];
    },
  },
};

const parts: string[] = [];
for (const [name, { title, text, make }] of Object.entries(SECTIONS)) {
  if (options.only !== undefined && options.only !== name) continue;
  console.log(`# ${title}`);
  parts.push(`## ${title}\n\n${text}\n\n${(await make()).join('\n\n')}`);
}
await team.close();

const minutes = ((performance.now() - start) / 60_000).toFixed(1);
const document = `# Benchmarks

Made by \`npm run bench -- --peer PYTHON --write\`, everything in one run of ${minutes} minutes. Matrices hold normal numbers in
float32, their columns scaled from 1 to 2; times contain the conversion to float64. Times are medians of warm runs where
nothing else is said.

Machine: ${describeMachine()}; kernels: ${build}${peerVersions && `; peer: ${peerVersions}`}

## Aims

What the engine was meant to reach, beside what it did in this run, by the fastest runs of both sides; for each aim the
figure that is farthest from it. [Decision 4](adr/0004-spectrum-engine.md) has what was tried where one is not reached, and "Where the time
goes" below the profile.

${aimsTable(aims)}

${parts.join('\n\n')}
`;
if (options.write) writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), document);
else console.log(`\n${document}`);
