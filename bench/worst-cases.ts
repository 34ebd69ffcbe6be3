import type { MatrixView } from '../src/spectrum/engine.ts';
import { withSpectrum } from '../test/support/matrices.ts';
import { matrixFrom, normalNumbers } from './cases.ts';
import { runPeer } from './peer.ts';
import { milliseconds, ratio, table } from './table.ts';
import type { Team } from './team.ts';
import { fastest, repetitionsOf, timesOf } from './timing.ts';

const ORDER = 512;

const withValues = (at: (k: number) => number): MatrixView => {
  const spectrum = Array.from({ length: ORDER }, (_, k) => at(k));
  const { values } = withSpectrum(ORDER, ORDER, spectrum, 1);
  return matrixFrom(ORDER, ORDER, (i, j) => values[i * ORDER + j]!);
};

/** Normal numbers of which columns repeat. */
function ofRank(order: number, rank: number): MatrixView {
  const next = normalNumbers();
  const row = new Float64Array(rank);
  return matrixFrom(order, order, (_, j) => {
    if (j === 0) for (let k = 0; k < rank; k++) row[k] = next();
    return row[j % rank]!;
  });
}

/** The first is what the others are compared with. */
const MATRICES: Readonly<Record<string, () => MatrixView>> = {
  '512², normal numbers': () => ofRank(ORDER, ORDER),
  'rank 400': () => ofRank(ORDER, 400),
  'rank 511': () => ofRank(ORDER, 511),
  'six decades': () => withValues((k) => 10 ** (-6 * (k / ORDER))),
  'a quarter near zero': () => withValues((k) => (k < ORDER / 4 ? 1e-5 * (k + 1) : 1 + k / ORDER)),
  'two clusters': () => withValues((k) => (k % 2 ? 1 : 1e-3)),
  'one value and noise': () => withValues((k) => (k === 0 ? 1 : 1e-9 * k)),
  identity: () => matrixFrom(ORDER, ORDER, (i, j) => (i === j ? 1 : 0)),
  'all zero': () => matrixFrom(ORDER, ORDER, () => 0),
  '1024², rank 900': () => ofRank(1024, 900),
};

/** Spectra that make for the most work, and those that make for the least. */
export async function worstCaseTable(team: Team, python: string | undefined): Promise<string> {
  let normal = 0;
  const rows: string[][] = [];
  for (const [name, create] of Object.entries(MATRICES)) {
    const matrix = create();
    const solve = () => team.engine.singularValues(matrix);
    const [first] = timesOf(solve, 1);
    const count = repetitionsOf(first!);
    const one = fastest(timesOf(solve, count));
    const two = fastest((await team.withHelper(() => timesOf(solve, count + 1))).slice(1));
    const svd = python && fastest((await runPeer(python, matrix, count)).svd);
    if (normal === 0) normal = one;
    rows.push([
      ...[name, milliseconds(one), milliseconds(two), ratio(one / normal)],
      ...[svd ? milliseconds(svd) : '', svd ? ratio(svd / two) : ''],
    ]);
    console.log(rows.at(-1)!.join('\t'));
  }
  return table(
    [
      ...['Spectrum', 'wasm, 1 thread', 'wasm, 2 threads', 'over the first'],
      ...['SciPy svd', 'svd / 2 threads'],
    ],
    rows,
  );
}
