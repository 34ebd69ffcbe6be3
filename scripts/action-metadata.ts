/** What `action.yml` and the README's tables say, made from the settings schema. */

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

interface Input extends DoorWord {
  /** Shown in the table; `action.yml` has no defaults but the token's. */
  readonly shownDefault: string;
}

function inputs(): Input[] {
  const settings = SETTING_NAMES.map(settingOf).flatMap(
    ({ input, description, default: fallback }): Input[] => {
      if (input === undefined) return [];
      const token = input === 'github-token' ? { default: '$' + '{{ github.token }}' } : {};
      return [
        {
          name: input,
          description,
          shownDefault: token.default === undefined ? shown(fallback) : 'the job’s token',
          ...token,
        },
      ];
    },
  );
  return [
    { ...MODEL_INPUT, shownDefault: '' },
    { ...REPORT_INPUT, shownDefault: '' },
    { ...CONFIG_INPUT, shownDefault: '`.alphagate.yml`' },
    { ...ANALYSIS_INPUT, shownDefault: '' },
    ...settings,
  ];
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

/** The README's tables by the name between their markers. */
export function readmeTables(): Readonly<Record<string, string>> {
  return {
    inputs: table(
      ['Input', 'Default', ''],
      inputs().map(({ name, shownDefault, description }) => [`\`${name}\``, shownDefault, description]),
    ),
    outputs: table(
      ['Output', ''],
      OUTPUTS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    settings: table(
      ['Key in `.alphagate.yml`', 'Option', 'Default', ''],
      SETTING_NAMES.map(settingOf)
        .filter(({ key }) => key !== undefined)
        .map(({ key, option, default: fallback, description }) => [
          `\`${key}\``,
          option === undefined ? '' : `\`--${option}\``,
          shown(fallback),
          description,
        ]),
    ),
  };
}

/** Puts the tables into a text that has a pair of comments for each. */
export function withTables(text: string): string {
  let result = text;
  for (const [name, content] of Object.entries(readmeTables())) {
    const [begin, end] = [`<!-- table:${name} -->`, `<!-- /table:${name} -->`];
    const from = result.indexOf(begin);
    const to = result.indexOf(end);
    if (from === -1 || to < from) throw new Error(`the README has no place for the table "${name}"`);
    result = `${result.slice(0, from + begin.length)}\n${content}\n${result.slice(to)}`;
  }
  return result;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function shown(value: unknown): string {
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return '';
  return `\`${value}\``;
}
