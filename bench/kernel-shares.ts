import { CHUNK_ROWS, layOut, PAGE_BYTES, type Workspace } from '../src/spectrum/workspace.ts';
import type { Aim } from './aims.ts';
import { normalNumbers } from './cases.ts';
import { milliseconds, percent, table } from './table.ts';
import type { Team } from './team.ts';
import { fastest, repetitionsOf, timesOf } from './timing.ts';

const ORDERS = [512, 1024, 2048];

function placeIn(memory: WebAssembly.Memory, order: number): Workspace {
  const place = layOut(order, order, 'F32');
  const missing = Math.ceil((place.endByte - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing > 0) memory.grow(missing);
  return place;
}

/** Times in milliseconds, and what share of the measured peak they make. */
export interface KernelShares {
  readonly order: number;
  readonly gramTime: number;
  readonly gramShare: number;
  readonly bandTime: number;
  readonly bandShare: number;
}

/** The kernels that do most of the work, on one thread. */
export function measureKernels({ kernels, memory }: Team, peak: number): KernelShares[] {
  const next = normalNumbers();
  return ORDERS.map((order) => {
    const place = placeIn(memory, order);
    const { packed, strips, matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes } = place;
    const chunk = new Float64Array(memory.buffer, packed[0], strips * CHUNK_ROWS * 4);
    for (let i = 0; i < chunk.length; i++) chunk[i] = next() / order;
    new Uint8Array(memory.buffer, matrix, place.matrixBytes).fill(0);
    const gram = () => {
      kernels.openGram(packed[0], CHUNK_ROWS, strips, matrix, rowBytes, 0);
      kernels.finishTasks();
    };
    const [first] = timesOf(gram, 1);
    const gramTime = fastest(timesOf(gram, repetitionsOf(first!)));
    // What is reduced does not matter to the time, as long as there is something left to reduce.
    const reduce = () =>
      kernels.reduceToBand(
        ...([matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes] as const),
        ...([place.reductionFactors, place.reductionScratch] as const),
      );
    const copy = new Uint8Array(memory.buffer, matrix, place.matrixBytes).slice();
    const bandTime = fastest(
      Array.from({ length: 3 }, () => {
        new Uint8Array(memory.buffer, matrix, place.matrixBytes).set(copy);
        return timesOf(reduce, 1)[0]!;
      }),
    );
    const gramShare = (order * (order + 1) * CHUNK_ROWS) / 2 / gramTime / peak;
    const bandShare = ((2 / 3) * order ** 3) / bandTime / peak;
    return { order, gramTime, gramShare, bandTime, bandShare };
  });
}

export function kernelTable(measured: readonly KernelShares[]): string {
  const rows = measured.map(({ order, gramTime, gramShare, bandTime, bandShare }) => [
    ...[`${order}`, milliseconds(gramTime), percent(gramShare), milliseconds(bandTime), percent(bandShare)],
  ]);
  return table(['Order', `Gram, ${CHUNK_ROWS} rows`, 'of the peak', 'full → band', 'of the peak'], rows);
}

export function kernelAims(measured: readonly KernelShares[]): Aim[] {
  const figures = measured.map(({ order, gramShare }) => ({ where: `${order}`, value: 100 * gramShare }));
  return [{ what: 'share of the peak, Gram kernel', bound: 'at least', needed: 80, unit: '%', figures }];
}
