import { ConfigError } from '../errors.ts';
import type { Octokit, Repository } from './octokit.ts';
import { retrying, type Wait } from './retry.ts';

/**
 * The text of a file of a repository at a commit; undefined where it has none of that name.
 *
 * @param path from the repository's root, `/` between its parts.
 * @throws ConfigError `BASE_UNREADABLE` when GitHub does not say what is there.
 */
export async function readRepositoryFile(
  octokit: Octokit,
  { owner, repo }: Repository,
  path: string,
  ref: string,
  wait?: Wait,
): Promise<string | undefined> {
  const refuse = (problem: string, cause?: unknown) =>
    new ConfigError({
      code: 'BASE_UNREADABLE',
      subject: `${path} at ${ref.slice(0, 7)}`,
      problem,
      cure: 'Give the job "permissions: { contents: read }", and keep files over 1 MB in S3',
      cause,
    });
  try {
    const { data } = await retrying(() => octokit.rest.repos.getContent({ owner, repo, path, ref }), wait);
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return undefined;
    if (data.encoding !== 'base64') throw refuse(`GitHub does not show a file of ${data.size} bytes`);
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const { status, message } = cause as { status?: number; message?: string };
    if (status === 404) return undefined;
    throw refuse(
      `GitHub does not show what this pull request is judged by (${message?.split('\n')[0]})`,
      cause,
    );
  }
}
