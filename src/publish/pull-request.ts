import { z } from 'zod';
import type { Repository } from './octokit.ts';

const number = z.int().positive();
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const branch = z.object({ sha });

/** The parts of an event's payload that name a pull request and commits. */
const eventSchema = z.object({
  pull_request: z
    .object({ number, base: branch.optional().catch(undefined), head: branch.optional().catch(undefined) })
    .optional(),
  /** Of a push, the commit that the branch was at. */
  before: sha.optional().catch(undefined),
  /** Pull requests are issues too, and say so. */
  issue: z.object({ number, pull_request: z.unknown().optional() }).optional(),
});

export type EventPayload = z.infer<typeof eventSchema>;

/** @returns what the text of an event's file says about pull requests: nothing, if it cannot be understood. */
export function parseEvent(text: string): EventPayload {
  try {
    return eventSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
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
  if (payload.issue?.pull_request != null) return { number: payload.issue.number };
  return { reason: `the event "${eventName}" is about no pull request; set pr-number to comment on one` };
}

/** `owner/name` in its parts. */
export function parseRepository(slug: string | undefined): Repository | undefined {
  const [owner, repo, ...rest] = slug?.split('/') ?? [];
  return owner && repo && rest.length === 0 ? { owner, repo } : undefined;
}
