import { ConfigError } from '../../errors.ts';
import type { Octokit, Repository } from '../../publish/octokit.ts';
import { parseConfig } from '../../settings/config-file.ts';
import { completeSettings, type PartialSettings, toConfig } from '../../settings/resolve.ts';

/** The configuration that a pull request is judged by. */
export interface BaseConfig {
  readonly settings: PartialSettings;
  /** What the pull request would change, one setting an item: `min-alpha: 2 → 1`. */
  readonly proposed: readonly string[];
}

/**
 * Reads the configuration as it is at the commit that a pull request is based on, so that no pull request can weaken
 * its own gate: what it changes takes effect once it is merged.
 *
 * @param fileName path from the repository's root.
 * @param inWorkspace the settings of the file as the pull request has it.
 * @throws ConfigError when GitHub does not say what the base holds.
 */
export async function readBaseConfig(
  octokit: Octokit,
  repository: Repository,
  baseSha: string,
  fileName: string,
  inWorkspace: PartialSettings,
): Promise<BaseConfig> {
  const text = await readAtCommit(octokit, repository, baseSha, fileName);
  const settings = text === undefined ? {} : parseConfig(text, `${fileName} at ${baseSha.slice(0, 7)}`);
  return { settings, proposed: differences(settings, inWorkspace) };
}

/** The text of a file at a commit; undefined where it has none of that name. */
async function readAtCommit(
  octokit: Octokit,
  { owner, repo }: Repository,
  ref: string,
  path: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return undefined;
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (cause) {
    const { status, message } = cause as { status?: number; message?: string };
    if (status === 404) return undefined;
    throw new ConfigError({
      code: 'BASE_CONFIG_UNREADABLE',
      subject: `${path} at ${ref.slice(0, 7)}`,
      problem: `GitHub does not show the configuration that this pull request is judged by (${message?.split('\n')[0]})`,
      cure: 'Give the job "permissions: { contents: read }"',
      cause,
    });
  }
}

function differences(base: PartialSettings, proposed: PartialSettings): string[] {
  const before = flatten(toConfig(completeSettings(base)));
  const after = flatten(toConfig(completeSettings(proposed)));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? 'unset'} → ${after.get(key) ?? 'unset'}`);
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
