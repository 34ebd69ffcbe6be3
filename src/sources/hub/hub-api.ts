import { SourceError } from '../../errors.ts';
import { MAX_FILES, MAX_HUB_REPLY_BYTES, MAX_LIST_PAGES } from '../../limits.ts';
import { parseJson, readText } from '../web/read-text.ts';
import type { WebClient, WebReply } from '../web/web-client.ts';
import { badReply, statusError } from '../web/web-errors.ts';
import { type HubReference, hubName } from './hub-reference.ts';

/** A file of a repository, in one commit of it. */
export interface HubFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** `sha256:…` of what git-LFS keeps, `git:…` of the rest. */
  readonly identity: string;
}

/**
 * The requests to a hub that come before the files themselves. Source: Hugging Face documentation, "Hub API
 * Endpoints"; huggingface_hub, `hf_raise_for_status`.
 */
export class HubApi {
  readonly #client: WebClient;
  readonly #endpoint: string;
  readonly #reference: HubReference;
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;

  /** @param endpoint without a final slash. */
  constructor(client: WebClient, endpoint: string, reference: HubReference, signal: AbortSignal | undefined) {
    this.#client = client;
    this.#endpoint = endpoint;
    this.#reference = reference;
    this.#name = hubName(reference);
    this.#signal = signal;
  }

  /** The commit that the revision stands for now: whatever is pushed from here on is not read. */
  async commit(): Promise<string> {
    const { repository, revision } = this.#reference;
    const { value } = await this.#getJson(
      `${this.#endpoint}/api/models/${repository}/revision/${encodeURIComponent(revision)}`,
    );
    const { sha } = (value ?? {}) as { sha?: unknown };
    if (typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
    throw badReply(this.#name, 'the hub does not say which commit this revision is');
  }

  /** All files of a commit. */
  async files(commit: string): Promise<HubFile[]> {
    const files: HubFile[] = [];
    let url: string | undefined =
      `${this.#endpoint}/api/models/${this.#reference.repository}/tree/${commit}?recursive=true`;
    for (let page = 0; url !== undefined; page++) {
      const { value, next }: { value: unknown; next: string | undefined } = await this.#getJson(url);
      if (!Array.isArray(value))
        throw badReply(this.#name, 'the hub does not list the files of this revision');
      files.push(...value.flatMap(toFile));
      if (files.length > MAX_FILES || page >= MAX_LIST_PAGES) throw tooMany(this.#name);
      url = next;
    }
    return files;
  }

  addressOf(commit: string, path: string): URL {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return new URL(`${this.#endpoint}/${this.#reference.repository}/resolve/${commit}/${encoded}`);
  }

  async #getJson(address: string): Promise<{ value: unknown; next: string | undefined }> {
    const url = new URL(address);
    const reply = await this.#client.get(url, { signal: this.#signal });
    if (reply.status !== 200) {
      reply.body.destroy();
      throw this.#refusal(reply);
    }
    const value = parseJson(await readText(reply.body, MAX_HUB_REPLY_BYTES));
    return { value, next: nextPage(reply, url.origin) };
  }

  /** A hub without a token says of private repositories that they are not there, or asks for a login. */
  #refusal({ status, headers, url }: WebReply): SourceError {
    const { repository, revision } = this.#reference;
    const error = (code: string, problem: string, cure: string) =>
      new SourceError({ code, subject: this.#name, problem, cure, details: { status } });
    switch (headers['x-error-code']) {
      case 'GatedRepo':
        return error(
          'HUB_GATED',
          `the owner of ${repository} lets only those in who asked for access`,
          'Ask for it on the page of the repository, and set hf-token',
        );
      case 'RevisionNotFound':
        return error(
          'HUB_NO_REVISION',
          `${repository} has no revision ${revision}`,
          'Check branch, tag or commit',
        );
    }
    if ([401, 403, 404].includes(status))
      return error(
        'HUB_NO_REPOSITORY',
        `there is no repository ${repository}, or it is private`,
        'Check the name; for a private one set hf-token',
      );
    return statusError(status, this.#client.describe(url));
  }
}

/** Folders are left out, and so is what no model is made of. */
function toFile(item: unknown): HubFile[] {
  const { type, path, size, oid, lfs } = (item ?? {}) as Record<string, unknown>;
  const isFile =
    type === 'file' && typeof path === 'string' && Number.isSafeInteger(size) && Number(size) >= 0;
  if (!isFile) return [];
  const sha256 = (lfs as { oid?: unknown } | undefined)?.oid;
  return [
    {
      path,
      sizeBytes: Number(size),
      identity: typeof sha256 === 'string' ? `sha256:${sha256}` : `git:${oid}`,
    },
  ];
}

/** The `Link` to the next page, as long as it leads to the same hub. */
function nextPage({ headers }: WebReply, origin: string): string | undefined {
  const links = [headers['link'] ?? ''].flat().join(', ');
  const next = /<(?<url>[^>]+)>;\s*rel="?next"?/.exec(links)?.groups?.['url'];
  if (next === undefined || !URL.canParse(next, origin)) return undefined;
  const url = new URL(next, origin);
  return url.origin === origin ? url.href : undefined;
}

function tooMany(subject: string): SourceError {
  return new SourceError({
    code: 'TOO_MANY_FILES',
    subject,
    problem: `holds more than ${MAX_FILES} files`,
    cure: 'Name a repository of one model',
  });
}
