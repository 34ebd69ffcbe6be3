import type { getOctokit } from '@actions/github';

/** GitHub's API, as `@actions/github` gives it. */
export type Octokit = ReturnType<typeof getOctokit>;

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}
