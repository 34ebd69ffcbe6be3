import { reduceToTridiagonal } from '../src/spectrum/condensed-form.ts';
import { packedChunks } from '../src/spectrum/matrix-chunks.ts';
import { layOut, PAGE_BYTES } from '../src/spectrum/workspace.ts';
import { matrixOf } from './cases.ts';
import { milliseconds, percent, table } from './table.ts';
import type { Team } from './team.ts';
import { fastest } from './timing.ts';

const ORDERS = [256, 384, 512, 768, 1024, 2048];
const ROUNDS = 5;

type Stage = 'gram' | 'band' | 'chase' | 'values';
const STAGES: readonly Stage[] = ['gram', 'band', 'chase', 'values'];

/** The fastest of some solves' stages, in milliseconds, by the calls that the engine makes, one after another. */
function stagesOf({ kernels, memory }: Team, order: number): Record<Stage, number> {
  const matrix = matrixOf({ rows: order, cols: order });
  const place = layOut(order, order, matrix.dtype);
  const missing = Math.ceil((place.endByte - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing > 0) memory.grow(missing);
  const times: Record<Stage, number[]> = { gram: [], band: [], chase: [], values: [] };
  const timed = <Result>(stage: Stage, run: () => Result): Result => {
    const start = performance.now();
    const result = run();
    times[stage].push(performance.now() - start);
    return result;
  };
  // The kernels of the reduction, each of them timed.
  const watched = {
    ...kernels,
    reduceToBand: (...given: Parameters<typeof kernels.reduceToBand>) =>
      timed('band', () => kernels.reduceToBand(...given)),
    chaseBand: (...given: Parameters<typeof kernels.chaseBand>) =>
      timed('chase', () => kernels.chaseBand(...given)),
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed('gram', () => {
      let rowsToClear = place.paddedOrder;
      for (const { packed, depth } of packedChunks(matrix, place, kernels, memory, 1 / Math.sqrt(order))) {
        kernels.openGram(packed, depth, place.strips, place.matrix, place.rowBytes, rowsToClear);
        kernels.finishTasks();
        rowsToClear = 0;
      }
    });
    reduceToTridiagonal(watched, place);
    timed('values', () => kernels.tridiagonalEigenvalues(place.diagonal, place.offDiagonal, order));
  }
  return {
    gram: fastest(times.gram),
    band: fastest(times.band),
    chase: fastest(times.chase),
    values: fastest(times.values),
  };
}

/** Where the time of one matrix goes, on one thread and on two; refining a few small values comes on top. */
export async function profileTable(team: Team): Promise<string> {
  const rows: string[][] = [];
  for (const order of ORDERS) {
    const alone = stagesOf(team, order);
    const shared = await team.withHelper(() => stagesOf(team, order));
    for (const [threads, stages] of [
      ['1', alone],
      ['2', shared],
    ] as const) {
      const total = STAGES.reduce((sum, stage) => sum + stages[stage], 0);
      const shares = STAGES.map((stage) => percent(stages[stage] / total));
      rows.push([`${order}²`, threads, milliseconds(total), ...shares]);
    }
    const gains = STAGES.map((stage) => (alone[stage] / shared[stage]).toFixed(2));
    rows.push(['', '1 → 2', '', ...gains]);
  }
  const head = ['Gram', 'full → band', 'band → tridiagonal', 'its eigenvalues'];
  return table(['Matrix', 'threads', 'milliseconds', ...head], rows);
}
