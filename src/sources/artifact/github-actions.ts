import { setTimeout as pause } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';
import { MAX_ARTIFACTS, MAX_RUNS_OF_COMMIT } from '../../limits.ts';
import { toArtifactError } from './artifact-errors.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** GitHub, as a run of a workflow sees it. */
export interface GitHubAccess {
  readonly owner: string;
  readonly repo: string;
  /** The run that asks, or the one that the user named. */
  readonly runId: number | undefined;
  /** Loads GitHub's client, which is good for the next requests, and not for those of many minutes later. */
  connect(): Promise<Octokit>;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly expired: boolean;
  /** `sha256:…` of the archive, where GitHub knows it. */
  readonly digest: string | undefined;
}

/** Only GitHub's own troubles pass; each pause in milliseconds. */
const PAUSES_MS: readonly number[] = [500, 2000, 4000];

const LARGEST_PAGE = 100;

/** The requests that reading artifacts takes, each failing with a SourceError that says what to do. */
export class GitHubActions {
  readonly #access: GitHubAccess;
  readonly #repository: { readonly owner: string; readonly repo: string };
  readonly #subject: string;
  readonly #signal: AbortSignal | undefined;

  /** @param subject what a person would call the thing that is looked for. */
  constructor(access: GitHubAccess, subject: string, signal: AbortSignal | undefined) {
    this.#access = access;
    this.#repository = { owner: access.owner, repo: access.repo };
    this.#subject = subject;
    this.#signal = signal;
  }

  /**
   * The runs that the repository's own commit set off, the latest first. Those of a fork's commit are left out: a
   * fork may have any commit, and its workflow writes what it likes.
   */
  async runsOf(commit: string): Promise<number[]> {
    const { data } = await this.#persist(`the commit ${commit}`, (octokit) =>
      octokit.rest.actions.listWorkflowRunsForRepo({
        ...this.#repository,
        head_sha: commit,
        per_page: MAX_RUNS_OF_COMMIT,
      }),
    );
    return data.workflow_runs
      .filter((run) => run.head_repository?.full_name === run.repository.full_name)
      .map(({ id }) => id);
  }

  /** What a run has left so far, the latest first. */
  async artifactsOf(runId: number): Promise<Artifact[]> {
    const artifacts: Artifact[] = [];
    for (let page = 1; artifacts.length < MAX_ARTIFACTS; page++) {
      const { data } = await this.#persist(`the run ${runId}`, (octokit) =>
        octokit.rest.actions.listWorkflowRunArtifacts({
          ...this.#repository,
          run_id: runId,
          per_page: LARGEST_PAGE,
          page,
        }),
      );
      artifacts.push(
        ...data.artifacts.map(({ id, name, size_in_bytes, expired, digest }) => ({
          id,
          name,
          sizeBytes: size_in_bytes,
          expired,
          digest: digest ?? undefined,
        })),
      );
      if (data.artifacts.length < LARGEST_PAGE) break;
    }
    return artifacts.sort((a, b) => b.id - a.id);
  }

  /** The address of an artifact's archive. It is signed, and good for a minute or so. */
  async addressOf({ id }: Artifact): Promise<URL> {
    const { headers } = await this.#persist('the artifact', (octokit) =>
      octokit.rest.actions.downloadArtifact({
        ...this.#repository,
        artifact_id: id,
        archive_format: 'zip',
        request: { redirect: 'manual' },
      }),
    );
    const address = headers.location ?? '';
    if (URL.canParse(address)) return new URL(address);
    throw toArtifactError(new Error('no address'), this.#subject, 'the artifact');
  }

  /** @param where what was asked for, for messages. */
  async #persist<Result>(where: string, ask: (octokit: Octokit) => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      this.#signal?.throwIfAborted();
      try {
        return await ask(await this.#access.connect());
      } catch (error) {
        const pauseMs = PAUSES_MS[attempt];
        const passes = ((error as { status?: number }).status ?? 500) >= 500;
        if (!passes || pauseMs === undefined) throw toArtifactError(error, this.#subject, where);
        await pause(pauseMs, undefined, { signal: this.#signal });
      }
    }
  }
}
