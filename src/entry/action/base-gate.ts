import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { writeDocument } from '../../publish/files.ts';
import type { Octokit, Repository } from '../../publish/octokit.ts';
import { readRepositoryFile } from '../../publish/repository-file.ts';
import { settingsDifference } from '../../settings/difference.ts';
import { completeSettings, type PartialSettings } from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from '../github/connection.ts';
import type { Environment } from '../github/environment.ts';
import type { Subject } from '../github/subject.ts';
import { CONFIG_FILE_NAME } from '../load-config.ts';
import type { ActionInputs } from './inputs.ts';
import { workspacePath } from './workspace-path.ts';

/** The gate that holds for a run. */
export interface Gate {
  readonly settings: Settings;
  /** What a pull request would change in it once it is merged, one an item. */
  readonly proposed: readonly string[];
}

/**
 * Decides which settings hold. A pull request, and what a merge queue tries out, is judged by the configuration and
 * by the baseline of the commit that it is based on: it cannot weaken its own gate. Elsewhere the workspace's own hold.
 *
 * @throws ConfigError when the base's configuration cannot be had, and might differ from the workspace's.
 */
export async function decideGate(
  inputs: ActionInputs,
  subject: Subject,
  env: Environment,
  connection: Connection,
): Promise<Gate> {
  const own = withBaseSha(completeSettings(inputs.fromFile, inputs.overrides), subject);
  const { repository, gateSha } = subject;
  const configFile = workspacePath(inputs.configFile ?? CONFIG_FILE_NAME);
  if (own.mode === 'analyze' || repository === undefined || gateSha === undefined || configFile === undefined)
    return { settings: own, proposed: [] };
  const octokit = await connection();
  if (octokit === undefined) return { settings: own, proposed: [] };

  const base = { ...repository, sha: gateSha };
  let fromBase: PartialSettings;
  try {
    const text = await readRepositoryFile(octokit, base, configFile, base.sha);
    const { parseConfig } = await import('../../settings/config-file.ts');
    fromBase = text === undefined ? {} : parseConfig(text, `${configFile} at ${base.sha.slice(0, 7)}`);
  } catch (error) {
    const unreadable = error instanceof ConfigError && error.code === 'BASE_UNREADABLE';
    if (unreadable && isCheckedOut(own, subject) && Object.keys(inputs.fromFile).length === 0)
      return { settings: own, proposed: [] };
    throw error;
  }
  const settings = withBaseSha(completeSettings(fromBase, inputs.overrides), subject);
  return {
    settings: { ...settings, baseline: await baselineOf(settings.baseline, octokit, base, env) },
    // The workspace of a run that takes over a report is not the pull request's.
    proposed: own.mode === 'publish' ? [] : settingsDifference(fromBase, inputs.fromFile),
  };
}

/** Removes what was fetched of the base. */
export async function removeBase(env: Environment): Promise<void> {
  await rm(baseFolder(env), { recursive: true, force: true });
}

/** Where files of the base are kept while the run needs them. */
function baseFolder(env: Environment): string {
  return path.join(env['RUNNER_TEMP'] || tmpdir(), `alphagate-base-${process.pid}`);
}

/** Whether the workspace is that of the pull request, where no configuration most likely means that the base has none. */
function isCheckedOut({ mode }: Settings, { source }: Subject): boolean {
  return mode === 'check' && source === undefined;
}

interface Base extends Repository {
  readonly sha: string;
}

/** Puts the commit that a change is based on into the references of baseline and history. */
function withBaseSha(settings: Settings, { baseSha }: Subject): Settings {
  if (baseSha === undefined) return settings;
  const [baseline, history] = [settings.baseline, settings.history].map((reference) =>
    reference.replaceAll('{base-sha}', baseSha),
  ) as [string, string];
  return { ...settings, baseline, history };
}

/**
 * A report that the repository itself holds is taken from the base too, and kept where it is read from then on;
 * where the base has none, that place stays empty, and the report says so.
 */
async function baselineOf(
  reference: string,
  octokit: Octokit,
  base: Base,
  env: Environment,
): Promise<string> {
  const file =
    reference.endsWith('.json') && !reference.includes('://') ? workspacePath(reference) : undefined;
  if (file === undefined) return reference;
  const copy = path.join(baseFolder(env), file);
  const text = await readRepositoryFile(octokit, base, file, base.sha);
  if (text !== undefined) await writeDocument(copy, text);
  return copy;
}
