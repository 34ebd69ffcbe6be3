import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { SourceError } from '../../errors.ts';
import { MAX_WHOLE_DOWNLOAD_BYTES } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../byte-source.ts';
import { memoryFile } from '../memory-file.ts';
import { rangedSource } from '../read-parts.ts';
import type { WebClient, WebReply } from './web-client.ts';
import { badReply, changed, noRanges, statusError } from './web-errors.ts';

/** A file of a web server, at an address that may have to be asked for anew. */
export interface WebPlace {
  /** How a person would name it; never with a query. */
  readonly name: string;
  readonly client: WebClient;
  /** Its address, which may lead on by redirects. */
  resolve(signal: AbortSignal | undefined): Promise<URL>;
  /** What tells its content from any other, where its place knows better than by an ETag. */
  readonly identity?: string | undefined;
}

/** What is known of a file before it is read. */
export interface WebFacts {
  readonly sizeBytes: number;
  /** Tells contents apart: an ETag or a date; undefined where the server gives neither. */
  readonly validator: Validator | undefined;
  /** Whether parts of it can be asked for. */
  readonly hasRanges: boolean;
}

interface Validator {
  readonly kind: 'etag' | 'last-modified';
  readonly value: string;
}

const CODES = { interrupted: 'WEB_INTERRUPTED', badReply: 'WEB_BAD_REPLY' } as const;

/** A broken download of a whole file begins anew, this often in all. */
const DOWNLOAD_ATTEMPTS = 3;

/** After these an address that worked before is asked for anew, because signed ones expire. */
const EXPIRED: readonly number[] = [401, 403, 404, 410];

/** A file of a web server, and where its address has led to so far. */
export class WebFile {
  readonly #place: WebPlace;
  #finalUrl: URL | undefined;

  constructor(place: WebPlace) {
    this.#place = place;
  }

  /**
   * Asks for the file's first byte, which tells its size. A HEAD would not do: an address may be signed for GET.
   *
   * @throws SourceError `NOT_FOUND`, or one of the `WEB_…` codes
   */
  async probe({ signal }: ReadOptions = {}): Promise<WebFacts> {
    const reply = await this.#get({ range: 'bytes=0-0' }, signal);
    reply.body.destroy();
    const { name, client } = this.#place;
    const validator = validatorOf(reply.headers);
    switch (reply.status) {
      case 206:
      case 416: {
        const size = /^bytes (?:0-0|\*)\/(\d{1,15})$/.exec(reply.headers['content-range'] ?? '')?.[1];
        if (size === undefined || (reply.status === 416 && size !== '0'))
          throw badReply(name, 'the server tells no size of the file');
        requireIdentityEncoding(name, reply);
        // Parts of what cannot be told apart might be parts of different contents.
        return { sizeBytes: Number(size), validator, hasRanges: validator !== undefined };
      }
      case 200: {
        requireIdentityEncoding(name, reply);
        const size = reply.headers['content-length'];
        if (size === undefined) throw badReply(name, 'the server tells no size of the file');
        return { sizeBytes: Number(size), validator, hasRanges: false };
      }
      default:
        throw statusError(reply.status, client.describe(reply.url));
    }
  }

  /** @throws SourceError as `probe` does, and `WEB_RANGE_IGNORED` for a large file of a server without ranges. */
  async open(options?: ReadOptions): Promise<ByteSource> {
    const facts = await this.probe(options);
    const { sizeBytes, hasRanges } = facts;
    const { name, identity = identityOf(facts) } = this.#place;
    if (hasRanges) {
      const getRange = (startByte: number, endByte: number, signal: AbortSignal) =>
        this.#getRange(facts, startByte, endByte, signal);
      return rangedSource({ name, sizeBytes, codes: CODES, getRange }, identity);
    }
    if (sizeBytes > MAX_WHOLE_DOWNLOAD_BYTES) throw noRanges(name, sizeBytes, MAX_WHOLE_DOWNLOAD_BYTES);
    return memoryFile(await this.#download(sizeBytes, options), name);
  }

  /** @throws SourceError `SOURCE_CHANGED` when the content is no longer the one that the facts are of. */
  async #getRange(
    { sizeBytes, validator }: WebFacts,
    startByte: number,
    endByte: number,
    signal: AbortSignal | undefined,
  ): Promise<IncomingMessage> {
    const reply = await this.#get(
      { range: `bytes=${startByte}-${endByte - 1}`, ...ifRange(validator) },
      signal,
    );
    const failure = this.#checkRange(reply, { sizeBytes, validator }, startByte, endByte);
    if (failure === undefined) return reply.body;
    reply.body.destroy();
    throw failure;
  }

  #checkRange(
    { status, headers, url }: WebReply,
    { sizeBytes, validator }: Omit<WebFacts, 'hasRanges'>,
    startByte: number,
    endByte: number,
  ): SourceError | undefined {
    const { name, client } = this.#place;
    if ([404, 410, 412, 416].includes(status)) return changed(name);
    if (status !== 200 && status !== 206) return statusError(status, client.describe(url));
    const found = validatorOf(headers);
    if (found !== undefined && found.value !== validator?.value) return changed(name);
    // A server that compares the validator sends all of a file that has another one.
    if (status === 200) return found === undefined ? changed(name) : noRanges(name, sizeBytes, 0);
    const expected = `bytes ${startByte}-${endByte - 1}/${sizeBytes}`;
    const range = headers['content-range'];
    if (range === expected) return undefined;
    return badReply(
      name,
      `the server sends ${JSON.stringify(range?.slice(0, 80))} where "${expected}" is asked for`,
    );
  }

  async #download(sizeBytes: number, { signal }: ReadOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const { name, client } = this.#place;
    const bytes = new Uint8Array(sizeBytes);
    for (let attempt = 1; ; attempt++) {
      const reply = await this.#get({}, signal);
      if (reply.status !== 200) {
        reply.body.destroy();
        throw statusError(reply.status, client.describe(reply.url));
      }
      let filled = 0;
      try {
        for await (const chunk of reply.body as AsyncIterable<Uint8Array>) {
          if (filled + chunk.length > sizeBytes) throw changed(name);
          bytes.set(chunk, filled);
          filled += chunk.length;
        }
        if (filled === sizeBytes) return bytes;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof SourceError) throw error;
      }
      if (attempt === DOWNLOAD_ATTEMPTS)
        throw badReply(name, `the server sends ${filled} of ${sizeBytes} bytes`);
    }
  }

  /** Goes straight to where redirects led the last time, until that address is refused. */
  async #get(headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<WebReply> {
    const { client, resolve } = this.#place;
    if (this.#finalUrl !== undefined) {
      const reply = await client.get(this.#finalUrl, { headers, signal });
      if (!EXPIRED.includes(reply.status)) return reply;
      reply.body.destroy();
    }
    const reply = await client.get(await resolve(signal), { headers, signal });
    this.#finalUrl = reply.url;
    return reply;
  }
}

function validatorOf(headers: IncomingHttpHeaders): Validator | undefined {
  const { etag, 'last-modified': lastModified } = headers;
  if (etag !== undefined) return { kind: 'etag', value: etag };
  return lastModified === undefined ? undefined : { kind: 'last-modified', value: lastModified };
}

/** A weak ETag never matches a condition (RFC 9110, section 13.1.5), so that only the answer's can be compared. */
function ifRange(validator: Validator | undefined): { 'if-range'?: string } {
  return validator === undefined || validator.value.startsWith('W/') ? {} : { 'if-range': validator.value };
}

function identityOf({ validator, sizeBytes }: WebFacts): string {
  if (validator?.kind === 'etag') return `etag:${validator.value.replace(/^W\//, '').replace(/^"|"$/g, '')}`;
  return `size:${sizeBytes},modified:${validator?.value}`;
}

function requireIdentityEncoding(name: string, { headers }: WebReply): void {
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return;
  throw badReply(name, 'the server compresses the file on the way, so that no part of it can be asked for');
}
