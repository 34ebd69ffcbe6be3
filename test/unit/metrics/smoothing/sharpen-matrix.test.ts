import { describe, expect, test } from '@jest/globals';
import { type DenseMatrix, frobeniusNorm } from '../../../../src/layers/formed/dense-matrix.ts';
import { decompose } from '../../../../src/metrics/smoothing/decompose.ts';
import { sharpenMatrix } from '../../../../src/metrics/smoothing/sharpen-matrix.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { type Dense, normalMatrix, product } from '../../../support/matrices.ts';

const engine = createWasmEngine();

function matrix({ rows, cols, values }: Dense): DenseMatrix {
  return { rows, cols, elements: Float64Array.from(values) };
}

const sharpen = (W: DenseMatrix, seed = 1) =>
  sharpenMatrix(W, randomStream(seed, 'layer', 'sharpness').integer, engine);

describe('sharpening', () => {
  test('clips what stands out of the shuffled matrix, and puts every other element back where it was', () => {
    const W = matrix(normalMatrix(120, 80, 1));
    W.elements[17] = 60;
    W.elements[4444] = -50;
    const { matrix: sharp, clipped } = sharpen(W);
    expect(clipped).toBe(2);
    expect(Math.abs(sharp.elements[17]!)).toBeLessThan(25);
    expect(Math.abs(sharp.elements[4444]!)).toBeLessThan(25);
    expect(decompose(sharp, engine).eigenvalues[0]!).toBeLessThan(decompose(W, engine).eigenvalues[0]! / 4);
    const moved = W.elements.map((element, index) =>
      index === 17 || index === 4444 ? 0 : sharp.elements[index]! - element,
    );
    expect(Math.hypot(...moved) / frobeniusNorm(W)).toBeLessThan(0.1);
  });

  test('leaves random elements alone, whatever their mean and scale', () => {
    let touched = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const W = matrix(normalMatrix(100, 60, seed));
      for (const [index, element] of W.elements.entries()) W.elements[index] = 1e-3 * element + 5;
      if (sharpen(W, seed).clipped > 0) touched++;
    }
    // The edge is passed by chance once in a thousand.
    expect(touched).toBe(0);
  });

  test('leaves what was learned alone: a low rank is gone when its elements are shuffled', () => {
    const signal = product(normalMatrix(100, 3, 1), normalMatrix(3, 60, 2));
    const noise = normalMatrix(100, 60, 3);
    const W = matrix({ ...signal, values: signal.values.map((value, i) => value + noise.values[i]!) });
    expect(sharpen(W)).toEqual({ matrix: W, clipped: 0 });
  });

  test('gives the same for the same seed, and zeros stay zeros', () => {
    const W = matrix(normalMatrix(60, 40, 1));
    W.elements[5] = 80;
    expect(sharpen(W, 7)).toEqual(sharpen(W, 7));
    const zeros = { rows: 6, cols: 4, elements: new Float64Array(24) };
    expect(sharpen(zeros)).toEqual({ matrix: zeros, clipped: 0 });
  });
});
