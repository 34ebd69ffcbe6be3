import { createHash } from 'node:crypto';
import type { Account } from './accounts.ts';
import { REPOSITORY_LINKS } from './repository-links.ts';
import type { CheckRun, Comment, CommitStatus, PullRequest, StoredArtifact, StoredRun } from './store.ts';

/** Writes what the store holds as GitHub's API shows it. */
export interface Resources {
  publicUser(account: Account): object;
  comment(comment: Comment): object;
  pull(pull: PullRequest): object;
  /** A pull request as lists show it: without its counts. */
  pullInList(pull: PullRequest): object;
  checkRun(run: CheckRun): object;
  status(status: CommitStatus): object;
  file(file: RepositoryFile): object;
  run(run: StoredRun): object;
  artifact(artifact: StoredArtifact, run: StoredRun | undefined): object;
}

export interface RepositoryFile {
  readonly path: string;
  readonly ref: string;
  readonly text: string;
}

const WEB = 'https://github.com';
const LONG_AGO = '2020-01-01T00:00:00Z';

/**
 * @param apiUrl the server's own address.
 * @param repository `owner/name` of the repository that everything belongs to.
 */
export function describeResources(apiUrl: string, repository: string): Resources {
  const api = `${apiUrl}/repos/${repository}`;
  const web = `${WEB}/${repository}`;

  function user({ login, id, type }: Account): object {
    const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
    return {
      login,
      id,
      type,
      url,
      node_id: nodeId('User', id),
      avatar_url: `https://avatars.githubusercontent.com/u/${id}`,
      gravatar_id: '',
      html_url: type === 'Bot' ? `${WEB}/apps/${login.replace('[bot]', '')}` : `${WEB}/${login}`,
      followers_url: `${url}/followers`,
      following_url: `${url}/following{/other_user}`,
      gists_url: `${url}/gists{/gist_id}`,
      starred_url: `${url}/starred{/owner}{/repo}`,
      subscriptions_url: `${url}/subscriptions`,
      organizations_url: `${url}/orgs`,
      repos_url: `${url}/repos`,
      events_url: `${url}/events{/privacy}`,
      received_events_url: `${url}/received_events`,
      site_admin: false,
    };
  }

  function publicUser(account: Account): object {
    return {
      ...user(account),
      user_view_type: 'public',
      ...nulls('name', 'company', 'location', 'email', 'hireable', 'bio'),
      blog: '',
      ...zeros('public_repos', 'public_gists', 'followers', 'following'),
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
    };
  }

  function comment({ id, issueNumber, author, body, createdAt, updatedAt }: Comment): object {
    return {
      id,
      node_id: nodeId('IssueComment', id),
      url: `${api}/issues/comments/${id}`,
      html_url: `${web}/pull/${issueNumber}#issuecomment-${id}`,
      issue_url: `${api}/issues/${issueNumber}`,
      user: user(author),
      created_at: createdAt,
      updated_at: updatedAt,
      author_association: author.type === 'Bot' ? 'NONE' : 'MEMBER',
      body,
      performed_via_github_app: null,
    };
  }

  function pullInList(pull: PullRequest): object {
    const url = `${api}/pulls/${pull.number}`;
    const issueUrl = `${api}/issues/${pull.number}`;
    const htmlUrl = `${web}/pull/${pull.number}`;
    const statusesUrl = `${api}/statuses/${pull.headSha}`;
    const links = {
      self: url,
      html: htmlUrl,
      issue: issueUrl,
      comments: `${issueUrl}/comments`,
      review_comments: `${url}/comments`,
      review_comment: `${api}/pulls/comments{/number}`,
      commits: `${url}/commits`,
      statuses: statusesUrl,
    };
    return {
      id: pull.number,
      node_id: nodeId('PullRequest', pull.number),
      number: pull.number,
      title: pull.title,
      user: user(pull.author),
      state: pull.state,
      locked: false,
      body: null,
      url,
      html_url: htmlUrl,
      diff_url: `${htmlUrl}.diff`,
      patch_url: `${htmlUrl}.patch`,
      issue_url: issueUrl,
      commits_url: links.commits,
      comments_url: links.comments,
      review_comments_url: links.review_comments,
      review_comment_url: links.review_comment,
      statuses_url: statusesUrl,
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
      ...nulls('closed_at', 'merged_at', 'merge_commit_sha', 'assignee', 'milestone', 'auto_merge'),
      labels: [],
      head: branch(pull.headRepository, pull.headRef, pull.headSha),
      base: branch(repository, pull.baseRef, pull.baseSha),
      _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
      author_association: 'CONTRIBUTOR',
    };
  }

  function pull(of: PullRequest): object {
    return {
      ...pullInList(of),
      ...zeros('comments', 'review_comments', 'additions', 'deletions'),
      commits: 1,
      changed_files: 1,
      merged: false,
      mergeable: true,
      mergeable_state: 'clean',
      merged_by: null,
      maintainer_can_modify: false,
    };
  }

  function branch(fullName: string, ref: string, sha: string): object {
    const [owner] = fullName.split('/') as [string];
    return {
      label: `${owner}:${ref}`,
      ref,
      sha,
      user: user(ownerOf(fullName)),
      repo: repositoryResource(fullName),
    };
  }

  function repositoryResource(fullName: string): object {
    const url = `${apiUrl}/repos/${fullName}`;
    const htmlUrl = `${WEB}/${fullName}`;
    return {
      id: fullName === repository ? 1 : 2,
      node_id: nodeId('Repository', fullName === repository ? 1 : 2),
      name: fullName.split('/')[1],
      full_name: fullName,
      owner: user(ownerOf(fullName)),
      private: false,
      fork: fullName !== repository,
      url,
      html_url: htmlUrl,
      ...Object.fromEntries(REPOSITORY_LINKS.map(([name, place]) => [name, `${url}/${place}`])),
      git_url: `git://github.com/${fullName}.git`,
      ssh_url: `git@github.com:${fullName}.git`,
      clone_url: `${htmlUrl}.git`,
      svn_url: htmlUrl,
      ...nulls('description', 'homepage', 'language', 'license', 'mirror_url'),
      ...zeros('forks', 'forks_count', 'stargazers_count', 'watchers', 'watchers_count', 'size'),
      ...zeros('open_issues', 'open_issues_count'),
      default_branch: 'main',
      has_issues: true,
      has_projects: false,
      has_wiki: false,
      has_pages: false,
      has_downloads: false,
      archived: false,
      disabled: false,
      pushed_at: LONG_AGO,
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
    };
  }

  function checkRun(run: CheckRun): object {
    return {
      id: run.id,
      node_id: nodeId('CheckRun', run.id),
      head_sha: run.headSha,
      name: run.name,
      external_id: run.externalId,
      url: `${api}/check-runs/${run.id}`,
      html_url: `${web}/runs/${run.id}`,
      details_url: run.detailsUrl,
      status: run.status,
      conclusion: run.conclusion,
      started_at: run.startedAt,
      completed_at: run.completedAt,
      output: {
        title: run.title,
        summary: run.summary,
        text: run.text,
        annotations_count: run.annotations.length,
        annotations_url: `${api}/check-runs/${run.id}/annotations`,
      },
      check_suite: { id: run.id },
      app: null,
      pull_requests: [],
    };
  }

  function status(of: CommitStatus): object {
    return {
      id: of.id,
      node_id: nodeId('StatusContext', of.id),
      url: `${api}/statuses/${of.sha}`,
      avatar_url: null,
      state: of.state,
      context: of.context,
      description: of.description,
      target_url: of.targetUrl,
      creator: user(of.creator),
      created_at: of.createdAt,
      updated_at: of.createdAt,
    };
  }

  function file({ path, ref, text }: RepositoryFile): object {
    const bytes = Buffer.from(text);
    const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    const url = `${api}/contents/${path}?ref=${ref}`;
    const gitUrl = `${api}/git/blobs/${sha}`;
    const htmlUrl = `${web}/blob/${ref}/${path}`;
    return {
      type: 'file',
      name: path.split('/').at(-1),
      path,
      sha,
      size: bytes.length,
      encoding: 'base64',
      content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
      url,
      git_url: gitUrl,
      html_url: htmlUrl,
      download_url: `https://raw.githubusercontent.com/${repository}/${ref}/${path}`,
      _links: { self: url, git: gitUrl, html: htmlUrl },
    };
  }

  function run({ id, headSha, event, headRepository }: StoredRun): object {
    const url = `${api}/actions/runs/${id}`;
    const links = ['jobs', 'logs', 'check_suite', 'artifacts', 'cancel', 'rerun', 'workflow'];
    return {
      id,
      node_id: nodeId('WorkflowRun', id),
      name: 'Train',
      display_title: 'Train',
      path: '.github/workflows/train.yml',
      head_branch: 'main',
      head_sha: headSha,
      event,
      status: 'completed',
      conclusion: 'success',
      run_number: 1,
      run_attempt: 1,
      workflow_id: 1,
      url,
      html_url: `${web}/actions/runs/${id}`,
      ...Object.fromEntries(links.map((name) => [`${name}_url`, `${url}/${name}`])),
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
      pull_requests: [],
      head_commit: null,
      repository: repositoryResource(repository),
      head_repository: repositoryResource(headRepository),
    };
  }

  function artifact(of: StoredArtifact, belongsTo: StoredRun | undefined): object {
    const url = `${api}/actions/artifacts/${of.id}`;
    return {
      id: of.id,
      node_id: nodeId('Artifact', of.id),
      name: of.name,
      size_in_bytes: of.sizeBytes,
      url,
      archive_download_url: `${url}/zip`,
      expired: of.expired,
      created_at: of.createdAt,
      expires_at: of.createdAt,
      updated_at: of.createdAt,
      digest: of.digest,
      workflow_run: {
        id: of.runId,
        repository_id: 1,
        head_repository_id: belongsTo?.headRepository === repository ? 1 : 2,
        head_branch: 'main',
        head_sha: belongsTo?.headSha ?? '',
      },
    };
  }

  return { publicUser, comment, pull, pullInList, checkRun, status, file, run, artifact };
}

function ownerOf(fullName: string): Account {
  const [login] = fullName.split('/') as [string];
  return { login, id: 1, type: 'User', mayWrite: true };
}

function nodeId(kind: string, id: number): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

function nulls(...names: readonly string[]): Record<string, null> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

function zeros(...names: readonly string[]): Record<string, 0> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}
