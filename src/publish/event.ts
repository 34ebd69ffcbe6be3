import * as z from 'zod';

const number = z.int().positive();
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const repository = z.object({ full_name: z.string().max(200) });

/** Null for a branch whose repository is gone. */
const branch = z.object({ sha, repo: repository.nullable().optional().catch(undefined) });

/** The parts of an event's payload that name pull requests, runs and commits. */
const eventSchema = z.object({
  pull_request: z
    .object({ number, base: branch.optional().catch(undefined), head: branch.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  repository: z
    .object({ default_branch: z.string().max(1000).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  /** Of a push, the commit that the branch was at. */
  before: sha.optional().catch(undefined),
  /** Pull requests are issues too, and say so. */
  issue: z.object({ number, pull_request: z.unknown().optional() }).optional().catch(undefined),
  /** Commits of a merge queue that are tried out together. */
  merge_group: z.object({ head_sha: sha, base_sha: sha }).optional().catch(undefined),
  /** The run that has ended. */
  workflow_run: z
    .object({
      id: number,
      run_attempt: number.optional().catch(undefined),
      head_sha: sha,
      head_branch: z.string().max(1000).nullable().optional().catch(undefined),
      head_repository: repository.nullable().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type EventPayload = z.infer<typeof eventSchema>;

/** @returns what the text of an event's file says: nothing, if it cannot be understood. */
export function parseEvent(text: string): EventPayload {
  try {
    return eventSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
