import { SETTING_NAMES, settingOf } from '../../settings/resolve.ts';
import { COMMAND_OPTIONS, COMMANDS, type CommandOption } from './commands.ts';

const COLUMN = 30;
const WIDTH = 100;

/** The help text. Options of settings come out of the schema, with their defaults. */
export function helpText(): string {
  const settings = SETTING_NAMES.map(settingOf).filter(({ option }) => option !== undefined);
  return `alphagate: fails when a layer of a trained model has an alpha below a threshold

Usage
  alphagate analyze MODEL...    exit 0 pass, 1 gate failed, 2 usage, 3 a model could not be read
  alphagate analyze CHECKPOINT... --series
  alphagate describe MODEL...
  alphagate compare BASE MODEL
  alphagate smooth MODEL -o OUT.safetensors
  alphagate plot MODEL --layer NAME --kind KIND -o FILE.svg
  alphagate init MODEL
  alphagate merge REPORT.json...
  alphagate publish REPORT.json...    with GITHUB_TOKEN and GITHUB_REPOSITORY in the environment
  alphagate demo

MODEL is a file, a directory, a glob, s3://bucket/key-or-prefix[?versionId=ID], https://host/path,
artifact://NAME[/PATH][?run-id=ID | ?commit=SHA], or hf://ORGANISATION/NAME[@REVISION][/PATH].

Commands
${COMMANDS.map(({ synopsis, description }) => entry(synopsis, description)).join('\n')}

Options
${COMMAND_OPTIONS.map((option) => entry(left(option), option.description)).join('\n')}

Settings (each also a key of .alphagate.yml; an option wins over the file)
${settings.map((setting) => entry(left({ name: setting.option!, ...setting }), `${setting.description.replaceAll('`', '')} ${fallback(setting.default)}`)).join('\n')}
`;
}

function left({ name, short, placeholder }: Pick<CommandOption, 'name' | 'short' | 'placeholder'>): string {
  const value = placeholder === undefined ? '' : ` ${placeholder}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${value}`;
}

function fallback(value: unknown): string {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0) ? '' : `[${value}]`;
}

/** A word and what it means, the meaning wrapped in a column of its own. */
function entry(word: string, meaning: string): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of meaning.trim().split(' ')) {
    if (line !== '' && COLUMN + line.length + piece.length + 1 > WIDTH) {
      lines.push(line);
      line = piece;
    } else {
      line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  lines.push(line);
  const indent = ' '.repeat(COLUMN);
  const head = `  ${word}`;
  const first = head.length < COLUMN ? [head.padEnd(COLUMN) + lines.shift()] : [head];
  return [...first, ...lines.map((text) => indent + text)].join('\n');
}
