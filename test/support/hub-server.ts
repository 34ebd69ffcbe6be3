import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { startWebServer, type WebRequest, type WebServer } from './web-server.ts';

/** A hub of models, as Hugging Face's answers: the tree by pages, weights from another host. */
export interface HubServer {
  readonly hub: WebServer;
  /** Where the weights lie, which the hub redirects to. */
  readonly cdn: WebServer;
  /** Files on one page of a tree. */
  filesPerPage: number;
  /** Makes a commit of a repository, and its branch `main` that commit. */
  commit(repository: string, files: Readonly<Record<string, Uint8Array>>): string;
  /** Lets only those with the token see a repository; a gated one is shown, its files are not. */
  restrict(repository: string, kind: 'private' | 'gated'): void;
  stop(): Promise<void>;
}

export const HUB_TOKEN = 'hf_token-of-the-hub';

/** What git-LFS keeps, and the hub redirects to. */
const LARGE = /\.(safetensors|bin|gguf)$/;

export async function startHub({ isTls = false } = {}): Promise<HubServer> {
  const [hub, cdn] = await Promise.all([startWebServer({ isTls }), startWebServer({ isTls })]);
  const commits = new Map<string, Readonly<Record<string, Uint8Array>>>();
  const branches = new Map<string, string>();
  const restricted = new Map<string, 'private' | 'gated'>();

  hub.intercept = (request, response, answer) => {
    const [, repository = '', operation = '', rest = ''] =
      /^(?:\/api\/models)?\/([^/]+\/[^/]+)\/(revision|tree|resolve)\/(.*)$/.exec(request.path) ?? [];
    const limit = restricted.get(repository);
    const isWelcome = limit === undefined || request.headers.authorization === `Bearer ${HUB_TOKEN}`;
    const head = branches.get(repository);
    if (head === undefined || (limit === 'private' && !isWelcome)) {
      refuse(response, isWelcome ? 404 : 401, 'RepoNotFound');
      return;
    }
    if (limit === 'gated' && !isWelcome) {
      refuse(response, 403, 'GatedRepo');
      return;
    }
    const [revision = '', ...path] = operation === 'resolve' ? rest.split('/') : [rest];
    const commit = revision === 'main' ? head : revision;
    const files = commits.get(`${repository}@${commit}`);
    if (files === undefined) refuse(response, 404, 'RevisionNotFound');
    else if (operation === 'revision') json(response, { id: repository, sha: commit });
    else if (operation === 'tree') sendTree(request, response, files);
    else resolve(request, response, answer, { commit, path: path.join('/'), files });
  };

  function sendTree(
    request: WebRequest,
    response: ServerResponse,
    files: Readonly<Record<string, Uint8Array>>,
  ): void {
    const all = [
      ...new Set(Object.keys(files).flatMap((path) => (path.includes('/') ? [path.split('/')[0]!] : []))),
    ].map((path): object => ({ type: 'directory', oid: sha1(path), size: 0, path }));
    for (const [path, bytes] of Object.entries(files)) {
      const lfs = { oid: sha256(bytes), size: bytes.length, pointerSize: 134 };
      all.push({
        type: 'file',
        oid: sha1(path),
        size: bytes.length,
        path,
        ...(LARGE.test(path) && { lfs }),
      });
    }
    const start = Number(request.query.get('cursor') ?? 0);
    const end = start + server.filesPerPage;
    const next = `${hub.origin}${request.path}?recursive=true&cursor=${end}`;
    json(response, all.slice(start, end), end < all.length ? { link: `<${next}>; rel="next"` } : {});
  }

  function resolve(
    request: WebRequest,
    response: ServerResponse,
    answer: () => void,
    { commit, path, files }: { commit: string; path: string; files: Readonly<Record<string, Uint8Array>> },
  ): void {
    const bytes = files[path];
    if (bytes === undefined) {
      refuse(response, 404, 'EntryNotFound');
    } else if (LARGE.test(path)) {
      cdn.files.set(`/${sha256(bytes)}`, bytes);
      response.writeHead(302, {
        location: `${cdn.origin}/${sha256(bytes)}?Signature=hunter2`,
        'x-repo-commit': commit,
      });
      response.end();
    } else {
      hub.files.set(request.path, bytes);
      answer();
    }
  }

  const server: HubServer = {
    hub,
    cdn,
    filesPerPage: 1000,
    commit(repository, files) {
      const sha = sha1(JSON.stringify([repository, commits.size]));
      commits.set(`${repository}@${sha}`, files);
      branches.set(repository, sha);
      return sha;
    },
    restrict: (repository, kind) => restricted.set(repository, kind),
    stop: async () => {
      await Promise.all([hub.stop(), cdn.stop()]);
    },
  };
  return server;
}

function json(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'x-error-code': code }).end(JSON.stringify({ error: code }));
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
