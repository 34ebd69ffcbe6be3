import { describe, expect, test } from '@jest/globals';
import { type DenseMatrix, frobeniusNorm } from '../../../../src/layers/formed/dense-matrix.ts';
import { smoothMatrices } from '../../../../src/metrics/smoothing/smooth-matrices.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';

const engine = createWasmEngine();

/** With these singular values on its diagonal. */
function diagonal(...values: number[]): DenseMatrix {
  const elements = new Float64Array(values.length ** 2);
  for (const [i, value] of values.entries()) elements[i * values.length + i] = value;
  return { rows: values.length, cols: values.length, elements };
}

describe('smoothing', () => {
  test('keeps the largest singular values', () => {
    const { matrices, kept } = smoothMatrices([diagonal(1, 4, 2, 3)], { by: 'count', count: 2 }, engine);
    expect(kept).toBe(2);
    for (const [index, element] of matrices[0]!.elements.entries())
      expect(element).toBeCloseTo(diagonal(0, 4, 0, 3).elements[index]!, 12);
  });

  test('shares a layer’s number among its matrices, rounded up, at least one of each', () => {
    const kernel = [diagonal(1, 2, 3), diagonal(4, 5, 6)];
    expect(smoothMatrices(kernel, { by: 'count', count: 3 }, engine).kept).toBe(2);
    expect(smoothMatrices(kernel, { by: 'count', count: 0 }, engine).kept).toBe(1);
    expect(smoothMatrices(kernel, { by: 'count', count: 99 }, engine).kept).toBe(3);
  });

  test('leaves a matrix of which all is kept as it was, to the last bit', () => {
    const W = diagonal(0.1, 0.2, 0.3);
    expect(smoothMatrices([W], { by: 'count', count: 3 }, engine).matrices[0]).toBe(W);
  });

  test('by detX keeps as many as have a product of one, the one that brings it below included', () => {
    // Eigenvalues 8, 2, 1/4, 1/4 have the mean 2.625: products 3.05, 2.32, 0.22.
    const W = diagonal(Math.sqrt(8), Math.sqrt(2), 0.5, 0.5);
    const { kept, matrices } = smoothMatrices([W], { by: 'detX' }, engine);
    expect(kept).toBe(3);
    expect(frobeniusNorm(matrices[0]!) ** 2).toBeCloseTo(10.25, 12);
  });

  test('by detX does not overflow where thousands of eigenvalues are far above the mean', () => {
    const many = Array.from({ length: 40 }, (_, i) => diagonal(1e150, 1e150, 1e-150 * (i + 1)));
    expect(smoothMatrices(many, { by: 'detX' }, engine).kept).toBe(3);
  });
});
