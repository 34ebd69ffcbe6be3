import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { trickle } from '../fault-proxy.ts';
import { startWebServer, type WebServer } from '../web-server.ts';
import { ACCOUNTS, type Account, TOKENS, tokenOf } from './accounts.ts';
import { type Answer, JSON_CONTENT, NOT_FOUND, refusal } from './answer.ts';
import { InstalledApp } from './app.ts';
import { type ApiRequest, loadContract, type Operation, type Violation } from './contract.ts';
import { type Failure, PlannedFailures } from './failures.ts';
import { OPERATIONS } from './operations.ts';
import { describeResources } from './resources.ts';
import {
  type CheckRun,
  type Comment,
  type CommitStatus,
  type PullRequest,
  Store,
  type StoredArtifact,
  type StoredRun,
  timestamp,
} from './store.ts';

/** A request as the server has seen it. Its token is left out; `login` tells whose it was. */
export interface RecordedRequest extends ApiRequest {
  readonly login: string | undefined;
  /** What it was answered with. */
  readonly status: number;
}

export interface GitHubApiOptions {
  /** `owner/name`. */
  readonly repository?: string;
  readonly pulls?: readonly NewPull[];
}

/** A pull request; what is left out has a plain value. */
export type NewPull = Partial<PullRequest> & Pick<PullRequest, 'number'>;

/** A run of a workflow; what is left out has a plain value. */
export type NewRun = Partial<StoredRun> & Pick<StoredRun, 'id'>;

export interface NewArtifact {
  readonly name: string;
  readonly runId: number;
  /** The archive. */
  readonly bytes: Uint8Array;
  readonly expired?: boolean;
}

/** A GitHub REST API on this machine, that keeps what it is told and holds everybody to GitHub's description. */
export interface GitHubApi {
  /** What `GITHUB_API_URL` has to be. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Everything so far that GitHub's description does not allow. */
  readonly violations: readonly Violation[];
  /** The comments of a pull request, oldest first. */
  comments(pullNumber: number): readonly Comment[];
  readonly checkRuns: readonly CheckRun[];
  readonly statuses: readonly CommitStatus[];
  /** The app that is installed on the repository. */
  readonly app: InstalledApp;
  addPull(pull: NewPull): void;
  /** Puts a comment there as if the owner of the token had written it. */
  addComment(pullNumber: number, body: string, token: string): Comment;
  /** @param ref what `ref` a client will ask for: a branch or a commit. */
  addFile(ref: string, path: string, text: string): void;
  addRun(run: NewRun): void;
  addArtifact(artifact: NewArtifact): StoredArtifact;
  /** Where the archives of artifacts lie, which the API redirects to. */
  readonly storage: WebServer;
  /** Answers the next requests that read with a failure. */
  failNextReads(times: number, failure: Failure): void;
  /** Lets the next requests that read go well, before failures that are planned after this. */
  passNextReads(times: number): void;
  /** Answers the next requests that write with a failure. */
  failNextWrites(times: number, failure: Failure): void;
  /** Answers the next queries of GraphQL with a failure. */
  failNextQueries(times: number, failure: Failure): void;
  stop(): Promise<void>;
}

const BAD_CREDENTIALS = refusal(401, 'Bad credentials');

/** Starts the server on a free port of 127.0.0.1. */
export async function startGitHubApi({
  repository = 'acme/repo',
  pulls = [],
}: GitHubApiOptions = {}): Promise<GitHubApi> {
  const contract = await loadContract();
  const store = new Store(repository);
  const app = new InstalledApp();
  const failures = new PlannedFailures();
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const storage = await startWebServer();

  const server = createServer((message, response) => {
    handle(message).then(
      (answer) => {
        if (answer.connection === undefined) send(response, answer);
        else if (answer.connection === 'reset') response.destroy();
        else if (answer.connection === 'trickle') sendSlowly(response, answer);
      },
      (error: Error) => send(response, refusal(500, `the test's server failed: ${error.stack}`)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const resources = describeResources(url, repository);

  async function handle(message: IncomingMessage): Promise<Answer> {
    const request = await readRequest(message);
    const token = tokenOf(message.headers.authorization);
    const account = token === undefined ? undefined : (ACCOUNTS.get(token) ?? app.accountOf(token));
    if (request.path === '/graphql') {
      const failure = failures.take('query');
      const answer = failure === undefined ? answerQuery(request, account) : answerOf(failure);
      requests.push({ ...request, login: account?.login, status: answer.status });
      return answer;
    }
    const { answer, violations: found } = await contract.enforce(request, (operation) => {
      const failure = failures.take(request.method === 'GET' ? 'read' : 'write');
      if (failure !== undefined && failure.takesEffect !== true) return answerOf(failure);
      const right =
        token !== undefined && account === undefined && !operation.name.startsWith('apps/')
          ? BAD_CREDENTIALS
          : perform(operation, request, account, token);
      if (failure?.connection === 'trickle') return { ...right, connection: 'trickle' };
      return failure === undefined ? right : answerOf(failure);
    });
    violations.push(...found);
    requests.push({ ...request, login: account?.login, status: answer.status });
    return answer;
  }

  function perform(
    { name, parameters }: Operation,
    request: ApiRequest,
    account: Account | undefined,
    token: string | undefined,
  ): Answer {
    const operation = OPERATIONS[name];
    if (operation === undefined)
      throw new Error(`the description has ${name}, which the server does not offer`);
    const { owner, repo } = parameters;
    if (owner !== undefined && `${owner}/${repo}` !== repository) return NOT_FOUND;
    const { query, body } = request;
    return operation({
      store,
      resources,
      storageUrl: storage.origin,
      address: url + request.path,
      parameters,
      query,
      body,
      account,
      app,
      token,
    });
  }

  const addPull = (pull: NewPull): void => {
    store.pulls.set(pull.number, {
      title: `Pull request ${pull.number}`,
      state: 'open',
      author: accountOf(TOKENS.contributor),
      headRepository: repository,
      headRef: `topic-${pull.number}`,
      headSha: 'a'.repeat(40),
      baseRef: 'main',
      baseSha: 'b'.repeat(40),
      ...pull,
    });
  };
  pulls.forEach(addPull);

  const addArtifact = ({ name, runId, bytes, expired = false }: NewArtifact): StoredArtifact => {
    const id = store.nextId();
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const artifact = { id, name, runId, sizeBytes: bytes.length, digest, expired, createdAt: timestamp() };
    store.artifacts.set(id, artifact);
    storage.files.set(`/${id}.zip`, bytes);
    return artifact;
  };

  return {
    url,
    requests,
    violations,
    comments: (pullNumber) => store.commentsOf(pullNumber),
    get checkRuns() {
      return [...store.checkRuns.values()];
    },
    statuses: store.statuses,
    app,
    addPull,
    addComment: (pullNumber, body, token) => store.addComment(pullNumber, accountOf(token), body),
    addFile: (ref, path, content) => store.addFile(ref, path, content),
    addRun: (run) =>
      store.runs.set(run.id, {
        headSha: 'a'.repeat(40),
        event: 'push',
        headRepository: repository,
        ...run,
      }),
    addArtifact,
    storage,
    failNextReads: (times, failure) => failures.plan('read', times, failure),
    passNextReads: (times) => failures.plan('read', times, undefined),
    failNextWrites: (times, failure) => failures.plan('write', times, failure),
    failNextQueries: (times, failure) => failures.plan('query', times, failure),
    stop: async () => {
      await storage.stop();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

function answerOf({ answer, connection }: Failure): Answer {
  return connection === undefined ? answer : { ...answer, connection };
}

/** The one query of GraphQL that Alphagate has. Unlike REST it tells an app's token too who it is. */
function answerQuery({ body }: ApiRequest, account: Account | undefined): Answer {
  if (account === undefined) return BAD_CREDENTIALS;
  const { query } = body as { query?: string };
  if (query !== '{ viewer { login } }') throw new Error(`the server does not understand the query ${query}`);
  return { status: 200, body: { data: { viewer: { login: account.login } } } };
}

async function readRequest(message: IncomingMessage): Promise<ApiRequest> {
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://127.0.0.1');
  const { authorization: _secret, ...headers } = message.headers;
  return {
    method: message.method ?? 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: headers as Record<string, string>,
    body: parseBody(await text(message)),
  };
}

/** What is not JSON stays text, which no operation allows. */
function parseBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...(body === undefined ? {} : JSON_CONTENT), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Headers at once, and then a byte a quarter of a second. */
function sendSlowly(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body ?? {}));
  response.writeHead(status, { ...JSON_CONTENT, ...headers, 'content-length': bytes.length });
  trickle(response, bytes, 250);
}

function accountOf(token: string): Account {
  const account = ACCOUNTS.get(token);
  if (account === undefined) throw new Error("this token is nobody's: see accounts.ts");
  return account;
}
