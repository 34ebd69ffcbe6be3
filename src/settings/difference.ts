import { completeSettings, type PartialSettings, toConfig } from './resolve.ts';

/** What settings would change for a gate, one an item: `min-alpha: 2 → 1`. */
export function settingsDifference(before: PartialSettings, after: PartialSettings): string[] {
  const [old, proposed] = [before, after].map((settings) => flatten(toConfig(completeSettings(settings))));
  return [...old!.keys()]
    .filter((key) => old!.get(key) !== proposed!.get(key))
    .map((key) => `${key}: ${old!.get(key)} → ${proposed!.get(key)}`);
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
