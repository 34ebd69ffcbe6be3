/** What makes a workflow run: the name of the event, and the payload that GitHub sends with it. */
export interface WorkflowEvent {
  readonly name: 'pull_request' | 'push' | 'merge_group' | 'workflow_run';
  readonly payload: object;
}

export interface PullRequestEventOptions {
  readonly number: number;
  readonly action?: 'opened' | 'synchronize';
  /** `owner/name` of the base. */
  readonly repository?: string;
  /** `owner/name` of where the change comes from; another one for a fork. */
  readonly headRepository?: string;
  readonly headSha?: string;
  readonly baseSha?: string;
}

export interface PushEventOptions {
  /** The commit that was pushed. */
  readonly sha: string;
  readonly branch?: string;
  readonly repository?: string;
}

export interface WorkflowRunEventOptions {
  /** The run that has ended. */
  readonly runId?: number;
  readonly headSha?: string;
  readonly headBranch?: string;
  /** `owner/name` of where the commit is. */
  readonly headRepository?: string;
}

export interface MergeGroupEventOptions {
  /** The commit that is tried out. */
  readonly sha: string;
  readonly baseSha?: string;
}

const REPOSITORY = 'acme/repo';
const HEAD_SHA = 'a'.repeat(40);
const BASE_SHA = 'b'.repeat(40);
const ZERO_SHA = '0'.repeat(40);

/** Somebody opened a pull request against `main`, or pushed to it. */
export function pullRequestEvent({
  number,
  action = 'opened',
  repository = REPOSITORY,
  headRepository = repository,
  headSha = HEAD_SHA,
  baseSha = BASE_SHA,
}: PullRequestEventOptions): WorkflowEvent {
  const htmlUrl = `https://github.com/${repository}/pull/${number}`;
  const sender = userOf(headRepository);
  return {
    name: 'pull_request',
    payload: {
      action,
      number,
      ...(action === 'synchronize' ? { before: ZERO_SHA, after: headSha } : {}),
      pull_request: {
        number,
        state: 'open',
        draft: false,
        merged: false,
        title: 'Retrain the model',
        body: null,
        html_url: htmlUrl,
        url: `https://api.github.com/repos/${repository}/pulls/${number}`,
        user: sender,
        author_association: headRepository === repository ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
        head: branchOf(headRepository, 'retrain', headSha, headRepository !== repository),
        base: branchOf(repository, 'main', baseSha, false),
      },
      repository: repositoryOf(repository, false),
      sender,
    },
  };
}

/** Somebody pushed to a branch. */
export function pushEvent({
  sha,
  branch = 'main',
  repository = REPOSITORY,
}: PushEventOptions): WorkflowEvent {
  const commit = { id: sha, message: 'Retrain the model', added: [], removed: [], modified: [] };
  return {
    name: 'push',
    payload: {
      ref: `refs/heads/${branch}`,
      before: ZERO_SHA,
      after: sha,
      created: false,
      deleted: false,
      forced: false,
      head_commit: commit,
      commits: [commit],
      repository: repositoryOf(repository, false),
      sender: userOf(repository),
    },
  };
}

/** A run for a pull request has ended. Of a fork's, GitHub lists no pull requests. */
export function workflowRunEvent({
  runId = 200,
  headSha = HEAD_SHA,
  headBranch = 'retrain',
  headRepository = REPOSITORY,
}: WorkflowRunEventOptions = {}): WorkflowEvent {
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow: { id: 1, name: 'Analyse', path: '.github/workflows/analyze.yml' },
      workflow_run: {
        id: runId,
        name: 'Analyse',
        event: 'pull_request',
        status: 'completed',
        conclusion: 'success',
        run_number: 12,
        run_attempt: 1,
        head_sha: headSha,
        head_branch: headBranch,
        head_repository: repositoryOf(headRepository, headRepository !== REPOSITORY),
        repository: repositoryOf(REPOSITORY, false),
        pull_requests: [],
      },
      repository: repositoryOf(REPOSITORY, false),
      sender: userOf(headRepository),
    },
  };
}

/** A merge queue tries commits out. */
export function mergeGroupEvent({ sha, baseSha = BASE_SHA }: MergeGroupEventOptions): WorkflowEvent {
  return {
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: sha,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${baseSha}`,
        base_sha: baseSha,
        base_ref: 'refs/heads/main',
        head_commit: { id: sha, message: 'Retrain the model' },
      },
      repository: repositoryOf(REPOSITORY, false),
      sender: userOf(REPOSITORY),
    },
  };
}

function branchOf(repository: string, ref: string, sha: string, fork: boolean): object {
  return { label: `${ownerOf(repository)}:${ref}`, ref, sha, repo: repositoryOf(repository, fork) };
}

function repositoryOf(fullName: string, fork: boolean): object {
  return {
    name: fullName.split('/')[1],
    full_name: fullName,
    owner: userOf(fullName),
    private: false,
    fork,
    default_branch: 'main',
    html_url: `https://github.com/${fullName}`,
    url: `https://api.github.com/repos/${fullName}`,
  };
}

function userOf(repository: string): object {
  return { login: ownerOf(repository), type: 'User' };
}

function ownerOf(repository: string): string {
  return repository.split('/')[0]!;
}
