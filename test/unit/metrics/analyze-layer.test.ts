import { describe, expect, test } from '@jest/globals';
import type { FloatDtype } from '../../../src/formats/dtype.ts';
import type { Tensor } from '../../../src/formats/tensor.ts';
import { selectLayers } from '../../../src/layers/select-layers.ts';
import { analyzeLayer } from '../../../src/metrics/analyze-layer.ts';
import type { LayerDetails } from '../../../src/metrics/details.ts';
import { toTask } from '../../../src/metrics/layer-task.ts';
import { completeSettings, type PartialSettings } from '../../../src/settings/resolve.ts';
import { createReferenceEngine } from '../../../src/spectrum/reference.ts';
import { seededNormals } from '../../support/random.ts';

const engine = createReferenceEngine();

/** Analyses float64 elements in C order as one tensor. */
function analyze(
  shape: readonly number[],
  elements: ArrayLike<number>,
  settings: PartialSettings = {},
): LayerDetails {
  return analyzeBytes(shape, 'F64', new Uint8Array(Float64Array.from(elements).buffer), settings);
}

function analyzeBytes(
  shape: readonly number[],
  dtype: FloatDtype,
  bytes: Uint8Array,
  settings: PartialSettings = {},
): LayerDetails {
  const tensor: Tensor = {
    name: 'layer.weight',
    dtype,
    shape,
    kernelLayout: 'oihw',
    storageKey: 'layer',
    sizeBytes: bytes.length,
    readInto: async () => {},
  };
  const all = completeSettings({ minEvals: 0, maxEvals: 0, maxN: 0 }, settings);
  const { layers } = selectLayers({ order: 'stored', tensors: [tensor] }, all);
  return analyzeLayer(engine, toTask(layers[0]!), bytes);
}

function gaussian(rows: number, cols: number, seed = 1, scale = 1): Float64Array {
  const normal = seededNormals(seed);
  return Float64Array.from({ length: rows * cols }, () => scale * normal());
}

/** A matrix with these singular values on its diagonal, `rows` long. */
function diagonal(rows: number, singularValues: readonly number[]): Float64Array {
  const cols = singularValues.length;
  const elements = new Float64Array(rows * cols);
  for (const [i, value] of singularValues.entries()) elements[i * cols + i] = value;
  return elements;
}

describe('the columns of a layer', () => {
  test('are what their definitions say of a diagonal matrix', () => {
    const row = analyze([6, 4], diagonal(6, [1, 2, 3, 4]));
    expect(row).toMatchObject({
      name: 'layer',
      longname: 'layer',
      layer_type: 'dense',
      N: 6,
      M: 4,
      Q: 1.5,
      rf: 1,
      num_evals: 4,
      rank_loss: 0,
      weak_rank_loss: 0,
      matrix_rank: 4,
      status: 'success',
    });
    expect(row.lambda_max).toBeCloseTo(16, 12);
    expect(row.norm).toBeCloseTo(30, 12);
    expect(row.log_norm).toBeCloseTo(Math.log10(30), 12);
    expect(row.stable_rank).toBeCloseTo(30 / 16, 12);
    expect(row.sv_max).toBeCloseTo(4, 12);
    expect(row.sv_min).toBeCloseTo(1, 12);
    const p = [1, 4, 9, 16].map((eigenvalue) => eigenvalue / 30);
    const entropy = -p.reduce((sum, share) => sum + share * Math.log(share), 0) / Math.log(4);
    expect(row.entropy).toBeCloseTo(entropy, 8);
    expect(row.alpha_weighted).toBeCloseTo(row.alpha! * Math.log10(16), 12);
    const alphaNorm = [1, 4, 9, 16].reduce((sum, eigenvalue) => sum + eigenvalue ** row.alpha!, 0);
    expect(row.log_alpha_norm).toBeCloseTo(Math.log10(alphaNorm), 12);
  });

  test('do not change when the matrix is transposed or its rows are put in another order', () => {
    const [rows, cols] = [40, 24];
    const elements = gaussian(rows, cols);
    const transposed = Float64Array.from(
      elements,
      (_, k) => elements[(k % rows) * cols + Math.floor(k / rows)]!,
    );
    const reversed = Float64Array.from(
      elements,
      (_, k) => elements[(rows - 1 - Math.floor(k / cols)) * cols + (k % cols)]!,
    );
    const row = analyze([rows, cols], elements);
    for (const other of [analyze([cols, rows], transposed), analyze([rows, cols], reversed)]) {
      expect([other.N, other.M, other.num_pl_spikes, other.matrix_rank]).toEqual([
        row.N,
        row.M,
        row.num_pl_spikes,
        row.matrix_rank,
      ]);
      expect(other.alpha).toBeCloseTo(row.alpha!, 9);
      expect(other.norm).toBeCloseTo(row.norm!, 9);
    }
  });

  test('halve the eigenvalues of a kernel, and take its smallest singular value over all positions', () => {
    // Two positions: diag(1, 2) and diag(3, 4), interleaved as a kernel is stored.
    const row = analyze([2, 2, 1, 2], [1, 3, 0, 0, 0, 0, 2, 4]);
    expect(row).toMatchObject({ layer_type: 'conv2d', rf: 2, num_evals: 4 });
    expect(row.lambda_max).toBeCloseTo(8, 12);
    expect(row.norm).toBeCloseTo((1 + 4 + 9 + 16) / 2, 12);
    expect(row.sv_min).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('are of the inverse eigenvalues where asked, and what has no inverse is left out', () => {
    const singularValues = [0, ...Array.from({ length: 30 }, (_, k) => 1 + k)];
    const row = analyze([40, 31], diagonal(40, singularValues), { inverse: true });
    expect(row).toMatchObject({ status: 'success', sv_max: 30, sv_min: 0, rank_loss: 1, lambda_max: 1 });
    expect(row.norm).toBeCloseTo(
      singularValues.slice(1).reduce((sum, value) => sum + 1 / (value * value), 0),
      12,
    );
    expect(analyze([4, 3], diagonal(4, [0, 0, 0]), { inverse: true }).status).toBe(
      'failed: every weight is zero',
    );
  });

  test('of a Fourier transform have eigenvalues N·M times as large, which is what the transform gives', () => {
    const [rows, cols] = [12, 9];
    const elements = gaussian(rows, cols);
    const fft = analyze([rows, cols], elements, { fft: true });
    // Parseval: the squared Frobenius norm of the transform, summed over all frequencies.
    let power = 0;
    for (let u = 0; u < rows; u++) {
      for (let v = 0; v < cols; v++) {
        let [re, im] = [0, 0];
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < cols; j++) {
            const angle = -2 * Math.PI * ((u * i) / rows + (v * j) / cols);
            re += elements[i * cols + j]! * Math.cos(angle);
            im += elements[i * cols + j]! * Math.sin(angle);
          }
        }
        power += re * re + im * im;
      }
    }
    expect(fft.norm! / power).toBeCloseTo(1, 12);
    const plain = analyze([rows, cols], elements);
    expect(fft.lambda_max! / plain.lambda_max!).toBeCloseTo(rows * cols, 9);
    expect(fft.alpha).toBeCloseTo(plain.alpha!, 9);
  });

  test('find a planted rank', () => {
    const left = gaussian(64, 3, 2);
    const right = gaussian(3, 48, 3);
    const product = new Float64Array(64 * 48);
    for (let i = 0; i < 64; i++) {
      for (let j = 0; j < 48; j++)
        for (let k = 0; k < 3; k++) product[i * 48 + j]! += left[i * 3 + k]! * right[k * 48 + j]!;
    }
    expect(analyze([64, 48], product)).toMatchObject({ matrix_rank: 3, rank_loss: 45, weak_rank_loss: 45 });
  });
});

describe('the cut at 1e-5', () => {
  test('is absolute, and eigenvalues below it are left out of the fit', () => {
    const singularValues = Array.from({ length: 30 }, (_, k) => (k < 10 ? 1e-4 : 1 + k));
    const row = analyze([30, 30], diagonal(30, singularValues));
    expect(row.status).toBe('success');
    expect(row.xmin).toBeGreaterThan(1e-5);
    expect(row.weak_rank_loss).toBe(10);
  });

  test('becomes relative for a layer that would lose more than half of its eigenvalues, and says so', () => {
    const healthy = analyze([64, 32], gaussian(64, 32, 4));
    const small = analyze([64, 32], gaussian(64, 32, 4, 1e-6));
    expect(small.status).toMatch(
      /^success: fitted on eigenvalues scaled to a largest of 100, because only 0 of 32 /,
    );
    expect(small.alpha).toBeCloseTo(healthy.alpha!, 9);
    expect(small.xmin! / small.lambda_max!).toBeCloseTo(healthy.xmin! / healthy.lambda_max!, 12);
    expect(small.xmax).toBe(small.lambda_max);
    expect(small.num_pl_spikes).toBe(healthy.num_pl_spikes);
  });

  test('does not mistake zeros for small eigenvalues', () => {
    const row = analyze([40, 40], diagonal(40, [...new Array(30).fill(0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(row).toMatchObject({ status: 'success', matrix_rank: 10, rank_loss: 30 });
  });
});

describe('a layer that cannot be fitted', () => {
  test.each<[string, readonly number[], ArrayLike<number>, string]>([
    ['is zero', [32, 16], new Float64Array(512), 'failed: every weight is zero'],
    ['is constant', [32, 16], new Float64Array(512).fill(0.5), 'failed: every weight is the same'],
    [
      'has rank 1',
      [32, 16],
      Float64Array.from({ length: 512 }, (_, i) => i % 16),
      'failed: no power law: only 1 eigenvalue above 0.00001',
    ],
    [
      'is the identity',
      [24, 24],
      diagonal(24, new Array(24).fill(1)),
      'failed: no power law: all eigenvalues are equal',
    ],
  ])('says why when it %s', (_, shape, elements, status) => {
    const row = analyze(shape, elements);
    expect(row).toMatchObject({
      status,
      alpha: null,
      D: null,
      sigma: null,
      xmin: null,
      num_pl_spikes: null,
      warning: '',
    });
    expect(row.alpha_weighted).toBeNull();
    expect(row.log_alpha_norm).toBeNull();
  });

  test('has no entropy where its rank is 0 or 1, and no logarithm of a zero norm', () => {
    expect(analyze([8, 8], new Float64Array(64))).toMatchObject({
      norm: 0,
      log_norm: null,
      stable_rank: null,
      entropy: null,
      matrix_rank: 0,
    });
    expect(analyze([8, 8], new Float64Array(64).fill(1))).toMatchObject({ entropy: null, matrix_rank: 1 });
  });
});

describe('a layer with weights that are not finite', () => {
  const bits16 = (...values: number[]) =>
    new Uint8Array(Uint16Array.of(...values, ...new Array(64 - values.length).fill(0)).buffer);
  const bits8 = (...values: number[]) => Uint8Array.of(...values, ...new Array(64 - values.length).fill(0));
  const float32 = (...values: number[]) =>
    new Uint8Array(Float32Array.of(...values, ...new Array(64 - values.length).fill(0)).buffer);

  test.each<[FloatDtype, Uint8Array, string]>([
    ['F32', float32(Number.NaN, Infinity, -Infinity), '1 NaN and 2 infinite of 64 weights'],
    ['F16', bits16(0x7c00, 0x7e00), '1 NaN and 1 infinite of 64 weights'],
    ['BF16', bits16(0xff80, 0x7fc0, 0x7f81), '2 NaN and 1 infinite of 64 weights'],
    ['F8_E5M2', bits8(0x7c, 0x7d), '1 NaN and 1 infinite of 64 weights'],
    ['F8_E4M3', bits8(0x7f, 0xff, 0x7e), '2 NaN of 64 weights'],
  ])('of %s says how many there are', (dtype, bytes, what) => {
    const row = analyzeBytes([8, 8], dtype, bytes);
    expect(row).toMatchObject({
      status: `not finite: ${what}`,
      alpha: null,
      norm: null,
      lambda_max: null,
      num_evals: 8,
    });
  });
});
