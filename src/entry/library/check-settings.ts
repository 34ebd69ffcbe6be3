import { ConfigError } from '../../errors.ts';
import { checkValue, completeSettings, SETTING_NAMES } from '../../settings/resolve.ts';
import type { SettingName, Settings } from '../../settings/schema.ts';

/** Settings that only other doors know. What a configuration file may have besides is let pass, and means nothing here. */
const OTHER_DOORS = [
  'mode',
  'reanalyze',
  'timeoutMinutes',
  'artifactName',
  'reportKey',
  'prNumber',
] as const satisfies readonly SettingName[];

type LibrarySettingName = Exclude<SettingName, (typeof OTHER_DOORS)[number]>;

/** The names of the settings that a program can give. */
export const LIBRARY_SETTINGS = SETTING_NAMES.filter(
  (name): name is LibrarySettingName => !(OTHER_DOORS as readonly SettingName[]).includes(name),
);

export type LibrarySettings = { readonly [Name in LibrarySettingName]?: Settings[Name] | undefined };

/**
 * Completes a program's settings.
 *
 * @throws ConfigError `UNKNOWN_KEY` or `BAD_SETTING`, naming the setting.
 */
export function checkSettings(given: LibrarySettings): Settings {
  if (typeof given !== 'object' || given === null)
    throw new ConfigError({
      code: 'BAD_SETTING',
      subject: 'settings',
      problem: `${JSON.stringify(given)} cannot be used`,
      cure: 'It must be an object with the names of settings',
    });
  const checked: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = LIBRARY_SETTINGS.find((known) => known === key);
    if (name === undefined) throw unknownSetting(key);
    if (value !== undefined) checked[name] = checkValue(name, value, `settings.${name}`);
  }
  return completeSettings(checked);
}

function unknownSetting(key: string): ConfigError {
  return new ConfigError({
    code: 'UNKNOWN_KEY',
    subject: 'settings',
    problem: `the key ${JSON.stringify(key)} is not a setting of the library`,
    cure: `They may have ${LIBRARY_SETTINGS.join(', ')}`,
  });
}
