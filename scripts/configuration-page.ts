/** The manual's page about configuration, and the example of a file with every key, made from the settings schema. */

import { stringify } from 'yaml';
import { ANALYSIS_INPUT, CONFIG_INPUT, MODEL_INPUT, OUTPUTS, REPORT_INPUT } from '../src/settings/inputs.ts';
import { SETTING_NAMES, settingOf } from '../src/settings/resolve.ts';
import type { SettingName } from '../src/settings/schema.ts';
import type { Setting, SettingGroup } from '../src/settings/setting.ts';
import { code, shownDefault, table } from './markdown-table.ts';

const GROUPS: readonly (readonly [SettingGroup, title: string])[] = [
  ['gate', 'The gate'],
  ['layers', 'Which layers, and of each which matrix'],
  ['analysis', 'What is computed'],
  ['run', 'The run'],
  ['source', 'Where models come from'],
  ['report', 'Where reports go'],
];

/** @param example the file that the page shows: what a team may have after some weeks. */
export function configurationPage(example: string): string {
  return `<!-- Made by "npm run gen:docs" from src/settings and examples/alphagate.yml. -->

# Configuration

Every setting, under each of its names. Nothing has to be set: without any, each layer with an alpha below 2 fails the check, and
each above 6 gets a warning. [The example](../examples/alphagate.yml) is what a team may have after some weeks, written by \`init\` and by hand:

\`\`\`yaml
${example}\`\`\`

[examples/alphagate-all.yml](../examples/alphagate-all.yml) has every key that there is, with what it is for.

## Which setting holds

What comes later in this list wins:

1. The default, as in the tables below.
2. The configuration file: \`.alphagate.yml\` in the working directory, or the one that \`config\` (input) or \`--config\` (option) names.
   The default file need not exist, a named one must. On AWS Lambda it is what [the deployment](lambda.md#settings-of-the-gate) says.
3. The action's input \`analysis\`: the keys that the file has below \`analysis:\`.
4. The input or the option. An empty input is one that nobody gave.

A list is replaced as a whole: \`--include 'a*'\` puts aside every pattern of the file's \`include\`. The keys of \`analysis\`, \`reliability\`,
\`limits\` and \`smooth\` count one by one.

**In a pull request** the file is the one of the commit that the pull request is based on, and so is a baseline in the repository: no
change can weaken its own gate. What it would change there is shown in the comment; see [the security model](security.md).

## How values are written

- **Numbers** have a decimal point: \`2\`, \`0.5\`, \`1e-6\`. A text that is none is an error that names the option, the input or the key.
- **None**: \`max-alpha-drop\` is switched off by \`null\` in the file and by \`off\` as an option or an input.
- **Yes or no** is \`true\` or \`false\`, behind every door.
- **Lists** are YAML lists in the file. As an input they have one value a line; as an option each value is given by itself:
  \`--exclude '*.pooler' --exclude 'head*'\`.
- **Patterns of layers** (\`include\`, \`exclude\`, \`layers\` in \`thresholds\` and \`accepted\`) match a layer's whole name, as the report has it. \`*\`
  matches any run of characters, dots and slashes too; \`?\` one; \`[abc]\` one of these; \`{a,b}\` one or the other. A backslash takes a
  character literally. A final \`.weight\` makes no difference. A layer is analysed when \`include\` is empty or matches it, and
  \`exclude\` does not.
- **\`thresholds\`**: the first entry whose pattern matches a layer holds, the others do not count; a bound that it does not name is
  \`min-alpha\` or \`max-alpha\` as set.
- **\`accepted\`**: layers that are below their threshold today. Such a layer warns as long as its alpha is not below the one given there
  (less \`epsilon\`), and fails when it is. Once it has recovered, the report says that its entry can go.
- **References** (\`model\`, \`baseline\`, \`analysis.base_model\`, \`report\`) are paths, globs or addresses, see [sources.md](sources.md).

## What is refused

A setting that cannot be used ends the run before anything is read, with exit code 2 and one line that says where it stands and what it
should be; in the action the check is red.

| Code | When | |
|---|---|---|
| \`UNKNOWN_KEY\` | a key is not in the tables below | the message lists the keys that may stand there |
| \`BAD_SETTING\` | a value is of another kind, out of its range, or contradicts another | the message names the place and what is allowed |
| \`BAD_YAML\` | the file is not YAML, has a key twice, or aliases | the message names line and column |
| \`CONFIG_UNREADABLE\` | the file that is named cannot be read | |
| \`BAD_OPTION\` | there is no such option, or it belongs to another command | |

GitHub itself warns of inputs that an action does not have. [Troubleshooting](troubleshooting.md) has all codes.

## Environment

| Variable | |
|---|---|
| \`AWS_REGION\`, \`AWS_ACCESS_KEY_ID\`, \`AWS_PROFILE\`, … | who reads S3, as every AWS tool takes them; the inputs and options on AWS win |
| \`AWS_ENDPOINT_URL_S3\` | an S3 server other than AWS |
| \`HF_TOKEN\`, \`HF_ENDPOINT\` | for \`hf://\`, where no setting says otherwise |
| \`GITHUB_TOKEN\`, \`GITHUB_REPOSITORY\` | for \`artifact://\` and \`alphagate publish\` outside of the action |
| \`GITHUB_API_URL\` | a GitHub Enterprise Server |
| \`HTTPS_PROXY\`, \`NO_PROXY\` | a proxy, and what is reached without |

## The action's inputs that are no settings

${table(
  ['Input', ''],
  [MODEL_INPUT, REPORT_INPUT, CONFIG_INPUT, ANALYSIS_INPUT].map(({ name, description }) => [
    code(name),
    description,
  ]),
)}

${GROUPS.map(([group, title]) => `## ${title}\n\n${settingsTable(group)}`).join('\n\n')}

## The action's outputs

${table(
  ['Output', ''],
  OUTPUTS.map(({ name, description }) => [code(name), description]),
)}
`;
}

/** A configuration file with every key: its description, what it may be, and its default or a telling value. */
export function exampleOfAllKeys(): string {
  const lines = [
    '# Made by "npm run gen:docs" from src/settings: every key of .alphagate.yml, at its default where it has one.',
    '# Take what you need; a key that is left out is at its default.',
  ];
  const open = new Set<string>();
  for (const [top, names] of namesByTopKey()) {
    for (const name of names) {
      const setting = settingOf(name);
      const isNested = setting.key !== top;
      lines.push('');
      if (isNested && !open.has(top)) lines.push(`${top}:`);
      open.add(top);
      const indent = isNested ? '  ' : '';
      const entry = { [setting.key!.split('.').at(-1)!]: TELLING[name] ?? setting.default };
      const text = `${setting.description} Must be ${setting.expects}.`;
      lines.push(
        ...wrapped(text, `${indent}# `),
        ...stringify(entry)
          .trimEnd()
          .split('\n')
          .map((line) => indent + line),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Values where the default is nothing. */
const TELLING: Partial<Record<SettingName, unknown>> = {
  thresholds: [
    { layers: '*embeddings*', 'min-alpha': 1.5 },
    { layers: 'decoder.*', 'min-alpha': 1.8, 'max-alpha': 8 },
  ],
  accepted: [{ layers: 'encoder.layer.3.*', alpha: 1.83 }],
  include: ['*'],
  exclude: ['*.pooler.*'],
  maxAlphaDrop: 0.5,
  layers: ['dense', 'conv2d'],
  baseModel: 's3://my-models/base/model.safetensors',
  template: '.github/alphagate.md.hbs',
  baseline: '.alphagate-baseline.json',
  history: '.alphagate-history.json',
};

/** The names of settings in a file by their first key: what stands below one key stands together. */
function namesByTopKey(): Map<string, SettingName[]> {
  const byTop = new Map<string, SettingName[]>();
  for (const name of SETTING_NAMES) {
    const top = settingOf(name).key?.split('.')[0];
    if (top !== undefined) byTop.set(top, [...(byTop.get(top) ?? []), name]);
  }
  return byTop;
}

function settingsTable(group: SettingGroup): string {
  const nameOf = (name: string | undefined, dashes = '') => (name === undefined ? '' : code(dashes + name));
  return table(
    ['Key', 'Option', 'Input', 'Default', 'May be', ''],
    SETTING_NAMES.map(settingOf)
      .filter((setting) => setting.group === group)
      .map((setting: Setting) => [
        nameOf(setting.key),
        nameOf(setting.option, '--'),
        nameOf(setting.input),
        shownDefault(setting),
        setting.expects,
        setting.description,
      ]),
  );
}

const WIDTH = 110;

function wrapped(text: string, prefix: string): string[] {
  const lines: string[] = [];
  let line = prefix.trimEnd();
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = prefix.trimEnd();
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
