import { describe, expect, test } from '@jest/globals';
import { MODE_CASES } from '../../../bench/mode-cases.ts';
import { completeSettings, SETTING_NAMES, settingOf } from '../../../src/settings/resolve.ts';

/** What chooses layers or holds a number that costs the same whatever it is, and names for other settings. */
const NO_MODES = new Set([
  ...['min_evals', 'max_evals', 'max_N', 'layers', 'start_ids', 'tolerance', 'seed', 'ERG', 'svd_method'],
  ...['max_fingers', 'finger_thresh'],
]);

describe('the benchmark of modes', () => {
  test('has a row for each mode of the analysis and of smoothing', () => {
    const timed = new Set(MODE_CASES.flatMap(({ settings }) => Object.keys(settings)));
    const modes = SETTING_NAMES.filter((name) => {
      const [group, key] = settingOf(name).key?.split('.') ?? [];
      return group === 'analysis' && !NO_MODES.has(key!);
    });
    expect(modes.filter((name) => !timed.has(name))).toEqual([]);
    for (const fit of ['TPL', 'E_TPL'] as const)
      expect(MODE_CASES.some(({ settings }) => settings.fit === fit)).toBe(true);
    for (const method of ['detX', 'svd', 'alpha_min', 'sharpness'] as const)
      expect(MODE_CASES.some(({ settings }) => settings.smoothMethod === method)).toBe(true);
    for (const method of ['raw', 'euclidean', 'cka'] as const)
      expect(MODE_CASES.some(({ settings }) => settings.distances === method)).toBe(true);
  });

  test('begins with the default, and has no name twice and no settings that contradict each other', () => {
    expect(MODE_CASES[0]).toEqual({ name: 'default', settings: {} });
    expect(new Set(MODE_CASES.map(({ name }) => name)).size).toBe(MODE_CASES.length);
    for (const { settings } of MODE_CASES) expect(() => completeSettings(settings)).not.toThrow();
  });
});
