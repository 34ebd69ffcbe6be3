import { LineCounter, parseDocument } from 'yaml';
import { ConfigError } from '../errors.ts';
import { checkValue, type PartialSettings, SETTING_NAMES, settingOf } from './resolve.ts';
import type { SettingName } from './schema.ts';

/**
 * Reads the settings in a configuration file's text.
 *
 * @param fileName for messages.
 * @throws ConfigError `BAD_YAML`, `UNKNOWN_KEY` or `BAD_SETTING`, naming the file and the key.
 */
export function parseConfig(text: string, fileName: string): PartialSettings {
  return readSettings(parseYaml(text, fileName), fileName);
}

/** Reads the `analysis` input: the mapping that a configuration file has under the key `analysis`. */
export function parseAnalysis(text: string, subject: string): PartialSettings {
  const analysis = parseYaml(text, subject);
  return analysis === null ? {} : readSettings({ analysis }, subject);
}

function parseYaml(text: string, subject: string): unknown {
  const lineCounter = new LineCounter();
  // Aliases are how a few lines of YAML become gigabytes; no configuration needs one.
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const [error] = document.errors;
  try {
    if (error === undefined) return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw badYaml(subject, (cause as Error).message, cause);
  }
  const { line, col } = lineCounter.linePos(error.pos[0]);
  throw badYaml(subject, `line ${line}, column ${col}: ${error.message.split('\n')[0]}`, error);
}

function badYaml(subject: string, problem: string, cause: unknown): ConfigError {
  return new ConfigError({
    code: 'BAD_YAML',
    subject,
    problem: `is not YAML that can be used: ${problem.replace(/[:.]$/, '')}`,
    cure: 'Mend that line',
    cause,
  });
}

const NAME_BY_KEY = new Map<string, SettingName>();
for (const name of SETTING_NAMES) {
  const { key } = settingOf(name);
  if (key !== undefined) NAME_BY_KEY.set(key, name);
}

function readSettings(root: unknown, fileName: string): PartialSettings {
  const settings: Record<string, unknown> = {};
  const walk = (node: unknown, path: string) => {
    const name = NAME_BY_KEY.get(path);
    if (name !== undefined) {
      settings[name] = checkValue(name, node, `${fileName}: ${path}`);
      return;
    }
    const below = childKeys(path);
    if (below.length === 0) throw unknownKey(fileName, path);
    if (node === null) return;
    if (typeof node !== 'object' || Array.isArray(node)) throw notAMapping(fileName, path, below);
    for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`);
  };
  walk(root, '');
  return settings as PartialSettings;
}

/** The keys that may stand directly below `path`. */
function childKeys(path: string): string[] {
  const prefix = path === '' ? '' : `${path}.`;
  const children = [...NAME_BY_KEY.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).split('.')[0]!);
  return [...new Set(children)];
}

function unknownKey(fileName: string, path: string): ConfigError {
  const parent = path.split('.').slice(0, -1).join('.');
  return new ConfigError({
    code: 'UNKNOWN_KEY',
    subject: fileName,
    problem: `the key ${JSON.stringify(path)} is not a setting`,
    cure: `${parent === '' ? 'The file' : parent} may have ${childKeys(parent).join(', ')}`,
  });
}

function notAMapping(fileName: string, path: string, keys: readonly string[]): ConfigError {
  return new ConfigError({
    code: 'BAD_SETTING',
    subject: path === '' ? fileName : `${fileName}: ${path}`,
    problem: 'is not a mapping of keys to values',
    cure: `It may have ${keys.join(', ')}`,
  });
}
