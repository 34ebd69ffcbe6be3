import { describe, expect, test } from '@jest/globals';
import { parseIdx } from '../../../scripts/training/mnist.ts';

/** Two images of 1×3 pixels and their labels. */
const IMAGES = Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, 255, 102, 0, 0]);
const LABELS = Buffer.from([0, 0, 8, 1, 0, 0, 0, 2, 7, 4]);

describe('IDX files', () => {
  test('become pixels from 0 to 1 and labels', () => {
    const { count, inputs, values, labels } = parseIdx(IMAGES, LABELS);
    expect([count, inputs]).toEqual([2, 3]);
    expect(Array.from(values)).toEqual([0, 0.2, 1, 0.4, 0, 0].map(Math.fround));
    expect(Array.from(labels)).toEqual([7, 4]);
  });

  test('can be read in part', () => {
    const { count, values, labels } = parseIdx(IMAGES, LABELS, 1);
    expect([count, values.length, Array.from(labels)]).toEqual([1, 3, [7]]);
  });

  test('that are cut short, or swapped, are refused', () => {
    expect(() => parseIdx(IMAGES.subarray(0, -1), LABELS)).toThrow('IDX');
    expect(() => parseIdx(IMAGES, LABELS.subarray(0, -1))).toThrow('IDX');
    expect(() => parseIdx(LABELS, IMAGES)).toThrow();
  });
});
