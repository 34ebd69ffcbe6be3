import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../../src/errors.ts';
import { parseAnalysis, parseConfig } from '../../../src/settings/config-file.ts';
import { settingsDifference } from '../../../src/settings/difference.ts';
import {
  completeSettings,
  parseText,
  SETTING_NAMES,
  settingOf,
  toConfig,
} from '../../../src/settings/resolve.ts';
import { SETTINGS, type SettingName } from '../../../src/settings/schema.ts';

const errorOf = (run: () => unknown): ConfigError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('every setting', () => {
  test.each(SETTING_NAMES)('%s has a default that it allows itself', (name) => {
    const { schema, default: fallback } = settingOf(name);
    expect(schema.safeParse(fallback)).toMatchObject({ success: true });
  });

  test('can be set behind some door, and no name means two of them', () => {
    for (const door of ['input', 'option', 'key'] as const) {
      const names = SETTING_NAMES.map((name) => settingOf(name)[door]).filter((name) => name !== undefined);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const name of SETTING_NAMES) {
      const { input, option, key } = settingOf(name);
      expect(input ?? option ?? key).toBeDefined();
    }
  });
});

describe('the text of a setting', () => {
  test.each<[SettingName, string, unknown]>([
    ['minAlpha', '2', 2],
    ['minAlpha', ' 1.5 ', 1.5],
    ['minAlpha', '.5', 0.5],
    ['minAlpha', '-1e1', -10],
    ['threads', '4', 4],
    ['include', 'a*\n\n  b*  \n', ['a*', 'b*']],
    ['onInconclusive', 'pass', 'pass'],
    ['annotations', 'false', false],
  ])('%s %j means %j', (name, text, value) => {
    expect(parseText(name, text, 'input')).toEqual(value);
  });

  test.each<[SettingName, string]>([
    ['minAlpha', ''],
    ['minAlpha', 'two'],
    ['minAlpha', '2,5'],
    ['minAlpha', '0x2'],
    ['minAlpha', 'Infinity'],
    ['minAlpha', 'NaN'],
    ['threads', '1.5'],
    ['threads', '-1'],
    ['maxKsDistance', '1.1'],
    ['onInconclusive', 'maybe'],
    ['annotations', 'yes'],
    ['prNumber', '0'],
    ['timeoutMinutes', '0'],
    ['timeoutMinutes', '7201'],
  ])('%s %j is refused, and the message says where it stood and what it must be', (name, text) => {
    const error = errorOf(() => parseText(name, text, 'input the-name'));
    expect(error).toMatchObject({ code: 'BAD_SETTING', subject: 'input the-name' });
    expect(error.message).toContain(text);
    expect(error.message).toContain(SETTINGS[name].expects);
  });
});

describe('a configuration file', () => {
  test('sets what it names and nothing else', () => {
    const text = `
min-alpha: 1.8
thresholds:
  - layers: 'embeddings.*'
    min-alpha: 1.4
reliability:
  fewest-eigenvalues: 20
analysis: { min_evals: 10, max_N: 0 }
exclude: ['*.norm']
`;
    expect(parseConfig(text, '.alphagate.yml')).toEqual({
      minAlpha: 1.8,
      thresholds: [{ layers: 'embeddings.*', 'min-alpha': 1.4 }],
      fewestEigenvalues: 20,
      minEvals: 10,
      maxN: 0,
      exclude: ['*.norm'],
    });
  });

  test('may be empty', () => {
    expect(parseConfig('', 'c.yml')).toEqual({});
    expect(parseConfig('# nothing yet\nreliability:\n', 'c.yml')).toEqual({});
  });

  test.each([
    ['an unknown key', 'min-alfa: 2', 'UNKNOWN_KEY', /"min-alfa" is not a setting.*min-alpha, max-alpha/],
    [
      'an unknown key further down',
      'reliability: {p: 1}',
      'UNKNOWN_KEY',
      /reliability may have fewest-eigenvalues/,
    ],
    [
      'a value of the wrong kind',
      'min-alpha: high',
      'BAD_SETTING',
      /^c\.yml: min-alpha: "high" cannot be used.*a number/,
    ],
    ['a wrong value in a list', 'thresholds: [{layers: a, min-alpha: x}]', 'BAD_SETTING', /0\.min-alpha in /],
    ['a list for a mapping', 'reliability: [1]', 'BAD_SETTING', /is not a mapping/],
    ['a list for the whole', '- 1', 'BAD_SETTING', /^c\.yml: is not a mapping/],
    ['broken YAML', 'min-alpha: [1', 'BAD_YAML', /line 1/],
    ['a key twice', 'min-alpha: 1\nmin-alpha: 2', 'BAD_YAML', /line 2/],
    ['aliases that multiply', 'a: &a [1]\nb: [*a, *a]', 'BAD_YAML', /./],
    ['a setting that only an input may set', 'github-token: x', 'UNKNOWN_KEY', /not a setting/],
  ])('is refused for %s', (_, text, code, message) => {
    const error = errorOf(() => parseConfig(text, 'c.yml'));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});

describe('the analysis input', () => {
  test('holds what a file has under analysis', () => {
    expect(parseAnalysis('min_evals: 4', 'input analysis')).toEqual({ minEvals: 4 });
    expect(parseAnalysis('', 'input analysis')).toEqual({});
    expect(errorOf(() => parseAnalysis('min-alpha: 1', 'input analysis')).code).toBe('UNKNOWN_KEY');
  });
});

describe('examples of configuration files', () => {
  const example = async (name: string) => {
    const file = new URL(`../../../examples/${name}`, import.meta.url);
    return parseConfig(await readFile(file, 'utf8'), name);
  };

  test('the one that the manual shows holds together', async () => {
    const settings = completeSettings(await example('alphagate.yml'));
    expect(settings).toMatchObject({ minAlpha: 2, confidence: 1, randomize: true, minEvals: 20 });
    expect(settings.thresholds.map(({ layers }) => layers)).toEqual([
      '*embeddings*',
      'encoder.layer.{0,1}.*',
    ]);
  });

  test('the one of all keys has all, and holds together', async () => {
    const settings = await example('alphagate-all.yml');
    expect(Object.keys(settings).sort()).toEqual(
      SETTING_NAMES.filter((name) => settingOf(name).key !== undefined).sort(),
    );
    expect(completeSettings(settings).leastTrust).toBe('none');
  });
});

describe('complete settings', () => {
  test('take the last word on each', () => {
    const settings = completeSettings({ minAlpha: 1, maxAlpha: 8 }, { minAlpha: 1.5 });
    expect([settings.minAlpha, settings.maxAlpha, settings.fewestEigenvalues]).toEqual([1.5, 8, 50]);
  });

  test('refuse a threshold above max-alpha', () => {
    expect(errorOf(() => completeSettings({ minAlpha: 7 })).message).toMatch(
      /min-alpha: 7 is above max-alpha, 6/,
    );
  });

  test('come back from their own configuration', () => {
    const settings = completeSettings({
      minAlpha: 1.2,
      exclude: ['x'],
      thresholds: [{ layers: 'a', 'max-alpha': 3 }],
    });
    const again = completeSettings(parseConfig(JSON.stringify(toConfig(settings)), 'report'));
    expect(again).toEqual(settings);
  });

  test('show the base model that numbers depend on, and no secret in its address', () => {
    const reference = 'https://user:secret@example.org/base.pt?signature=secret';
    const { analysis } = toConfig(completeSettings({ baseModel: reference })) as {
      analysis: Record<string, unknown>;
    };
    expect(analysis['base_model']).toBe('https://…');
    expect(settingsDifference({}, { baseModel: 'base.pt' })).toEqual(['analysis.base_model: "" → "base.pt"']);
  });
});
