import type { Account } from './accounts.ts';
import { type Answer, NOT_FOUND, refusal, validationFailed } from './answer.ts';
import type { InstalledApp } from './app.ts';
import { downloadArtifact, listArtifactsOfRun, listRuns } from './artifacts.ts';
import { paginate } from './paging.ts';
import type { Resources } from './resources.ts';
import { type CheckRun, type Comment, type Store, timestamp } from './store.ts';

/** A request that GitHub's description allows, by somebody whom the token tells. */
export interface Call {
  readonly store: Store;
  readonly resources: Resources;
  /** Where GitHub keeps the archives of artifacts: another host. */
  readonly storageUrl: string;
  /** The request's address, without its query. */
  readonly address: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Undefined for a request without a token. */
  readonly account: Account | undefined;
  readonly app: InstalledApp;
  readonly token: string | undefined;
}

/** A request that changes something; its account is known, and may. */
type Write = Call & { readonly account: Account };

/** GitHub counts characters, not bytes. Its description does not say this limit, though it has all those of check runs. */
const MOST_COMMENT_CHARACTERS = 65_536;

/** Every operation the server offers, by GitHub's own name of it. */
export const OPERATIONS: Readonly<Record<string, (call: Call) => Answer>> = {
  'users/get-authenticated': getAuthenticatedUser,
  'apps/get-repo-installation': ({ app, token }) => app.installation(token),
  'apps/create-installation-access-token': ({ app, token, parameters }) =>
    app.createToken(token, Number(parameters['installation_id'])),
  'pulls/get': getPull,
  'pulls/list': listPulls,
  'repos/list-pull-requests-associated-with-commit': listPullsOfCommit,
  'repos/get-content': getContent,
  'issues/list-comments': listComments,
  'issues/get-comment': (call) => withComment(call, (comment) => json(200, call.resources.comment(comment))),
  'issues/create-comment': writing(createComment),
  'issues/update-comment': writing((call) => withOwnComment(call, (comment) => updateComment(call, comment))),
  'issues/delete-comment': writing((call) => withOwnComment(call, (comment) => deleteComment(call, comment))),
  'actions/list-workflow-runs-for-repo': listRuns,
  'actions/list-workflow-run-artifacts': listArtifactsOfRun,
  'actions/download-artifact': downloadArtifact,
  'checks/list-for-ref': listCheckRuns,
  'checks/create': writing(createCheckRun),
  'checks/update': writing(updateCheckRun),
  'repos/create-commit-status': writing(createStatus),
};

function json(status: number, body: unknown): Answer {
  return { status, body };
}

/** Lets only those through who may write, and says it to the others as GitHub does. */
function writing(operation: (call: Write) => Answer): (call: Call) => Answer {
  return (call) => {
    const { account } = call;
    if (account === undefined) return refusal(401, 'Requires authentication');
    if (!account.mayWrite) return refusal(403, notAccessibleBy(account));
    return operation({ ...call, account });
  };
}

function notAccessibleBy(account: Account): string {
  return `Resource not accessible by ${account.type === 'Bot' ? 'integration' : 'personal access token'}`;
}

function getAuthenticatedUser({ account, resources }: Call): Answer {
  if (account === undefined) return refusal(401, 'Requires authentication');
  // A workflow's token belongs to an app, and an app is no user.
  if (account.type === 'Bot') return refusal(403, notAccessibleBy(account));
  return json(200, resources.publicUser(account));
}

function getPull({ store, resources, parameters }: Call): Answer {
  const pull = store.pulls.get(Number(parameters['pull_number']));
  return pull === undefined ? NOT_FOUND : json(200, resources.pull(pull));
}

function listPulls({ store, resources, address, query }: Call): Answer {
  const { state = 'open', head } = query;
  const pulls = [...store.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === undefined || head === `${pull.headRepository.split('/')[0]}:${pull.headRef}`),
  );
  const { items, headers } = paginate(pulls, address, query);
  return { status: 200, headers, body: items.map(resources.pullInList) };
}

/** Leaves out those of forks, as GitHub sometimes does: a client must not rely on them. */
function listPullsOfCommit({ store, resources, parameters, address, query }: Call): Answer {
  const pulls = [...store.pulls.values()].filter(
    ({ headSha, headRepository }) =>
      headSha === parameters['commit_sha'] && headRepository === store.repository,
  );
  const { items, headers } = paginate(pulls, address, query);
  return { status: 200, headers, body: items.map(resources.pullInList) };
}

function getContent({ store, resources, parameters, query }: Call): Answer {
  const file = { path: parameters['path']!, ref: query['ref'] ?? 'main' };
  const text = store.textOf(file.ref, file.path);
  return text === undefined ? NOT_FOUND : json(200, resources.file({ ...file, text }));
}

function listComments({ store, resources, parameters, address, query }: Call): Answer {
  const issueNumber = Number(parameters['issue_number']);
  if (!store.pulls.has(issueNumber)) return NOT_FOUND;
  const since = Date.parse(query['since'] ?? '1970-01-01');
  const comments = store.commentsOf(issueNumber).filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
  const { items, headers } = paginate(comments, address, query);
  return { status: 200, headers, body: items.map(resources.comment) };
}

function createComment({ store, resources, parameters, body, account }: Write): Answer {
  const issueNumber = Number(parameters['issue_number']);
  if (!store.pulls.has(issueNumber)) return NOT_FOUND;
  const text = (body as { body: string }).body;
  return commentRefusal(text) ?? json(201, resources.comment(store.addComment(issueNumber, account, text)));
}

function updateComment({ store, resources, body }: Write, comment: Comment): Answer {
  const text = (body as { body: string }).body;
  const refused = commentRefusal(text);
  if (refused !== undefined) return refused;
  const updated = { ...comment, body: text, updatedAt: timestamp() };
  store.comments.set(comment.id, updated);
  return json(200, resources.comment(updated));
}

function deleteComment({ store }: Write, comment: Comment): Answer {
  store.comments.delete(comment.id);
  return { status: 204 };
}

function withComment({ store, parameters }: Call, answer: (comment: Comment) => Answer): Answer {
  const comment = store.comments.get(Number(parameters['comment_id']));
  return comment === undefined ? NOT_FOUND : answer(comment);
}

/** Only the author edits a comment. GitHub lets some others too, which nobody here has a reason to rely on. */
function withOwnComment(call: Write, answer: (comment: Comment) => Answer): Answer {
  return withComment(call, (comment) => {
    if (comment.author.id === call.account.id) return answer(comment);
    const { account } = call;
    return refusal(
      403,
      account.type === 'Bot' ? notAccessibleBy(account) : 'Must have admin rights to Repository.',
    );
  });
}

function commentRefusal(text: string): Answer | undefined {
  const resource = 'IssueComment';
  if (text.trim() === '') {
    return validationFailed([{ resource, code: 'missing_field', field: 'body' }]);
  }
  if ([...text].length <= MOST_COMMENT_CHARACTERS) return undefined;
  const message = `body is too long (maximum is ${MOST_COMMENT_CHARACTERS} characters)`;
  return validationFailed([{ resource, code: 'custom', field: 'body', message }]);
}

interface CheckRunBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly unknown[];
  };
}

function listCheckRuns({ store, resources, parameters, address, query }: Call): Answer {
  const runs = [...store.checkRuns.values()]
    .filter(({ headSha, name }) => headSha === parameters['ref'] && name === (query['check_name'] ?? name))
    .reverse();
  const shown = query['filter'] === 'all' ? runs : runs.slice(0, 1);
  const { items, headers } = paginate(shown, address, query);
  return {
    status: 200,
    headers,
    body: { total_count: shown.length, check_runs: items.map(resources.checkRun) },
  };
}

function createCheckRun(call: Write): Answer {
  const body = call.body as CheckRunBody;
  return saveCheckRun(call, body, 201, {
    id: call.store.nextId(),
    headSha: body.head_sha!,
    name: body.name!,
    status: 'queued',
    conclusion: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    externalId: null,
    detailsUrl: null,
    startedAt: timestamp(),
    completedAt: null,
  });
}

function updateCheckRun(call: Write): Answer {
  const run = call.store.checkRuns.get(Number(call.parameters['check_run_id']));
  return run === undefined ? NOT_FOUND : saveCheckRun(call, call.body as CheckRunBody, 200, run);
}

function saveCheckRun(
  { store, resources, account }: Write,
  body: CheckRunBody,
  success: number,
  run: CheckRun,
): Answer {
  if (account.type !== 'Bot') return refusal(403, 'You must authenticate via a GitHub App.');
  const { output = {} } = body;
  const completed = body.conclusion !== undefined || body.status === 'completed';
  const saved: CheckRun = {
    ...run,
    name: body.name ?? run.name,
    status: completed ? 'completed' : (body.status ?? run.status),
    conclusion: body.conclusion ?? run.conclusion,
    title: output.title ?? run.title,
    summary: output.summary ?? run.summary,
    text: output.text ?? run.text,
    // Annotations of an update are added to those that are there.
    annotations: [...run.annotations, ...(output.annotations ?? [])],
    externalId: body.external_id ?? run.externalId,
    detailsUrl: body.details_url ?? run.detailsUrl,
    startedAt: body.started_at ?? run.startedAt,
    completedAt: body.completed_at ?? (completed ? timestamp() : run.completedAt),
  };
  store.checkRuns.set(saved.id, saved);
  return json(success, resources.checkRun(saved));
}

function createStatus({ store, resources, parameters, body, account }: Write): Answer {
  const { state, context, description, target_url } = body as Record<string, string | null>;
  const status = {
    id: store.nextId(),
    sha: parameters['sha']!,
    creator: account,
    state: state!,
    context: context ?? 'default',
    description: description ?? null,
    targetUrl: target_url ?? null,
    createdAt: timestamp(),
  };
  store.statuses.push(status);
  return json(201, resources.status(status));
}
