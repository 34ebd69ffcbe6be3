import { describe, expect, test } from '@jest/globals';
import type { NumericError } from '../../../src/errors.ts';
import type { FloatDtype } from '../../../src/formats/dtype.ts';
import type { MatrixView } from '../../../src/spectrum/engine.ts';
import { chooseBuild } from '../../../src/spectrum/kernels.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { workspaceBytes } from '../../../src/spectrum/workspace.ts';
import { E4M3_VALUES, integerMatrix, normalMatrix, transpose, viewOf } from '../../support/matrices.ts';

const builds = ['simd', chooseBuild()!] as const;

describe.each(builds)('the wasm engine, %s', (build) => {
  const engine = createWasmEngine({ build });

  describe('every code of a small type is converted', () => {
    const half = new DataView(new ArrayBuffer(4)) as DataView & {
      getFloat16(at: number, little: boolean): number;
    };
    const decode: Partial<Record<FloatDtype, (code: number) => number>> = {
      F8_E4M3: (code) => E4M3_VALUES[code]!,
      F8_E5M2: (code) => {
        half.setUint16(0, code << 8, true);
        return half.getFloat16(0, true);
      },
      F16: (code) => {
        half.setUint16(0, code, true);
        return half.getFloat16(0, true);
      },
      BF16: (code) => {
        half.setUint32(0, code << 16, true);
        return half.getFloat32(0, true);
      },
    };
    test.each(Object.keys(decode) as FloatDtype[])('%s', (dtype) => {
      const read = (view: MatrixView): number | string => {
        try {
          return engine.singularValues(view)[0]!;
        } catch (error) {
          return (error as NumericError).code;
        }
      };
      const wrong: number[] = [];
      const small = dtype.startsWith('F8');
      for (let code = 0; code < (small ? 256 : 65_536); code++) {
        const bytes = small ? Uint8Array.of(code) : Uint8Array.of(code & 0xff, code >> 8);
        const view: MatrixView = { bytes, dtype, rows: 1, cols: 1, offset: 0, rowStride: 1, colStride: 1 };
        const value = decode[dtype]!(code);
        if (read(view) !== (Number.isFinite(value) ? Math.abs(value) : 'NOT_FINITE')) wrong.push(code);
      }
      expect(wrong).toEqual([]);
    });
  });

  test('a matrix that passes the stage in many pieces is read as it lies, in rows, columns or gaps', () => {
    for (const matrix of [integerMatrix(300, 290, 1), integerMatrix(700, 20, 2)]) {
      const expected = engine.singularValues(viewOf(matrix, 'F64'));
      const { rows, cols } = matrix;
      for (const dtype of ['F64', 'F8_E5M2'] as const) {
        const columnMajor = viewOf(matrix, dtype, { offset: 1, rowStride: 1, colStride: rows });
        expect(engine.singularValues(columnMajor)).toEqual(expected);
        const gaps = viewOf(matrix, dtype, { offset: 1, rowStride: 2 * cols + 1, colStride: 2 });
        expect(engine.singularValues(gaps)).toEqual(expected);
        const turned = viewOf(transpose(matrix), dtype);
        expect(engine.singularValues(turned)).toEqual(expected);
      }
    }
  });

  test('scaling by a power of two scales the singular values, bit for bit', () => {
    const matrix = normalMatrix(50, 20, 3);
    const expected = engine.singularValues(viewOf(matrix));
    for (const factor of [2 ** -500, 2 ** -3, 2 ** 400]) {
      const scaled = { ...matrix, values: matrix.values.map((value) => value * factor) };
      expect(engine.singularValues(viewOf(scaled))).toEqual(expected.map((value) => value * factor));
    }
  });

  test('a matrix that needs more than a 32-bit memory is refused with the bytes it needs', () => {
    const side = 30_000;
    // Strides of zero: an enormous matrix of one element.
    const view: MatrixView = {
      ...{ bytes: new Uint8Array(4), dtype: 'F32', rows: side, cols: side },
      ...{ offset: 0, rowStride: 0, colStride: 0 },
    };
    let error: NumericError | undefined;
    try {
      engine.singularValues(view);
    } catch (thrown) {
      error = thrown as NumericError;
    }
    expect(error?.code).toBe('TOO_LARGE');
    expect(error?.details['neededBytes']).toBeGreaterThan(side * side * 8);
    expect(engine.singularValues(viewOf(integerMatrix(4, 4, 1)))).toHaveLength(4);
  });
});

describe('the memory of a solve', () => {
  test('is 8 bytes for each element of the Gram matrix and some thousands for each column', () => {
    for (const n of [256, 1024, 4096]) {
      const perColumn = (workspaceBytes(n, n, 'F32') - 8 * n ** 2) / n;
      expect(perColumn).toBeGreaterThan(5000);
      expect(perColumn).toBeLessThan(8000);
    }
  });
  test('does not grow with the longer side', () => {
    expect(workspaceBytes(100_000, 256, 'F32')).toBe(workspaceBytes(1000, 256, 'F32'));
    expect(workspaceBytes(256, 100_000, 'F32')).toBe(workspaceBytes(100_000, 256, 'F32'));
  });
  test('is none for an empty matrix', () => {
    expect(workspaceBytes(0, 5, 'F32')).toBe(0);
  });
});
