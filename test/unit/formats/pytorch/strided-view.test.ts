import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gather, isContiguous, type StridedView } from '../../../../src/formats/pytorch/strided-view.ts';
import { elementCount } from '../../../../src/formats/shape.ts';

const CHUNK_BYTES = 32 * 1024 * 1024;

/** What the view means: element (i, j, …) is element offset + i · stride₀ + j · stride₁ + … of the storage. */
function expected({ offset, shape, strides }: StridedView): number[] {
  let places = [offset];
  shape.forEach((size, axis) => {
    const steps = Array.from({ length: size }, (_, step) => step * strides[axis]!);
    places = places.flatMap((place) => steps.map((step) => place + step));
  });
  return places;
}

describe('gathering a strided view', () => {
  const views = fc
    .array(fc.record({ size: fc.integer({ min: 1, max: 4 }), stride: fc.nat({ max: 9 }) }), { maxLength: 4 })
    .chain((axes) => fc.record({ axes: fc.constant(axes), offset: fc.nat({ max: 5 }) }));

  test('gives each element from its place, whatever the strides, element size and place in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        views,
        fc.constantFrom(1, 2, 4, 8, 16),
        fc.nat({ max: 3 }),
        async ({ axes, offset }, elementBytes, shift) => {
          const view = {
            offset,
            shape: axes.map(({ size }) => size),
            strides: axes.map(({ stride }) => stride),
          };
          const storage = Uint8Array.from({ length: 200 * elementBytes }, (_, i) => (i * 31) & 0xff);
          const target = new Uint8Array(elementCount(view.shape) * elementBytes + shift).subarray(shift);
          const read = async (startByte: number, chunk: Uint8Array) =>
            chunk.set(storage.subarray(startByte, startByte + chunk.length));
          await gather(view, elementBytes, read, target);
          const elements = expected(view).flatMap((place) => [
            ...storage.subarray(place * elementBytes, (place + 1) * elementBytes),
          ]);
          expect([...target]).toEqual(elements);
        },
      ),
    );
  });

  test('never holds more than a chunk, and reads no more often than it must', async () => {
    // Two columns of a matrix of 6 rows, each row as long as half a chunk; then the same matrix transposed.
    const columns = CHUNK_BYTES / 2;
    for (const view of [
      { offset: 3, shape: [6, 2], strides: [columns, 1] },
      { offset: 3, shape: [2, 6], strides: [1, columns] },
    ]) {
      const chunks: number[] = [];
      const read = async (startByte: number, chunk: Uint8Array) => {
        chunks.push(chunk.length);
        for (let i = 0; i < chunk.length; i += columns) {
          for (const j of [i, i + 1])
            chunk[j] = Math.floor((startByte + j) / columns) * 10 + ((startByte + j) % columns);
        }
      };
      const target = new Uint8Array(12);
      await gather(view, 1, read, target);
      const element = (row: number, column: number) => 10 * row + 3 + column;
      expect([...target]).toEqual(
        view.shape[0] === 6
          ? [0, 1, 2, 3, 4, 5].flatMap((row) => [element(row, 0), element(row, 1)])
          : [0, 1].flatMap((column) => [0, 1, 2, 3, 4, 5].map((row) => element(row, column))),
      );
      expect(Math.max(...chunks)).toBeLessThanOrEqual(CHUNK_BYTES);
      expect(chunks).toHaveLength(3);
    }
  });
});

describe('a view is contiguous', () => {
  test('when its elements lie in C order, whatever the strides of axes of one element', () => {
    expect(isContiguous({ offset: 5, shape: [2, 3], strides: [3, 1] })).toBe(true);
    expect(isContiguous({ offset: 0, shape: [2, 1, 3], strides: [3, 77, 1] })).toBe(true);
    expect(isContiguous({ offset: 0, shape: [], strides: [] })).toBe(true);
    expect(isContiguous({ offset: 0, shape: [2, 3], strides: [1, 2] })).toBe(false);
    expect(isContiguous({ offset: 0, shape: [2, 3], strides: [0, 1] })).toBe(false);
  });
});
