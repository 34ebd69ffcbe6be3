import { createReferenceEngine } from '../src/spectrum/reference.ts';
import { matrixOf } from './cases.ts';
import { milliseconds, ratio, table } from './table.ts';
import type { Team } from './team.ts';
import { fastest, timesOf } from './timing.ts';

const ORDERS = [128, 256, 512, 1024];
const ROUNDS = 3;
/** ml-matrix takes seconds beyond. */
const MOST_FOR_REFERENCE = 512;

/** Singular values, then with all vectors, beside the reference engine's. */
export async function vectorsTable(team: Team): Promise<string> {
  const rows: string[][] = [];
  for (const order of ORDERS) {
    const matrix = matrixOf({ rows: order, cols: order });
    const decompose = () => team.engine.eigenvectors(matrix);
    const values = fastest(timesOf(() => team.engine.singularValues(matrix), ROUNDS));
    const alone = fastest(timesOf(decompose, ROUNDS));
    const shared = fastest(await team.withHelper(() => timesOf(decompose, ROUNDS)));
    const reference =
      order <= MOST_FOR_REFERENCE
        ? fastest(timesOf(() => createReferenceEngine().eigenvectors(matrix), ROUNDS))
        : undefined;
    const times = [values, alone, shared, reference].map((time) => (time ? milliseconds(time) : ''));
    rows.push([`${order}²`, ...times, ratio(alone / shared), reference ? ratio(reference / alone) : '']);
  }
  const head = [
    'values',
    'vectors, 1 thread',
    '2 threads',
    'ml-matrix, 1 thread',
    '1 → 2',
    'ml-matrix / wasm',
  ];
  return table(['Matrix', ...head], rows);
}
