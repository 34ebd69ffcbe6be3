import type { Repository } from './octokit.ts';

/** The parts of an event's payload that name a pull request. */
export interface EventPayload {
  readonly pull_request?: { readonly number: number } | undefined;
  readonly issue?: { readonly number: number; readonly pull_request?: unknown } | undefined;
}

export type PullRequestAnswer =
  | { readonly number: number }
  | { readonly number?: undefined; readonly reason: string };

/** The pull request to comment on: the one that is asked for, else the one that the event is about. */
export function findPullRequest(
  asked: number | null,
  payload: EventPayload,
  eventName: string,
): PullRequestAnswer {
  if (asked !== null) return { number: asked };
  if (payload.pull_request !== undefined) return { number: payload.pull_request.number };
  if (payload.issue?.pull_request !== undefined) return { number: payload.issue.number };
  return { reason: `the event "${eventName}" is about no pull request; set pr-number to comment on one` };
}

/** `owner/name` in its parts. */
export function parseRepository(slug: string | undefined): Repository | undefined {
  const [owner, repo, ...rest] = slug?.split('/') ?? [];
  return owner && repo && rest.length === 0 ? { owner, repo } : undefined;
}
