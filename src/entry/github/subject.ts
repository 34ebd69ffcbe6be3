import type { RunId } from '../../publish/comment-state.ts';
import type { EventPayload } from '../../publish/event.ts';
import type { Repository } from '../../publish/octokit.ts';
import {
  findPullRequest,
  type Head,
  hasHead,
  type PullRequest,
  parseRepository,
  pullRequestOf,
  readPullRequest,
} from '../../publish/pull-request.ts';
import { type Explanation, explainRequestFailure, LOOKING_UP } from '../../publish/request-failure.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';

/** What a run is about. */
export interface Subject {
  readonly repository: Repository | undefined;
  /** The pull request to write to, or why there is none. */
  readonly pull: PullAnswer;
  /** The commit that the models belong to. */
  readonly commit: string | undefined;
  /** The commit whose configuration holds, where it is not the workspace's own. */
  readonly gateSha: string | undefined;
  /** The commit that a change is based on. */
  readonly baseSha: string | undefined;
  /** The run that computed the numbers. */
  readonly run: RunId;
  /** The run that has ended, where this one was started by that. */
  readonly source: EventPayload['workflow_run'];
}

export type PullAnswer =
  | { readonly pull: PullRequest }
  /** With a code where something is amiss, without where there is simply none. */
  | { readonly pull?: undefined; readonly reason: string; readonly code?: string };

/** Events of which the commit may be a pull request's head. Others run on a branch for its own sake. */
const MAY_BE_A_HEAD: ReadonlySet<string> = new Set(['push', 'workflow_dispatch', 'workflow_run']);

/** Finds out what the run is about, from what the runner says and, where that is not enough, from GitHub. */
export async function findSubject(
  settings: Pick<Settings, 'mode' | 'prNumber'>,
  event: EventPayload,
  env: Environment,
  connection: Connection,
): Promise<Subject> {
  const repository = parseRepository(env['GITHUB_REPOSITORY']);
  const { pull_request, workflow_run, merge_group, before } = event;
  const commit =
    pull_request?.head?.sha ?? workflow_run?.head_sha ?? merge_group?.head_sha ?? env['GITHUB_SHA'];
  const pull = await answer(settings, { event, env, commit, repository, connection });
  return {
    repository,
    pull,
    commit,
    gateSha: pull.pull?.baseSha ?? merge_group?.base_sha,
    baseSha: pull.pull?.baseSha ?? merge_group?.base_sha ?? before,
    run: {
      id: workflow_run?.id ?? numberOf(env['GITHUB_RUN_ID']),
      attempt:
        workflow_run === undefined ? numberOf(env['GITHUB_RUN_ATTEMPT']) : (workflow_run.run_attempt ?? 1),
    },
    source: workflow_run,
  };
}

interface Search {
  readonly event: EventPayload;
  readonly env: Environment;
  readonly commit: string | undefined;
  readonly repository: Repository | undefined;
  readonly connection: Connection;
}

async function answer(
  { mode, prNumber }: Pick<Settings, 'mode' | 'prNumber'>,
  search: Search,
): Promise<PullAnswer> {
  const { event, env, commit, repository, connection } = search;
  const eventName = env['GITHUB_EVENT_NAME'] ?? '';
  const told = pullRequestOf(event);
  if (mode === 'analyze') return { reason: 'mode analyze writes to no pull request' };
  if (repository === undefined) return { reason: 'GITHUB_REPOSITORY names no repository' };
  const read = (number: number) =>
    attempt(connection, (octokit) => readPullRequest(octokit, repository, number));
  if (told !== undefined && (prNumber === null || prNumber === told.number)) {
    // A comment's event does not say what the pull request is based on, and therefore by what it is judged.
    return { pull: told.baseSha === undefined ? ((await read(told.number)).result ?? told) : told };
  }

  // Numbers that were computed elsewhere are about the commit that GitHub names, and about nothing else.
  const proof = mode === 'check' ? undefined : headOf(event);
  if (prNumber !== null && proof === undefined)
    return { pull: (await read(prNumber)).result ?? { number: prNumber } };
  const head =
    proof ??
    (commit !== undefined && MAY_BE_A_HEAD.has(eventName) ? { sha: commit, ...headOf(event) } : undefined);
  if (head === undefined)
    return { reason: `the event "${eventName}" is about no pull request; set pr-number to comment on one` };

  const { result, failure } = await attempt(connection, (octokit) =>
    prNumber === null
      ? findPullRequest(octokit, repository, head)
      : readPullRequest(octokit, repository, prNumber),
  );
  // Whoever checks a push has not asked for a pull request, and may lack the permission to look for one.
  if (failure !== undefined) return proof === undefined ? { reason: failure.reason } : failure;
  if (result !== undefined && hasHead(result, head)) return { pull: result };
  if (prNumber === null)
    return {
      reason: `no open pull request has the head ${head.sha.slice(0, 7)}; set pr-number to comment on one`,
    };
  return {
    code: 'PULL_REQUEST_UNPROVEN',
    reason: `pull request ${prNumber} is not at ${head.sha.slice(0, 7)} of ${head.repository ?? 'this repository'}, which the report is of. It has moved on, and its newer run will report; or pr-number is another's`,
  };
}

function headOf({ workflow_run }: EventPayload): Head | undefined {
  if (workflow_run === undefined) return undefined;
  const { head_sha, head_repository, head_branch } = workflow_run;
  return { sha: head_sha, repository: head_repository?.full_name, branch: head_branch ?? undefined };
}

/** Asks GitHub; a failure is a result. */
async function attempt<Result>(
  connection: Connection,
  ask: (octokit: NonNullable<Awaited<ReturnType<Connection>>>) => Promise<Result>,
): Promise<{ readonly result?: Result; readonly failure?: Explanation }> {
  const octokit = await connection();
  if (octokit === undefined) return { failure: NO_TOKEN };
  try {
    return { result: await ask(octokit) };
  } catch (error) {
    return { failure: explainRequestFailure(error, LOOKING_UP) };
  }
}

export const NO_TOKEN: Explanation = {
  code: 'NO_TOKEN',
  reason: "there is no github-token. Leave the input out to use the job's own",
};

function numberOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}
