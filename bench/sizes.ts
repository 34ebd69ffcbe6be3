import { multiplyAddsOf } from '../src/layers/cost.ts';
import type { MatrixView } from '../src/spectrum/engine.ts';
import { createReferenceEngine } from '../src/spectrum/reference.ts';
import type { Aim } from './aims.ts';
import { CASES, type Case, matrixOf, THROUGHPUT_CASES } from './cases.ts';
import { type PeerResult, runPeer } from './peer.ts';
import { milliseconds, percent, ratio, table } from './table.ts';
import type { Team } from './team.ts';
import { fastest, median, repetitionsOf, timesOf, timesOfAsync } from './timing.ts';

/** The reference engine is for small matrices. */
const MOST_FOR_REFERENCE = 256 * 256;
/** Solves on one thread before as many on two. */
const ROUND = 5;
/** Slower than this, once is enough. */
const ONCE_FROM_MS = 3000;

export interface Measured {
  readonly one: Case;
  readonly oneThread: readonly number[];
  readonly twoThreads: readonly number[];
  readonly reference: readonly number[] | undefined;
  readonly peer: PeerResult | undefined;
  /** The largest difference from the peer's singular values, relative to each value. */
  readonly difference: number | undefined;
}

/** The largest relative difference of values that are not zero to working precision. */
export function differenceOf(
  actual: Float64Array,
  expected: Float64Array,
  { rows, cols }: MatrixView,
): number {
  const zero = expected.at(-1)! * Math.max(rows, cols) * Number.EPSILON;
  let largest = 0;
  for (const [k, value] of expected.entries()) {
    if (value > zero) largest = Math.max(largest, Math.abs(actual[k]! / value - 1));
  }
  return largest;
}

async function measure(one: Case, team: Team, python: string | undefined): Promise<Measured> {
  const matrix = matrixOf(one);
  const solve = () => team.engine.singularValues(matrix);
  // The first solve also makes code and memory warm, which makes no difference to slow ones.
  const start = performance.now();
  const values = solve();
  const first = performance.now() - start;
  const count = repetitionsOf(first);
  const isSlow = first > ONCE_FROM_MS;
  // In turns: where the system puts two threads, and what else it does, changes from second to second.
  const oneThread: number[] = isSlow ? [first] : [];
  const twoThreads: number[] = [];
  for (let left = count; left > 0; left -= ROUND) {
    const some = Math.min(ROUND, left);
    if (!isSlow) oneThread.push(...timesOf(solve, some));
    twoThreads.push(...(await team.withHelper(() => timesOf(solve, some))));
  }
  const peer = python === undefined ? undefined : await runPeer(python, matrix, isSlow ? 0 : count);
  return {
    one,
    oneThread,
    twoThreads,
    reference:
      one.rows * one.cols <= MOST_FOR_REFERENCE
        ? timesOf(() => createReferenceEngine().singularValues(matrix), 3)
        : undefined,
    peer,
    difference: peer && differenceOf(values, peer.singularValues, matrix),
  };
}

const SIZES_HEAD = [
  ...['Matrix', 'wasm, 1 thread', 'wasm, 2 threads', '1 → 2', 'reference', 'SciPy svd', 'Gram + eigvalsh'],
  ...['svd / 2 threads', 'fastest runs', 'eigvalsh / 2 threads', 'fastest runs', 'difference'],
];

function sizesRow({ one, oneThread, twoThreads, reference, peer, difference }: Measured): string[] {
  const time = (times: readonly number[] | undefined): string => (times ? milliseconds(median(times)) : '');
  const over = (times: readonly number[] | undefined, of: typeof median): string =>
    times ? ratio(of(times) / of(twoThreads)) : '';
  return [
    ...[one.name, time(oneThread), time(twoThreads), over(oneThread, fastest)],
    ...[time(reference), time(peer?.svd), time(peer?.gram)],
    ...[
      over(peer?.svd, median),
      over(peer?.svd, fastest),
      over(peer?.gram, median),
      over(peer?.gram, fastest),
    ],
    difference === undefined ? '' : difference.toExponential(0),
  ];
}

/** Every size, on one thread and on two, beside the peer. */
export async function measureSizes(team: Team, python: string | undefined): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const one of CASES) {
    measured.push(await measure(one, team, python));
    console.log(sizesRow(measured.at(-1)!).join('\t'));
  }
  return measured;
}

export const sizesTable = (measured: readonly Measured[]): string =>
  table(SIZES_HEAD, measured.map(sizesRow));

/** What is wanted of every size, by the fastest runs of both sides: what else the machine does disturbs those least. */
export function sizesAims(measured: readonly Measured[], peak: number): Aim[] {
  const ofSizes = (
    include: (one: Case) => boolean,
    value: (one: Measured) => number | undefined,
  ): Aim['figures'] =>
    measured.flatMap((one) => {
      const figure = include(one.one) ? value(one) : undefined;
      return figure === undefined ? [] : [{ where: one.one.name, value: figure }];
    });
  const isSquare = ({ rows, cols }: Case): boolean => rows === cols;
  const overSvd = ({ peer, twoThreads }: Measured) => peer && fastest(peer.svd) / fastest(twoThreads);
  const overGram = ({ peer, twoThreads }: Measured) => peer && fastest(peer.gram) / fastest(twoThreads);
  const gain = ({ oneThread, twoThreads }: Measured) => fastest(oneThread) / fastest(twoThreads);
  const aim = (what: string, needed: number, figures: Aim['figures'], unit = ''): Aim => ({
    ...{ what, bound: 'at least', needed, unit, figures },
  });
  return [
    aim(
      'SciPy svd / 2 threads, order 256',
      2,
      ofSizes(({ cols }) => cols === 256, overSvd),
    ),
    aim(
      'SciPy svd / 2 threads, square, order 512 to 4096',
      2.5,
      ofSizes((one) => isSquare(one) && one.cols > 256, overSvd),
    ),
    aim(
      'SciPy svd / 2 threads, 4 : 1, order 512 to 4096',
      2.5,
      ofSizes((one) => !isSquare(one) && one.cols > 256, overSvd),
    ),
    aim('Gram + eigvalsh / 2 threads, square', 1, ofSizes(isSquare, overGram)),
    aim(
      '1 → 2 threads, order 1024 and more',
      1.8,
      ofSizes(({ cols }) => cols >= 1024, gain),
    ),
    aim(
      'share of the peak, whole spectrum, square, order 2048 and more',
      50,
      ofSizes(
        (one) => isSquare(one) && one.cols >= 2048,
        (one) => 100 * shareOfPeak(one, peak),
      ),
      '%',
    ),
  ];
}

/** Multiply-adds in the time that they took on one thread, over those of the peak. */
function shareOfPeak({ one, oneThread }: Measured, peak: number): number {
  const place = { ...one, offset: 0, rowStride: 0, colStride: 0 };
  return multiplyAddsOf({ matrices: [place] }) / fastest(oneThread) / peak;
}

/** How the time of square matrices grows, and what share of the processor's multiply-adds it makes use of. */
export function growthTable(measured: readonly Measured[], peak: number): string {
  const squares = measured.filter(({ one }) => one.rows === one.cols);
  return table(
    ['Matrix', 'time, 1 thread', 'n³ of', 'of the peak'],
    squares.map((measuredOne, index) => {
      const { one, oneThread } = measuredOne;
      const time = fastest(oneThread);
      const before = squares[index - 1];
      const exponent =
        before && Math.log(time / fastest(before.oneThread)) / Math.log(one.cols / before.one.cols);
      return [
        one.name,
        milliseconds(time),
        exponent ? `n^${exponent.toFixed(2)}` : '',
        percent(shareOfPeak(measuredOne, peak)),
      ];
    }),
  );
}

/** Times of a matrix, in milliseconds, where two are solved at once. */
export interface Throughput {
  readonly name: string;
  readonly alone: number;
  readonly perMatrix: number;
  readonly peer: number | undefined;
}

/** A matrix for each of two threads, as in a model's analysis, beside two single-threaded peers at once. */
export async function measureThroughput(team: Team, python: string | undefined): Promise<Throughput[]> {
  const measured: Throughput[] = [];
  for (const one of THROUGHPUT_CASES) {
    const matrix = matrixOf(one);
    const [first] = await timesOfAsync(() => team.solveTwice(matrix), 2);
    const count = repetitionsOf(first!);
    const alone = fastest(timesOf(() => team.engine.singularValues(matrix), count));
    const both = await timesOfAsync(() => team.solveTwice(matrix), count);
    const peers = python
      ? await Promise.all([0, 1].map(() => runPeer(python, matrix, Math.max(3, count), 1)))
      : undefined;
    const peer = peers && fastest(peers.flatMap(({ svd }) => svd)) / 2;
    measured.push({ name: one.name, alone, perMatrix: fastest(both) / 2, peer });
  }
  return measured;
}

export function throughputTable(measured: readonly Throughput[]): string {
  const rows = measured.map(({ name, alone, perMatrix, peer }) => [
    ...[name, milliseconds(perMatrix), ratio(alone / perMatrix)],
    ...[peer ? milliseconds(peer) : '', peer ? ratio(peer / perMatrix) : ''],
  ]);
  return table(['Matrix', 'a matrix', '1 → 2', 'two SciPy svd, 1 thread each', 'svd / wasm'], rows);
}

export function throughputAims(measured: readonly Throughput[]): Aim[] {
  const figures = measured.flatMap(({ name, perMatrix, peer }) =>
    peer === undefined ? [] : [{ where: name, value: peer / perMatrix }],
  );
  const what = 'two SciPy svd, 1 thread each / two matrices at a time';
  return [{ what, bound: 'at least', needed: 2, unit: '', figures }];
}
