import { CHUNK_ROWS, layOut, PAGE_BYTES, type Workspace } from '../src/spectrum/workspace.ts';
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

/** What share of the measured peak the kernels reach that do most of the work, on one thread. */
export function kernelTable({ kernels, memory }: Team, peak: number): string {
  const next = normalNumbers();
  const rows = ORDERS.map((order) => {
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
    return [
      `${order}`,
      milliseconds(gramTime),
      percent(gramShare),
      milliseconds(bandTime),
      percent(bandShare),
    ];
  });
  return table(['Order', `Gram, ${CHUNK_ROWS} rows`, 'of the peak', 'full → band', 'of the peak'], rows);
}
