import { elementCount } from './shape.ts';

/** An array in chunks that are all of the same shape; those at the edges reach over them. */
export interface ChunkGrid {
  readonly shape: readonly number[];
  /** As many dimensions as the array has, none of them 0. */
  readonly chunkShape: readonly number[];
}

/** How many chunks there are along each axis. */
export function chunkCounts({ shape, chunkShape }: ChunkGrid): number[] {
  return shape.map((dimension, axis) => Math.ceil(dimension / chunkShape[axis]!));
}

/** The place of a chunk along each axis, counted in chunks, by its place among all of them in C order. */
export function chunkPlace(counts: readonly number[], index: number): number[] {
  const place = counts.map(() => 0);
  let left = index;
  for (let axis = counts.length - 1; axis >= 0; axis--) {
    place[axis] = left % counts[axis]!;
    left = Math.floor(left / counts[axis]!);
  }
  return place;
}

/**
 * Copies a chunk to its place in the array, row by row; what reaches over the array's edge is left out.
 *
 * @param origin the position of the chunk's first element in the array.
 */
export function placeChunk(
  elements: Uint8Array,
  origin: readonly number[],
  { shape, chunkShape }: ChunkGrid,
  elementBytes: number,
  target: Uint8Array,
): void {
  const extent = shape.map((dimension, axis) => Math.min(chunkShape[axis]!, dimension - origin[axis]!));
  const rowBytes = (extent.at(-1) ?? 1) * elementBytes;
  const rows = elementCount(extent.slice(0, -1));
  const position = extent.map(() => 0);
  for (let row = 0; row < rows; row++) {
    let from = 0;
    let to = 0;
    shape.forEach((dimension, axis) => {
      from = from * chunkShape[axis]! + position[axis]!;
      to = to * dimension + origin[axis]! + position[axis]!;
    });
    target.set(elements.subarray(from * elementBytes, from * elementBytes + rowBytes), to * elementBytes);
    for (let axis = extent.length - 2; axis >= 0 && ++position[axis]! === extent[axis]; axis--)
      position[axis] = 0;
  }
}
