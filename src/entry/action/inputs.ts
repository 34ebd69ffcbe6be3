import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { parseAnalysis } from '../../settings/config-file.ts';
import { ANALYSIS_INPUT, CONFIG_INPUT, MODEL_INPUT } from '../../settings/inputs.ts';
import { type PartialSettings, parseText, SETTING_NAMES, settingOf } from '../../settings/resolve.ts';
import { loadConfig } from '../load-config.ts';

export interface ActionInputs {
  readonly references: readonly string[];
  /** The configuration file that is named, if one is. */
  readonly configFile: string | undefined;
  /** Settings of the workspace's configuration file. */
  readonly fromFile: PartialSettings;
  /** Settings of the inputs, which win over any file. */
  readonly overrides: PartialSettings;
}

/**
 * The action's inputs, understood. An empty input is one that nobody gave.
 *
 * @param getInput as `@actions/core` has it.
 * @throws ConfigError naming the input, or the configuration file and its key.
 */
export async function readInputs(getInput: (name: string) => string): Promise<ActionInputs> {
  const references = getInput(MODEL_INPUT.name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(fromWorkspace);
  if (references.length === 0) {
    throw new ConfigError({
      code: 'NO_MODEL',
      subject: `input ${MODEL_INPUT.name}`,
      problem: 'names no model',
      cure: 'Set it to a file, a directory, a glob or s3://bucket/key, one a line',
    });
  }

  const configFile = getInput(CONFIG_INPUT.name) || undefined;
  const fromFile = await loadConfig(configFile);
  const analysis = parseAnalysis(getInput(ANALYSIS_INPUT.name), `input ${ANALYSIS_INPUT.name}`);
  const overrides = { ...analysis, ...settingsFromInputs(getInput) };
  return { references, configFile, fromFile, overrides };
}

/** A path into the workspace as the repository knows it: reports are not to show where a runner has put it. */
function fromWorkspace(reference: string): string {
  if (!path.isAbsolute(reference)) return reference;
  const relative = path.relative(process.cwd(), reference);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? reference : relative;
}

function settingsFromInputs(getInput: (name: string) => string): PartialSettings {
  const settings: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const { input } = settingOf(name);
    const text = input === undefined ? '' : getInput(input);
    if (text !== '') settings[name] = parseText(name, text, `input ${input}`);
  }
  return settings as PartialSettings;
}
