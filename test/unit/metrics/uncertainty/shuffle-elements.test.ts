import { describe, expect, test } from '@jest/globals';
import type { FloatDtype } from '../../../../src/formats/dtype.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { shuffledCopy } from '../../../../src/metrics/uncertainty/shuffle-elements.ts';
import { elementReader } from '../../../../src/spectrum/elements.ts';
import { integerMatrix, viewOf } from '../../../support/matrices.ts';

const DTYPES: readonly FloatDtype[] = ['F64', 'F32', 'F16', 'BF16', 'F8_E4M3', 'F8_E5M2'];

describe('shuffledCopy', () => {
  test.each(DTYPES)('keeps the elements of a matrix of %s, wherever they lie', (dtype) => {
    const strides = { offset: 3, rowStride: 2, colStride: 30, unaligned: true, shared: true };
    const view = viewOf(integerMatrix(6, 5, 1), dtype, strides);
    const copy = shuffledCopy(view.bytes, dtype, [view]);
    const before = elementsOf(copy.bytes, dtype, copy.matrices[0]!);
    expect(before).toEqual(elementsOf(view.bytes, dtype, view));
    copy.shuffle(randomStream(1, '', ''));
    const after = elementsOf(copy.bytes, dtype, copy.matrices[0]!);
    expect(after).not.toEqual(before);
    expect(after.sort()).toEqual(before.sort());
  });

  test('keeps the elements of each matrix within it, and the tensor as it was', () => {
    const values = Float64Array.from({ length: 24 }, (_, i) => i);
    const bytes = new Uint8Array(values.buffer);
    const place = { rows: 3, cols: 4, rowStride: 4, colStride: 1 };
    const copy = shuffledCopy(bytes, 'F64', [
      { ...place, offset: 0 },
      { ...place, offset: 12 },
    ]);
    copy.shuffle(randomStream(1, '', ''));
    const [first, second] = copy.matrices.map((matrix) => elementsOf(copy.bytes, 'F64', matrix));
    expect(first!.every((value) => value < 12)).toBe(true);
    expect(second!.every((value) => value >= 12)).toBe(true);
    expect([...values]).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  test('gives each of the 24 orders of four elements equally often', () => {
    const matrix = { rows: 2, cols: 2, offset: 0, rowStride: 2, colStride: 1 };
    const random = randomStream(1, '', 'orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const copy = shuffledCopy(Uint8Array.of(1, 2, 3, 4), 'F8_E5M2', [matrix]);
      copy.shuffle(random);
      const order = copy.bytes.join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(24);
    // The 99.9 % point of χ² with 23 degrees of freedom.
    expect(chiSquare).toBeLessThan(49.7);
  });
});

function elementsOf(
  bytes: Uint8Array,
  dtype: FloatDtype,
  place: Parameters<typeof shuffledCopy>[2][number],
): number[] {
  const read = elementReader({ bytes, dtype, ...place });
  return Array.from({ length: place.rows * place.cols }, (_, i) =>
    read(Math.floor(i / place.cols), i % place.cols),
  );
}
