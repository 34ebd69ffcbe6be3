import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { ANALYSIS_INPUT, CONFIG_INPUT, MODEL_INPUT, REPORT_INPUT } from '../../settings/inputs.ts';
import {
  completeSettings,
  type PartialSettings,
  parseText,
  SETTING_NAMES,
  settingOf,
} from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import { loadConfig } from '../load-config.ts';
import { noReport } from '../no-report.ts';
import { refuseCheckedOutCache } from './cache-folder.ts';
import { workspacePath } from './workspace-path.ts';

export interface ActionInputs {
  readonly references: readonly string[];
  /** Reports to take over. */
  readonly reports: readonly string[];
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
  const references = linesOf(getInput(MODEL_INPUT.name));
  const reports = linesOf(getInput(REPORT_INPUT.name));
  const configFile = getInput(CONFIG_INPUT.name) || undefined;
  const fromFile = await loadConfig(configFile);
  const overrides = { ...(await analysisAmong(getInput)), ...settingsFromInputs(getInput) };
  refuseCheckedOutCache(overrides.cache);
  requireWhatModeNeeds(completeSettings(fromFile, overrides), references, reports);
  return { references, reports, configFile, fromFile, overrides };
}

async function analysisAmong(getInput: (name: string) => string): Promise<PartialSettings> {
  const text = getInput(ANALYSIS_INPUT.name);
  if (text === '') return {};
  const { parseAnalysis } = await import('../../settings/config-file.ts');
  return parseAnalysis(text, `input ${ANALYSIS_INPUT.name}`);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(fromWorkspace);
}

function requireWhatModeNeeds(
  { mode, shard, reanalyze }: Settings,
  references: readonly string[],
  reports: readonly string[],
): void {
  if (shard !== null && mode !== 'analyze') {
    throw new ConfigError({
      code: 'SHARD_NOT_JUDGED',
      subject: 'input shard',
      problem: `a part of a model cannot be judged, and mode is ${mode}`,
      cure: 'Set "mode: analyze" beside it, and let a job with "mode: merge" judge the parts together',
    });
  }
  const takesOver = mode === 'merge' || (mode === 'publish' && !reanalyze);
  if (takesOver && reports.length === 0)
    throw noReport(`input ${REPORT_INPUT.name}`, `names none for mode ${mode}`);
  if (!takesOver && references.length === 0) {
    throw new ConfigError({
      code: 'NO_MODEL',
      subject: `input ${MODEL_INPUT.name}`,
      problem: 'names no model',
      cure: 'Set it to a file, a directory, a glob or s3://bucket/key, one a line',
    });
  }
}

/** A path into the workspace as the repository knows it: reports are not to show where a runner has put it. */
function fromWorkspace(reference: string): string {
  return path.isAbsolute(reference) ? (workspacePath(reference) ?? reference) : reference;
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
