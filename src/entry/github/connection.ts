import type { Octokit } from '../../publish/octokit.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Environment } from './environment.ts';

/** The way to GitHub's API, which is loaded where it is taken; undefined without a token. */
export type Connection = () => Promise<Octokit | undefined>;

/** Longest time that finding out about a run, or publishing it, may take: neither is worth a longer wait. */
const DEADLINE_MS = 120_000;

/** All requests over one connection share one time limit. */
export function connectionOf(
  { githubToken }: Pick<Settings, 'githubToken'>,
  env: Environment,
  signal: AbortSignal,
): Connection {
  let octokit: Promise<Octokit> | undefined;
  return async () => {
    if (githubToken === '') return undefined;
    octokit ??= import('../../publish/connect.ts').then(({ connect }) =>
      connect(githubToken, env['GITHUB_API_URL'], { deadlineMs: DEADLINE_MS, signal }),
    );
    return octokit;
  };
}
