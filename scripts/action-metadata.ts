/** What `action.yml` and the README's table say, made from the settings schema. */

import { stringify } from 'yaml';
import {
  ANALYSIS_INPUT,
  CONFIG_INPUT,
  type DoorWord,
  MODEL_INPUT,
  OUTPUTS,
  REPORT_INPUT,
} from '../src/settings/inputs.ts';
import { SETTING_NAMES, settingOf } from '../src/settings/resolve.ts';
import type { SettingName } from '../src/settings/schema.ts';
import { code, shownDefault, table } from './markdown-table.ts';

function inputs(): DoorWord[] {
  const settings = SETTING_NAMES.map(settingOf).flatMap(({ input, description }): DoorWord[] => {
    if (input === undefined) return [];
    const token = input === 'github-token' ? { default: '$' + '{{ github.token }}' } : {};
    return [{ name: input, description, ...token }];
  });
  return [MODEL_INPUT, REPORT_INPUT, CONFIG_INPUT, ANALYSIS_INPUT, ...settings];
}

export function actionYaml(): string {
  const describe = ({ description, required, default: fallback }: DoorWord) => ({
    description,
    ...(required === true && { required }),
    ...(fallback !== undefined && { default: fallback }),
  });
  const action = {
    name: 'Alphagate',
    description: 'Fails the check when a layer of a trained model has a power-law alpha below a threshold.',
    author: 'Alphagate',
    branding: { icon: 'shield', color: 'green' },
    inputs: Object.fromEntries(inputs().map((input) => [input.name, describe(input)])),
    outputs: Object.fromEntries(OUTPUTS.map((output) => [output.name, describe(output)])),
    runs: { using: 'node24', main: 'dist/action/index.js' },
  };
  return `# Made by "npm run gen:docs" from src/settings. Defaults live there, so that .alphagate.yml can set them too.\n${stringify(action, { lineWidth: 110 })}`;
}

/** What most teams set first. */
const FIRST: readonly SettingName[] = [
  'minAlpha',
  'maxAlpha',
  'thresholds',
  'accepted',
  'baseline',
  'maxAlphaDrop',
  'failOn',
  'confidence',
  'include',
  'exclude',
  'onInconclusive',
  'comment',
  'awsRegion',
  'roleToAssume',
];

/** The README's table of settings, between two comments. */
export function withTable(text: string): string {
  const [begin, end] = ['<!-- table:settings -->', '<!-- /table:settings -->'];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error('the README has no place for its table of settings');
  const rows = FIRST.map(settingOf).map((setting) => [
    setting.key === undefined ? '' : code(setting.key),
    setting.input === undefined ? '' : code(setting.input),
    shownDefault(setting),
    setting.description,
  ]);
  const content = table(['Key in `.alphagate.yml`', 'Input', 'Default', ''], rows);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
