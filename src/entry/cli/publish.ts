import type { CommentResult } from '../../publish/comment.ts';
import { carryOut } from '../action/carry-out.ts';
import { commentOnPullRequest } from '../github/comment.ts';
import { connectionOf } from '../github/connection.ts';
import type { Delivery } from '../github/delivery.ts';
import { loadConfig } from '../load-config.ts';
import type { Arguments } from './arguments.ts';

/**
 * Posts reports that exist to the pull request they are about, judged by the gate of its base. The token and the
 * repository come from the environment, as in a workflow: `GITHUB_TOKEN`, `GITHUB_REPOSITORY`, `GITHUB_API_URL`.
 */
export async function runPublish(
  { models, settings: given, config }: Pick<Arguments, 'models' | 'settings' | 'config'>,
  signal: AbortSignal,
): Promise<{ readonly delivery: Delivery; readonly comment: CommentResult }> {
  const { env } = process;
  const inputs = {
    references: [],
    reports: models,
    configFile: config,
    fromFile: await loadConfig(config),
    overrides: { ...given, mode: 'publish', githubToken: env['GITHUB_TOKEN'] ?? '' } as const,
  };
  const { settings, delivery } = await carryOut(inputs, env, { signal });
  const comment = await commentOnPullRequest(delivery, settings, env, connectionOf(settings, env, signal));
  return { delivery, comment };
}
