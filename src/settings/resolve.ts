import { ConfigError } from '../errors.ts';
import { SETTINGS, type SettingName, type Settings } from './schema.ts';
import type { Setting, SettingGroup } from './setting.ts';

export type PartialSettings = Partial<Settings>;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function settingOf(name: SettingName): Setting {
  return SETTINGS[name] as Setting;
}

/**
 * Checks one value.
 *
 * @param subject where it was read, for the message: `input min-alpha`, `.alphagate.yml: min-alpha`.
 * @throws ConfigError `BAD_SETTING`.
 */
export function checkValue(name: SettingName, value: unknown, subject: string): unknown {
  const { schema, expects } = settingOf(name);
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const where = checked.error.issues[0]?.path.join('.') ?? '';
  throw badSetting(subject, `${where === '' ? '' : `${where} in `}${show(value)} cannot be used`, expects);
}

/** Reads one value from the text of an option or an input. */
export function parseText(name: SettingName, text: string, subject: string): unknown {
  const { parse, expects } = settingOf(name);
  const value = parse(text);
  if (value === undefined) throw badSetting(subject, `${show(text)} cannot be used`, expects);
  return checkValue(name, value, subject);
}

/**
 * Puts settings together: what comes later wins over what comes before, and all win over the defaults.
 *
 * @throws ConfigError `BAD_SETTING` when the settings contradict each other.
 */
export function completeSettings(...layers: readonly PartialSettings[]): Settings {
  const defaults = Object.fromEntries(SETTING_NAMES.map((name) => [name, settingOf(name).default]));
  const settings = Object.assign(defaults, ...layers) as Settings;
  if (settings.minAlpha > settings.maxAlpha) {
    throw badSetting(
      'min-alpha',
      `${settings.minAlpha} is above max-alpha, ${settings.maxAlpha}`,
      'at most max-alpha',
    );
  }
  if (settings.stacked && settings.intra) {
    throw badSetting(
      'intra',
      'one matrix of all layers (stacked) has no pairs',
      'false where stacked is true',
    );
  }
  refuseContradictions(settings);
  return withoutAliases(settings);
}

/** What WeightWatcher's names for settings that have others here stand for. */
function withoutAliases(settings: Settings): Settings {
  const { svdMethod, engine, ERG, detX } = settings;
  return { ...settings, engine: svdMethod === 'accurate' ? 'reference' : engine, detX: detX || ERG };
}

/** Modes that WeightWatcher does not combine either. */
function refuseContradictions({ fit, xmax, fixFingers, intra, inverse, randomize, vectors }: Settings): void {
  if (fixFingers !== 'off' && xmax !== 0)
    throw badSetting('xmax', 'fix_fingers chooses the range of the fit itself', '0 with fix_fingers');
  if (fixFingers !== 'off' && fit !== 'PL')
    throw badSetting('fix_fingers', `it is for the fit PL, not ${fit}`, 'off with another fit');
  if (fit !== 'PL' && xmax === 'force')
    throw badSetting('xmax', `${fit} has a cut-off of its own`, 'a whole number');
  if (intra && (randomize || vectors))
    throw badSetting(
      'intra',
      'products of layers have no elements of their own',
      'false with randomize and vectors',
    );
  if (inverse && vectors)
    throw badSetting('vectors', 'they are those of the matrix, not of its inverse', 'false with inverse');
}

/** Groups of the settings that decide which numbers there are. */
const OF_NUMBERS: readonly SettingGroup[] = ['layers', 'analysis'];

/** The settings that decide numbers and verdicts, and no others, in the shape of a configuration file. */
export function toConfig(settings: Settings): Record<string, unknown> {
  const config: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const { key, group, printable } = settingOf(name);
    if (key === undefined || (group !== 'gate' && !OF_NUMBERS.includes(group))) continue;
    const path = key.split('.');
    const last = path.pop()!;
    let place = config;
    for (const part of path) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    place[last] = printable === undefined ? settings[name] : printable(settings[name]);
  }
  return config;
}

/**
 * Reads back what `toConfig` wrote of the settings that decide which numbers there are; what is missing is left out.
 *
 * @throws ConfigError `BAD_SETTING`.
 */
export function layerSettings(config: Readonly<Record<string, unknown>>, subject: string): PartialSettings {
  const settings: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const { key, group } = settingOf(name);
    if (key === undefined || !OF_NUMBERS.includes(group)) continue;
    const value = key
      .split('.')
      .reduce<unknown>((place, part) => (isMapping(place) ? place[part] : undefined), config);
    if (value !== undefined) settings[name] = checkValue(name, value, `${subject}: settings.${key}`);
  }
  return settings as PartialSettings;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badSetting(subject: string, problem: string, expects: string): ConfigError {
  return new ConfigError({ code: 'BAD_SETTING', subject, problem, cure: `It must be ${expects}` });
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
