/**
 * Times the spectrum engines, warm, side by side in one run: `npm run bench -- [options]`.
 *
 *   --peer PYTHON   also a Python that has NumPy and SciPy, for comparison
 *   --large         also the matrices that take a minute
 *   --write         write the tables to docs/benchmarks.md
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { MatrixView, SpectrumEngine } from '../src/spectrum/engine.ts';
import { createReferenceEngine } from '../src/spectrum/reference.ts';
import { createWasmEngine } from '../src/spectrum/wasm.ts';
import { CASES, type Case, matrixOf } from './cases.ts';
import { type PeerResult, runPeer } from './peer.ts';
import { describeMachine, median, milliseconds, table } from './table.ts';

const THREADS = 2;
/** The reference engine is for small matrices. */
const MOST_FOR_REFERENCE = 256 * 256;
/** Milliseconds to spend on each measurement, about. */
const TIME_PER_MEASUREMENT = 2000;

interface Measurement {
  readonly name: string;
  readonly oneThread: readonly number[];
  /** Wall times for each matrix, when two workers have one each. */
  readonly twoWorkers: readonly number[];
  readonly reference: readonly number[] | undefined;
  readonly peer: PeerResult | undefined;
  /** The largest difference from the peer's singular values, relative to each value. */
  readonly difference: number | undefined;
}

const { values: options } = parseArgs({
  options: { peer: { type: 'string' }, large: { type: 'boolean' }, write: { type: 'boolean' } },
});

const workers = Array.from({ length: THREADS }, () => new Worker(new URL('./solver.ts', import.meta.url)));

function timesOf(engine: SpectrumEngine, matrix: MatrixView, count: number): number[] {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    engine.singularValues(matrix);
    return performance.now() - start;
  });
}

/** Milliseconds a matrix, in rounds in which each worker solves it once. */
async function timesOfWorkers(matrix: MatrixView, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const answers = workers.map((worker) => once(worker, 'message'));
    for (const worker of workers) worker.postMessage(matrix);
    await Promise.all(answers);
    times.push((performance.now() - start) / THREADS);
  }
  return times;
}

/** The largest relative difference of values that are not zero to working precision. */
function differenceOf(actual: Float64Array, expected: Float64Array, matrix: MatrixView): number {
  const zero = expected.at(-1)! * Math.max(matrix.rows, matrix.cols) * Number.EPSILON;
  let largest = 0;
  for (const [k, value] of expected.entries()) {
    if (value > zero) largest = Math.max(largest, Math.abs(actual[k]! / value - 1));
  }
  return largest;
}

async function measure(one: Case): Promise<Measurement> {
  const matrix = matrixOf(one);
  const engine = createWasmEngine();
  // The first solve also makes the code warm, together with those of the workers.
  const [first] = timesOf(engine, matrix, 1);
  const count = Math.max(3, Math.min(25, Math.round(TIME_PER_MEASUREMENT / first!)));
  await timesOfWorkers(matrix, 2);

  const peer = options.peer === undefined ? undefined : runPeer(options.peer, matrix, count);
  const oneThread = timesOf(engine, matrix, count);
  const twoWorkers = await timesOfWorkers(matrix, count);
  const isSmall = one.rows * one.cols <= MOST_FOR_REFERENCE;
  return {
    name: one.name,
    oneThread,
    twoWorkers,
    reference: isSmall ? timesOf(createReferenceEngine(), matrix, 3) : undefined,
    peer,
    difference: peer && differenceOf(engine.singularValues(matrix), peer.singularValues, matrix),
  };
}

const HEAD = [
  ...[
    'Matrix',
    'wasm, 1 thread',
    `wasm, ${THREADS} workers`,
    'reference',
    'SciPy svd',
    'SciPy Gram + eigvalsh',
  ],
  ...[`svd / ${THREADS} workers`, 'the same, fastest runs', 'svd / 1 thread', 'difference'],
];

function rowOf({ name, oneThread, twoWorkers, reference, peer, difference }: Measurement): string[] {
  const time = (times: readonly number[] | undefined): string => (times ? milliseconds(median(times)) : '');
  const ratio = (times: readonly number[], of: (times: readonly number[]) => number): string =>
    peer ? (of(peer.svd) / of(times)).toFixed(1) : '';
  return [
    ...[name, time(oneThread), time(twoWorkers), time(reference), time(peer?.svd), time(peer?.gram)],
    ...[
      ratio(twoWorkers, median),
      ratio(twoWorkers, (times) => Math.min(...times)),
      ratio(oneThread, median),
    ],
    difference === undefined ? '' : difference.toExponential(0),
  ];
}

const measurements: Measurement[] = [];
for (const one of CASES) {
  if (one.isLarge && !options.large) continue;
  measurements.push(await measure(one));
  console.log(rowOf(measurements.at(-1)!).join('\t'));
}
await Promise.all(workers.map((worker) => worker.terminate()));

const peerVersions = measurements.find(({ peer }) => peer !== undefined)?.peer?.versions;
const document = `# Benchmarks

Made by \`npm run bench -- --peer PYTHON --write\`. Milliseconds a matrix, medians of warm runs, everything in one run.

- Matrices hold normal numbers in float32, their columns scaled from 1 to 2. Times contain the conversion to float64.
- With ${THREADS} workers, each has a matrix of its own, as in an analysis; the time is wall time over matrices.
- A ratio of fastest runs is there because programs that run beside this one disturb medians, and most of all SciPy's, whose
  threads wait for each other.
- SciPy uses all processors, and a matrix that was converted to float64 before: \`scipy.linalg.svd(w, compute_uv=False)\`,
  which is what WeightWatcher calls, and \`scipy.linalg.eigvalsh(w.T @ w)\`, which loses half the digits.
- "difference" is the largest relative difference of any singular value from SciPy's, where SciPy's is not zero to working
  precision.
- A singular matrix takes the engine's backward stable way, which is not blocked.

Machine: ${describeMachine()}${peerVersions === undefined ? '' : `; ${peerVersions}`}

${table(HEAD, measurements.map(rowOf))}
`;
if (options.write) writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), document);
else console.log(`\n${document}`);
