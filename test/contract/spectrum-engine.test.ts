import { describe, expect, test } from '@jest/globals';
import { chooseBuild } from '../../src/spectrum/kernels.ts';
import { createReferenceEngine } from '../../src/spectrum/reference.ts';
import { createWasmEngine } from '../../src/spectrum/wasm.ts';
import {
  type Dense,
  integerMatrix,
  normalMatrix,
  product,
  viewOf,
  withSpectrum,
} from '../support/matrices.ts';
import { testEigenvectors } from './eigenvectors.ts';
import { testSpectrumEngine } from './spectrum-engine.ts';

describe('the reference engine', () => testSpectrumEngine(createReferenceEngine));
describe('the wasm engine, plain SIMD', () => testSpectrumEngine(() => createWasmEngine({ build: 'simd' })));

// Node 20 has no relaxed SIMD; there the engine chooses the build tested above.
if (chooseBuild() === 'relaxed-simd') {
  describe('the wasm engine, relaxed SIMD', () =>
    testSpectrumEngine(() => createWasmEngine({ build: 'relaxed-simd' })));
}

describe('eigenvectors of the reference engine', () => testEigenvectors(createReferenceEngine));
describe.each([...new Set(['simd', chooseBuild()!] as const)])(
  'eigenvectors of the wasm engine, %s',
  (build) => testEigenvectors(() => createWasmEngine({ build })),
);

describe('the engines agree', () => {
  const power = Array.from({ length: 64 }, (_, k) => (k + 1) ** -2);
  const cases: Readonly<Record<string, Dense>> = {
    'square normal': normalMatrix(80, 80, 31),
    'tall normal': normalMatrix(280, 50, 32),
    'wide normal': normalMatrix(33, 300, 33),
    'nearly singular': product(normalMatrix(70, 70, 34), normalMatrix(70, 70, 35)),
    'power law': withSpectrum(64, 64, power, 36),
    'rank 20': product(integerMatrix(80, 20, 37), integerMatrix(20, 60, 38)),
  };
  test.each(Object.entries(cases))('on a %s matrix', (_, matrix) => {
    const expected = createReferenceEngine().singularValues(viewOf(matrix));
    const largest = expected.at(-1)!;
    const noise = largest * Math.max(matrix.rows, matrix.cols) * Number.EPSILON * 1e4;
    for (const build of ['simd', chooseBuild()!] as const) {
      const actual = createWasmEngine({ build }).singularValues(viewOf(matrix));
      for (const [k, value] of expected.entries()) {
        expect(Math.abs(actual[k]! ** 2 - value ** 2)).toBeLessThanOrEqual(1e-12 * largest ** 2);
        if (value > noise) expect(Math.abs(actual[k]! / value - 1)).toBeLessThanOrEqual(1e-9);
      }
    }
  });
});
