import { describe, expect, test } from '@jest/globals';
import { DEFAULT_MODES } from '../../../src/metrics/analysis-modes.ts';
import { analyzeLayer } from '../../../src/metrics/analyze-layer.ts';
import type { LayerDetails } from '../../../src/metrics/details.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import type { Settings } from '../../../src/settings/schema.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { findTwins } from '../../../src/verdict/diagnose.ts';
import { judge } from '../../../src/verdict/judge.ts';
import { type Dense, dense, normalMatrix, product, transpose, viewOf } from '../../support/matrices.ts';
import { reportLayer } from '../../support/report-builder.ts';
import { plantedMatrix, withEigenvalues } from '../metrics/uncertainty/planted-matrix.ts';

const engine = createWasmEngine();

/** A layer's row as the pipeline makes it, stored in 32 bits. */
const rowOf = (name: string, matrix: Dense): LayerDetails => {
  const { bytes, dtype, ...place } = viewOf(matrix, 'F32');
  const sides = { N: Math.max(matrix.rows, matrix.cols), M: Math.min(matrix.rows, matrix.cols) };
  const assess = { minAlpha: 2, maxAlpha: 6, seed: 1 };
  const rule = { scale: 1, eigenvalues: 'squares', inverse: 'none' } as const;
  const what = { layerId: 0, name, longname: name, layerType: 'dense', dtype } as const;
  const task = {
    ...what,
    ...sides,
    matrices: [place],
    receptiveField: 1,
    rule,
    modes: DEFAULT_MODES,
    assess,
  };
  return analyzeLayer(engine, task, bytes);
};

const diagnosisOf = (...matrices: Dense[]) =>
  judge(
    matrices.map((matrix, index) => rowOf(`fc${index + 1}`, matrix)),
    completeSettings(),
  ).layers.map(({ diagnosis }) => diagnosis);

/** Eigenvalues of a power law at even quantiles, ascending. */
const powerLaw = (n: number, alpha: number) =>
  Float64Array.from({ length: n }, (_, i) => (1 - (i + 0.5) / n) ** (-1 / (alpha - 1)));

/** An over-trained layer, and the same with one weight that is far larger than all others. */
const heavyTailed = plantedMatrix(150, 1.7, 2);
const withHugeWeight = dense(150, 150, (i, j) =>
  i === 3 && j === 5 ? 300 : heavyTailed.values[i * 150 + j]!,
);

describe('a planted layer', () => {
  test.each<[string, Dense, string[]]>([
    ['with a NaN is not finite', dense(60, 60, (i, j) => (i + j === 7 ? Number.NaN : i)), ['not-finite']],
    ['of zeros is zero', dense(60, 60, () => 0), ['zero']],
    ['of one number is constant', dense(60, 60, () => 0.1), ['constant']],
    [
      'that is a product of thin factors has collapsed',
      product(normalMatrix(120, 20, 1), normalMatrix(20, 80, 2)),
      ['rank-collapse'],
    ],
    ['with a heavy tail is over-trained', plantedMatrix(300, 1.6, 3), ['over-trained']],
    ['with a huge weight is a correlation trap', withHugeWeight, ['over-trained', 'correlation-trap']],
    ['of noise is under-trained', normalMatrix(400, 200, 4), ['under-trained']],
    ['with a steep tail is under-trained', withEigenvalues(powerLaw(100, 9), 1), ['under-trained']],
  ])('%s', (_, matrix, names) => {
    expect(diagnosisOf(matrix)).toEqual([names]);
  });

  test('whose few largest eigenvalues pull alpha out of bounds is a finger, and not over-trained', () => {
    const values = powerLaw(100, 2.2);
    const plain = diagnosisOf(withEigenvalues(values, 1));
    values.set([1e9, 2e9, 3e9], 97);
    const [layer] = judge([rowOf('fc1', withEigenvalues(values, 1))], completeSettings()).layers;
    expect(plain).toEqual([[]]);
    expect(layer).toMatchObject({ diagnosis: ['finger'], verdict: 'fail' });
    expect(layer!.reasons.slice(0, 2)).toEqual([
      expect.stringMatching(/^alpha 1\.\d+ is below 2$/),
      expect.stringMatching(/^finger: without its 3 largest eigenvalues alpha is 2\.\d+$/),
    ]);
  });

  test('that is another one transposed is a duplicate, and so is the other', () => {
    const one = plantedMatrix(80, 3, 1);
    const { layers } = judge(
      [rowOf('a', one), rowOf('b', plantedMatrix(80, 3, 2)), rowOf('c', transpose(one))],
      completeSettings(),
    );
    expect(layers.map(({ diagnosis }) => diagnosis)).toEqual([['duplicate'], [], ['duplicate']]);
    expect(layers.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(layers[0]!.reasons[1]).toBe('duplicate: it has the spectrum of c');
    expect(layers[2]!.reasons[1]).toBe('duplicate: it has the spectrum of a');
  });
});

describe('a sound layer', () => {
  test.each([2.3, 3, 4])('with alpha near %d has no diagnosis', (alpha) => {
    for (let seed = 1; seed <= 8; seed++) {
      const row = rowOf('fc1', plantedMatrix(150, alpha, seed));
      // Some samples of a power law have an alpha out of bounds; those are what the gate is for.
      if (row.alpha! < 2 || row.alpha! > 6) continue;
      expect([seed, judge([row], completeSettings()).layers[0]!.diagnosis]).toEqual([seed, []]);
    }
  });
});

describe('a diagnosis', () => {
  const diagnosed = (parts: Partial<LayerDetails>, settings: Partial<Settings> = {}) =>
    judge([{ ...reportLayer(), ...parts }], completeSettings(settings)).layers[0]!.diagnosis;
  const over = { alpha: 1.9, sigma: 0.15, warning: 'over-trained' } as const;
  const under = { alpha: 7, sigma: 0.15, warning: 'under-trained' } as const;

  test('of training is for layers that are judged and out of the user’s bounds', () => {
    expect(diagnosed(over)).toEqual(['over-trained']);
    expect(diagnosed(over, { confidence: 1 })).toEqual([]);
    expect(diagnosed(over, { minAlpha: 1.5 })).toEqual([]);
    expect(diagnosed({ ...over, num_evals: 20 })).toEqual([]);
    expect(diagnosed(over, { accepted: [{ layers: '*', alpha: 1.8 }] })).toEqual(['over-trained']);
    expect(diagnosed(under)).toEqual(['under-trained']);
    expect(diagnosed(under, { maxAlpha: 8 })).toEqual([]);
    expect(diagnosed({ ...under, num_evals: 20 })).toEqual([]);
  });

  test('of a layer that random order has the spectrum of is under-trained, whatever its alpha', () => {
    expect(diagnosed({ ...over, trust: 'none' })).toEqual(['under-trained']);
    expect(diagnosed({ trust: 'none' })).toEqual(['under-trained']);
    expect(diagnosed({ ...over, trust: 'none', num_evals: 20 })).toEqual([]);
  });

  test('of a finger needs a tail that is within bounds without it', () => {
    const outliers = { outliers: 2, alpha_without_outliers: 2.4 };
    expect(diagnosed({ ...over, ...outliers })).toEqual(['finger']);
    expect(diagnosed({ ...under, ...outliers })).toEqual(['finger']);
    expect(diagnosed({ ...over, ...outliers, alpha_without_outliers: 1.95 })).toEqual(['over-trained']);
    expect(diagnosed(outliers)).toEqual([]);
  });

  test('of a collapsed rank is for less than half of the full one', () => {
    expect(diagnosed({ numerical_rank: 49 })).toEqual(['rank-collapse']);
    expect(diagnosed({ numerical_rank: 50 })).toEqual([]);
  });
});

describe('findTwins', () => {
  const spectrum = (longname: string, norm: number | null, others = {}) => ({
    ...reportLayer({ longname, norm, ...others }),
  });

  test('finds layers whose spectra agree to rounding, and names the first of them', () => {
    const layers = [
      spectrum('a', 5),
      spectrum('b', 7),
      spectrum('c', 5 * (1 + 1e-13)),
      spectrum('d', 5),
      spectrum('e', 5 * (1 + 1e-6)),
    ];
    expect(findTwins(layers)).toEqual(['c', undefined, 'a', 'a', undefined]);
  });

  test('asks for the same shape, largest eigenvalue and entropy, and for a spectrum at all', () => {
    const others = [
      { N: 301 },
      { M: 99 },
      { rf: 2 },
      { lambda_max: 11 },
      { entropy: 0.8 },
      { entropy: null },
    ];
    for (const other of others) {
      expect(findTwins([spectrum('a', 5), spectrum('b', 5, other)])).toEqual([undefined, undefined]);
    }
    expect(findTwins([spectrum('a', 0), spectrum('b', 0)])).toEqual([undefined, undefined]);
    expect(findTwins([spectrum('a', null), spectrum('b', null)])).toEqual([undefined, undefined]);
  });
});
