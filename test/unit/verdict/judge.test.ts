import { describe, expect, test } from '@jest/globals';
import type { LayerDetails } from '../../../src/metrics/details.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import type { Settings } from '../../../src/settings/schema.ts';
import { matchBaseline } from '../../../src/verdict/baseline.ts';
import { judge } from '../../../src/verdict/judge.ts';
import { reportLayer } from '../../support/report-builder.ts';

/** A layer's numbers; what is left out lies within all bounds. */
const layer = (parts: Partial<LayerDetails>): LayerDetails => ({ ...reportLayer(), ...parts });

const judgeWith = (settings: Partial<Settings>, ...layers: Partial<LayerDetails>[]) =>
  judge(layers.map(layer), completeSettings(settings));

/** Verdict of a layer, of its model, and whether the check is green. */
const outcome = (parts: Partial<LayerDetails>, settings: Partial<Settings> = {}) => {
  const { verdict, passed, layers } = judgeWith(settings, parts);
  return [layers[0]!.verdict, verdict, passed];
};

/** Verdict of a layer whose baseline had `before`. */
const against = (before: number | null, alpha: number, settings: Partial<Settings>) => {
  const baseline = [{ longname: 'fc1', N: 300, M: 100, rf: 1, alpha: before, norm: 100, lambda_max: 10 }];
  return judge([layer({ alpha })], completeSettings(settings), baseline).layers[0]!;
};

const NO_FIT = { alpha: null, D: null, sigma: null, xmin: null, xmax: null, num_pl_spikes: null };

describe('a layer', () => {
  test('passes within its bounds, both included', () => {
    for (const alpha of [2, 3, 6]) expect(outcome({ alpha })).toEqual(['pass', 'pass', true]);
  });

  test('fails below its threshold', () => {
    expect(outcome({ alpha: 1.9 })).toEqual(['fail', 'fail', false]);
    expect(outcome({ alpha: 1.9 }, { minAlpha: 1.5 })).toEqual(['pass', 'pass', true]);
  });

  test('warns above max-alpha', () => {
    expect(outcome({ alpha: 6.1 })).toEqual(['warn', 'warn', true]);
  });

  test('fails with weights that are not finite, however few they are', () => {
    const broken = {
      ...NO_FIT,
      status: 'not finite: 1 NaN of 300 weights',
      num_evals: 10,
      matrix_rank: null,
    };
    expect(outcome(broken)).toEqual(['fail', 'fail', false]);
    expect(judgeWith({}, broken).layers[0]!.reasons).toEqual(['not finite: 1 NaN of 300 weights']);
  });

  test('is inconclusive where nothing could be fitted', () => {
    const zero = { ...NO_FIT, status: 'failed: every weight is zero' };
    expect(outcome(zero)).toEqual(['inconclusive', 'inconclusive', false]);
    expect(outcome(zero, { onInconclusive: 'pass' })).toEqual(['inconclusive', 'inconclusive', true]);
    expect(judgeWith({}, zero).layers[0]!.reasons).toEqual(['every weight is zero']);
  });

  test('is inconclusive out of bounds with fewer nonzero eigenvalues than asked', () => {
    expect(outcome({ alpha: 1.5, num_evals: 49, matrix_rank: 49 })[0]).toBe('inconclusive');
    expect(outcome({ alpha: 1.5, num_evals: 50, matrix_rank: 50 })[0]).toBe('fail');
    expect(outcome({ alpha: 1.5, num_evals: 500, matrix_rank: 16 })[0]).toBe('inconclusive');
    expect(outcome({ alpha: 7, num_evals: 10, matrix_rank: 10 })[0]).toBe('inconclusive');
    expect(outcome({ alpha: 3, num_evals: 10, matrix_rank: 10 })[0]).toBe('pass');
    expect(outcome({ alpha: 1.5, num_evals: 10, matrix_rank: 10 }, { fewestEigenvalues: 0 })[0]).toBe('fail');
  });

  test('is inconclusive out of bounds when its fit is farther off than asked', () => {
    expect(outcome({ alpha: 1.5, D: 0.2 }, { maxKsDistance: 0.1 })[0]).toBe('inconclusive');
    expect(outcome({ alpha: 1.5, D: 0.2 })[0]).toBe('fail');
  });

  test('is inconclusive out of bounds when its p-value or its trust is lower than asked, where they are known', () => {
    const doubtful = {
      alpha: 1.5,
      p_value: 0.01,
      trust: 'low',
      trust_reasons: ['its tail is not a power law'],
    } as const;
    expect(outcome(doubtful)[0]).toBe('fail');
    expect(outcome(doubtful, { minPValue: 0.1 })[0]).toBe('inconclusive');
    expect(outcome(doubtful, { leastTrust: 'medium' })[0]).toBe('inconclusive');
    expect(outcome(doubtful, { leastTrust: 'low' })[0]).toBe('fail');
    expect(outcome({ alpha: 1.5 }, { minPValue: 0.1, leastTrust: 'high' })[0]).toBe('fail');
    expect(judgeWith({}, doubtful).layers[0]!.reasons).toEqual([
      'alpha 1.5 is below 2',
      'trust low: its tail is not a power law',
    ]);
  });

  test('only warns when alpha + K·sigma reaches its threshold', () => {
    expect(outcome({ alpha: 1.9, sigma: 0.1 }, { confidence: 2 })[0]).toBe('warn');
    expect(outcome({ alpha: 1.7, sigma: 0.1 }, { confidence: 2 })[0]).toBe('fail');
  });

  test('has the threshold of the first entry that matches its name', () => {
    const thresholds = [
      { layers: 'embed*', 'min-alpha': 1.4 },
      { layers: '*', 'max-alpha': 4 },
    ];
    const { layers } = judgeWith(
      { thresholds },
      { longname: 'embeddings', alpha: 1.5 },
      { longname: 'fc', alpha: 1.5 },
      { longname: 'fc', alpha: 5 },
    );
    expect(layers.map(({ verdict, threshold }) => [verdict, threshold])).toEqual([
      ['pass', 1.4],
      ['fail', 2],
      ['warn', 2],
    ]);
  });

  test('is called over-trained or hardly trained by the theory, not by the threshold', () => {
    const reasonOf = (parts: Partial<LayerDetails>, settings: Partial<Settings> = {}) =>
      judgeWith(settings, parts).layers[0]!.reasons[0];
    expect(reasonOf({ alpha: 1.5, warning: 'over-trained' })).toBe('alpha 1.5 is below 2: over-trained');
    expect(reasonOf({ alpha: 2.5 }, { minAlpha: 3 })).toBe('alpha 2.5 is below 3');
    expect(reasonOf({ alpha: 7, warning: 'under-trained' })).toBe('alpha 7 is above 6: hardly trained');
    expect(reasonOf({ alpha: 4.5 }, { maxAlpha: 4 })).toBe('alpha 4.5 is above 4');
  });

  test('is told its alpha with as many digits as it takes to see that it is out of bounds', () => {
    const [reason] = judgeWith({}, { alpha: 1.9999999 }).layers[0]!.reasons;
    expect(reason).toBe('alpha 1.9999999 is below 2');
  });
});

describe('an accepted layer', () => {
  const accepted = [{ layers: 'fc*', alpha: 1.6 }];

  test('warns down to the alpha that is accepted, and a little below, so that noise cannot flip it', () => {
    expect(outcome({ alpha: 1.6 }, { accepted })).toEqual(['warn', 'warn', true]);
    expect(outcome({ alpha: 1.595 }, { accepted })[0]).toBe('warn');
    expect(outcome({ alpha: 1.595 }, { accepted, epsilon: 0 })[0]).toBe('fail');
    expect(outcome({ alpha: 1.5 }, { accepted })[0]).toBe('fail');
    expect(outcome({ longname: 'other', alpha: 1.6 }, { accepted })[0]).toBe('fail');
  });

  test('is pointed out when it has recovered', () => {
    const [recovered] = judgeWith({ accepted }, { alpha: 2.5 }).layers;
    expect(recovered).toMatchObject({
      verdict: 'pass',
      reasons: [expect.stringContaining('its entry under accepted can go')],
    });
  });
});

describe('a layer with a baseline', () => {
  test('knows how far its alpha has moved', () => {
    expect(against(2.5, 2.25, {}).delta).toBe(-0.25);
    expect(against(null, 2.25, {}).delta).toBeNull();
  });

  test('fails with fail-on new only if it was not below its threshold before', () => {
    expect(against(3, 1.5, { failOn: 'new' }).verdict).toBe('fail');
    expect(against(1.6, 1.5, { failOn: 'new' }).verdict).toBe('warn');
    expect(against(2.005, 1.999, { failOn: 'new' }).verdict).toBe('warn');
    expect(against(null, 1.5, { failOn: 'new' }).verdict).toBe('fail');
    expect(against(1.6, 1.5, { failOn: 'any' }).verdict).toBe('fail');
    expect(against(3, 1.5, { failOn: 'none' }).verdict).toBe('warn');
  });

  test('fails when it has lost more than max-alpha-drop, wherever it lies', () => {
    expect(against(4, 3.4, { maxAlphaDrop: 0.5 })).toMatchObject({
      verdict: 'fail',
      reasons: ["alpha 3.4 is 0.6 lower than the baseline's 4, more than 0.5"],
    });
    expect(against(4, 3.495, { maxAlphaDrop: 0.5 }).verdict).toBe('pass');
    expect(against(4, 3.4, {}).verdict).toBe('pass');
  });

  test('is found by its name, and after a renaming by its shape and spectrum, each once', () => {
    const row = (longname: string, parts: object = {}) => ({
      longname,
      N: 300,
      M: 100,
      rf: 1,
      alpha: 3,
      norm: 100,
      lambda_max: 10,
      ...parts,
    });
    const matches = matchBaseline(
      [row('same'), row('new.a', { norm: 51 }), row('new.b', { norm: 99 }), row('other', { N: 10 })],
      [row('same', { norm: 7 }), row('old.a', { norm: 50 }), row('old.b', { norm: 100 })],
    );
    expect([...matches].map(([name, { longname }]) => [name, longname])).toEqual([
      ['same', 'same'],
      ['new.b', 'old.b'],
      ['new.a', 'old.a'],
    ]);
  });
});

describe('a model', () => {
  test('fails with one failing layer', () => {
    expect(judgeWith({}, { alpha: 3 }, { alpha: 1 })).toMatchObject({
      verdict: 'fail',
      passed: false,
      reason: '1 of 2 layers fails',
    });
  });

  test('warns when a layer warns or is inconclusive and none fails', () => {
    expect(judgeWith({}, { alpha: 3 }, { alpha: 9 }, NO_FIT)).toMatchObject({
      verdict: 'warn',
      passed: true,
      reason: 'no layer fails, but 1 out of bounds and 1 inconclusive of 3 layers',
    });
  });

  test('is inconclusive, and red, only when every layer is', () => {
    expect(judgeWith({}, NO_FIT, NO_FIT)).toMatchObject({ verdict: 'inconclusive', passed: false });
    expect(judgeWith({}, NO_FIT, { alpha: 3 })).toMatchObject({ verdict: 'warn', passed: true });
  });
});
