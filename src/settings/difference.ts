import { completeSettings, type PartialSettings, toConfig } from './resolve.ts';

/** What settings would change for a gate, one an item: `min-alpha: 2 → 1`. */
export function settingsDifference(before: PartialSettings, after: PartialSettings): string[] {
  return configDifference(toConfig(completeSettings(before)), toConfig(completeSettings(after)));
}

/** Where a report's settings are not the defaults, in the same form. What it does not say is as by default. */
export function changedSettings(config: Readonly<Record<string, unknown>>): string[] {
  return configDifference(toConfig(completeSettings()), config);
}

function configDifference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...old]
    .filter(([key, value]) => now.has(key) && now.get(key) !== value)
    .map(([key, value]) => `${key}: ${value} → ${now.get(key)}`);
}

/** Settings by their dotted keys, values as JSON. */
function flatten(config: Readonly<Record<string, unknown>>, prefix = ''): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [key, value] of Object.entries(config)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [path, text] of flatten(value as Record<string, unknown>, `${prefix}${key}.`))
        entries.set(path, text);
    } else {
      entries.set(prefix + key, JSON.stringify(value));
    }
  }
  return entries;
}
