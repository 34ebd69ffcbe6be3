import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../../src/entry/cli/commands.ts';
import { parseAnalysis, parseConfig } from '../../../src/settings/config-file.ts';
import { completeSettings, parseText, SETTING_NAMES, settingOf } from '../../../src/settings/resolve.ts';
import type { SettingName } from '../../../src/settings/schema.ts';
import { PROJECT } from '../../support/cli.ts';

const page = await readFile(path.join(PROJECT, 'docs/analysis.md'), 'utf8');

/** The cells of a section's table, a row each. */
function tableOf(section: string): string[][] {
  const [, text] = page.split(`## ${section}\n`);
  const rows = text!.split('\n## ')[0]!.split('\n');
  return rows
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!\\) \| /)
        .map((cell) => cell.trim()),
    );
}

/** WeightWatcher's settings, each with a value that is not the default: as an option has it, and as YAML has it. */
const PEER_SETTINGS: readonly (readonly [key: string, option: string, yaml?: string])[] = [
  ['min_evals', '50'],
  ['max_evals', '100'],
  ['max_N', '1000'],
  ['layers', '1,2', '[1, 2]'],
  ['layers', '-1,-2', '[-1, -2]'],
  ['layers', 'fc1,conv2d', '[fc1, conv2d]'],
  ['glorot_fix', 'true'],
  ['conv2d_norm', 'false'],
  ['pool', 'false'],
  ['channels', 'last'],
  ['start_ids', '1'],
  ['tolerance', '0.001'],
  ['svd_method', 'accurate'],
  ['fit', 'TPL'],
  ['fit', 'E_TPL'],
  ['pl_package', 'powerlaw'],
  ['xmax', '-1'],
  ['xmax', 'force'],
  ['fix_fingers', 'xmin_peak'],
  ['fix_fingers', 'clip_xmax'],
  ['max_fingers', '5'],
  ['finger_thresh', '0.5'],
  ['mp_fit', 'true'],
  ['randomize', 'true'],
  ['detX', 'true'],
  ['ERG', 'true'],
  ['vectors', 'true'],
  ['intra', 'true'],
  ['sparsify', 'false'],
  ['stacked', 'true'],
  ['inverse', 'true'],
  ['fft', 'true'],
  ['base_model', 'base.safetensors'],
  ['peft', 'on', '"on"'],
  ['peft', 'with-base'],
  ['distances', 'cka'],
  ['distances', 'euclidean'],
];

const nameOf = new Map(SETTING_NAMES.map((name) => [settingOf(name).key, name]));

describe('each setting of WeightWatcher', () => {
  test.each(PEER_SETTINGS)('%s: %s says the same behind each door', (key, option, yaml = option) => {
    const name = nameOf.get(`analysis.${key}`) as SettingName;
    expect(settingOf(name).option).toBe(key.toLowerCase().replaceAll('_', '-'));
    const value = parseText(name, option, 'option');
    expect(value).not.toEqual(settingOf(name).default);
    expect(parseConfig(`analysis:\n  ${key}: ${yaml}\n`, '.alphagate.yml')).toEqual({ [name]: value });
    expect(parseAnalysis(`${key}: ${yaml}\n`, 'analysis')).toEqual({ [name]: value });
    expect(completeSettings({ [name]: value })[name]).toEqual(value);
  });

  test('ERG is detX', () => {
    expect(completeSettings({ ERG: true }).detX).toBe(true);
    expect(completeSettings({ detX: true, ERG: false }).detX).toBe(true);
    expect(completeSettings().detX).toBe(false);
  });
});

describe('docs/analysis.md', () => {
  const settings = tableOf('Settings');
  const sources = [...page.matchAll(/^- \[([A-Z])\] /gm)].map(([, letter]) => letter);

  test('has every setting below analysis, with its option', () => {
    const documented = settings.map(([key, option]) => `${key} ${option}`).sort();
    const existing = SETTING_NAMES.map(settingOf)
      .filter(({ key }) => key?.startsWith('analysis.'))
      .map(({ key, option }) => `\`${key}\` \`--${option}\``)
      .sort();
    expect(documented).toEqual(existing);
  });

  test.each(settings.map(([key, , formula, source]) => [key, formula, source]))(
    'says of %s what is computed, and by which source',
    (_, formula, source) => {
      expect(formula!.length).toBeGreaterThan(10);
      const cited = [...source!.matchAll(/\[([A-Z])\]/g)].map(([, letter]) => letter);
      expect(cited.length).toBeGreaterThan(0);
      for (const letter of cited) expect(sources).toContain(letter);
    },
  );

  test('cites every source that it lists', () => {
    const cells = settings.map(([, , , source]) => source).join(' ');
    for (const letter of sources) expect(cells).toContain(`[${letter}]`);
  });

  test('names commands and settings that exist for what is called otherwise', () => {
    const rows = tableOf('What WeightWatcher calls otherwise');
    expect(rows.map(([peer]) => peer)).toEqual([
      '`describe`',
      '`distances`',
      '`get_summary`',
      '`SVDSmoothing`',
      '`SVDSharpness`',
    ]);
    const commands = rows.flatMap(([, here]) =>
      [...here!.matchAll(/`alphagate (\w+)`/g)].map(([, name]) => name),
    );
    expect(commands).toEqual(['describe', 'compare', 'smooth', 'smooth']);
    expect(COMMANDS.map(({ name }) => name as string)).toEqual(expect.arrayContaining(commands));
    for (const [, key] of rows.join(' ').matchAll(/`(smooth\.\w+)/g))
      expect([...nameOf.keys()]).toContain(key);
  });
});
