import type { Readable } from 'node:stream';
import type {
  GetObjectCommandInput,
  GetObjectCommandOutput,
  ListObjectsV2CommandInput,
  ListObjectsV2CommandOutput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { SourceError } from '../errors.ts';
import { MAX_LIST_PAGES } from '../limits.ts';
import type { ReadOptions } from './byte-source.ts';
import { s3Name } from './reference.ts';
import { CHANGED, type S3Request, type S3Server } from './s3-diagnoses.ts';
import { toS3Error } from './s3-errors.ts';

/** Loaded only where S3 is read. */
export type S3Sdk = typeof import('@aws-sdk/client-s3');

/** One object, in one version where the user named one. */
export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
}

/** One content of an object. */
export interface PinnedObject extends ObjectAddress {
  readonly sizeBytes: number;
  /** As the server sent it, with its quotes. */
  readonly etag: string;
  /** The version that was found, where the bucket keeps versions. */
  readonly foundVersionId: string | undefined;
}

export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
}

/** Replies to HEAD have no body that could say why; these may have a reason worth asking for with a GET. */
const UNEXPLAINED_STATUSES: readonly (number | undefined)[] = [301, 307, 400, 403, 404, 405];

/** The requests that models and histories take, each failing with a SourceError that says what to do. */
export class S3Store {
  readonly #sdk: S3Sdk;
  readonly #client: S3Client;
  readonly server: S3Server;
  readonly #subject: string;
  readonly #payer: { RequestPayer?: 'requester' };

  /** @param subject what a person would call the thing that is looked for, for failures of listings. */
  constructor(sdk: S3Sdk, client: S3Client, server: S3Server, subject: string) {
    this.#sdk = sdk;
    this.#client = client;
    this.server = server;
    this.#subject = subject;
    this.#payer = server.requesterPays ? { RequestPayer: 'requester' } : {};
  }

  /** @returns the object as it is now, or undefined where there is none. */
  async head(address: ObjectAddress, { signal }: ReadOptions = {}): Promise<PinnedObject | undefined> {
    try {
      const command = new this.#sdk.HeadObjectCommand({ ...inputOf(address), ...this.#payer });
      const reply = await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
      return this.#pin(address, reply.ContentLength, reply);
    } catch (error) {
      signal?.throwIfAborted();
      const status = statusOf(error);
      if (status === 404 && address.versionId === undefined) return undefined;
      if (UNEXPLAINED_STATUSES.includes(status)) return this.#probe(address, signal);
      throw toS3Error(error, this.#readRequest(address));
    }
  }

  /** Learns by a GET of one byte what a HEAD was not told. */
  async #probe(address: ObjectAddress, signal: AbortSignal | undefined): Promise<PinnedObject> {
    const reply = await this.#get({ ...inputOf(address), Range: 'bytes=0-0' }, address, signal);
    bodyOf(reply).destroy();
    return this.#pin(address, CONTENT_RANGE.exec(reply.ContentRange ?? '')?.groups?.['size'], reply);
  }

  #pin(
    address: ObjectAddress,
    size: unknown,
    reply: { ETag?: string | undefined; VersionId?: string | undefined },
  ): PinnedObject {
    const sizeBytes = Number(size ?? Number.NaN);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || reply.ETag === undefined) {
      throw badReply(address, 'tells no size or no ETag, without which a change could go unnoticed');
    }
    return { ...address, sizeBytes, etag: reply.ETag, foundVersionId: reply.VersionId };
  }

  /**
   * The bytes from `startByte` up to, not including, `endByte`, as they arrive; the stream may break before the
   * last of them.
   *
   * @throws SourceError `SOURCE_CHANGED` when the object is no longer the pinned one, `S3_RANGE_IGNORED` when the
   * server sends all of it, `S3_BAD_REPLY` when it sends other bytes than were asked for.
   */
  async getRange(
    object: PinnedObject,
    startByte: number,
    endByte: number,
    signal?: AbortSignal,
  ): Promise<Readable> {
    const range = { Range: `bytes=${startByte}-${endByte - 1}`, IfMatch: object.etag };
    const reply = await this.#get({ ...inputOf(object), ...range }, object, signal).catch(
      (error: unknown) => {
        throw error instanceof SourceError && error.code === 'NOT_FOUND' ? changedObject(object) : error;
      },
    );
    const body = bodyOf(reply);
    const failure = checkRange(object, startByte, endByte, reply);
    if (failure === undefined) return body;
    body.destroy();
    throw failure;
  }

  /**
   * Writes an object, unless somebody else has written it since it was found.
   *
   * @param found what is to be replaced; undefined where there was none.
   * @returns whether it was written.
   */
  async replace(
    { bucket, key }: Pick<ObjectAddress, 'bucket' | 'key'>,
    body: Uint8Array,
    found: PinnedObject | undefined,
    { signal }: ReadOptions = {},
  ): Promise<boolean> {
    const condition = found === undefined ? { IfNoneMatch: '*' } : { IfMatch: found.etag };
    const input = { Bucket: bucket, Key: key, Body: body, ContentType: 'application/json', ...condition };
    try {
      const command = new this.#sdk.PutObjectCommand({ ...input, ...this.#payer });
      await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
      return true;
    } catch (error) {
      signal?.throwIfAborted();
      // Replaced, being written by somebody else at this moment, or removed.
      const lost = [409, 412, ...(found === undefined ? [] : [404])];
      if (lost.includes(statusOf(error) ?? 0)) return false;
      const subject = s3Name(bucket, key);
      throw toS3Error(error, { subject, bucket, key, action: 's3:PutObject', ...this.server });
    }
  }

  /** All objects whose keys begin with a prefix, save the empty ones that stand for folders, in the server's order. */
  async *list(bucket: string, prefix: string, { signal }: ReadOptions = {}): AsyncGenerator<ListedObject> {
    let token: string | undefined;
    for (let page = 0; page < MAX_LIST_PAGES; page++) {
      const input = {
        Bucket: bucket,
        Prefix: prefix,
        ...(token !== undefined && { ContinuationToken: token }),
      };
      const reply = await this.#list(input, signal);
      for (const { Key: key, Size: sizeBytes } of reply.Contents ?? []) {
        if (key?.startsWith(prefix) === true && !key.endsWith('/')) yield { key, sizeBytes: sizeBytes ?? 0 };
      }
      token = reply.NextContinuationToken;
      if (reply.IsTruncated !== true || token === undefined) return;
    }
    throw new SourceError({
      code: 'TOO_MANY_FILES',
      subject: this.#subject,
      problem: `the listing did not end after ${MAX_LIST_PAGES} pages`,
      cure: 'Name a longer prefix',
    });
  }

  /** What one level below a prefix holds, for messages: the first thousand names, folders with a final `/`. */
  async namesBelow(bucket: string, prefix: string, { signal }: ReadOptions = {}): Promise<string[]> {
    const reply = await this.#list({ Bucket: bucket, Prefix: prefix, Delimiter: '/' }, signal);
    const keys = [
      ...(reply.Contents ?? []).map(({ Key }) => Key),
      ...(reply.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    ];
    return keys.flatMap((key) => (key === undefined || key === prefix ? [] : [key.slice(prefix.length)]));
  }

  async #list(
    input: ListObjectsV2CommandInput & { Bucket: string; Prefix: string },
    signal: AbortSignal | undefined,
  ): Promise<ListObjectsV2CommandOutput> {
    try {
      const command = new this.#sdk.ListObjectsV2Command({ ...input, ...this.#payer });
      return await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
    } catch (error) {
      signal?.throwIfAborted();
      const target = { bucket: input.Bucket, key: input.Prefix, subject: this.#subject };
      throw toS3Error(error, { ...target, ...this.server, action: 's3:ListBucket' });
    }
  }

  async #get(
    input: GetObjectCommandInput,
    address: ObjectAddress,
    signal: AbortSignal | undefined,
  ): Promise<GetObjectCommandOutput> {
    try {
      const command = new this.#sdk.GetObjectCommand({ ...input, ...this.#payer });
      return await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
    } catch (error) {
      signal?.throwIfAborted();
      throw toS3Error(error, this.#readRequest(address));
    }
  }

  /** Credentials may end sooner than they said they would: then others are asked for, once. */
  async #renewing<Reply>(send: () => Promise<Reply>): Promise<Reply> {
    try {
      return await send();
    } catch (error) {
      if (!EXPIRED.includes((error as Partial<Error>).name ?? '')) throw error;
      const { credentials } = this.#client.config;
      const [before, now] = [await credentials(), await credentials({ forceRefresh: true })];
      if (now.sessionToken === before.sessionToken) throw error;
      return send();
    }
  }

  #readRequest({ bucket, key, versionId }: ObjectAddress): S3Request {
    const action = versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
    return { subject: s3Name(bucket, key), bucket, key, action, ...this.server };
  }
}

/** What S3 says to credentials whose time is over. */
const EXPIRED: readonly string[] = ['ExpiredToken', 'TokenRefreshRequired'];

const CONTENT_RANGE = /^bytes (?<start>\d+)-(?<last>\d+)\/(?<size>\d+)$/;

function checkRange(
  object: PinnedObject,
  startByte: number,
  endByte: number,
  reply: GetObjectCommandOutput,
): SourceError | undefined {
  if (reply.ETag !== undefined && reply.ETag !== object.etag) return changedObject(object);
  if (reply.$metadata.httpStatusCode !== 206) {
    return new SourceError({
      code: 'S3_RANGE_IGNORED',
      subject: s3Name(object.bucket, object.key),
      problem: 'the server sends the whole object where a range of bytes is asked for',
      cure: 'Read from a server that supports ranges, or download the model in a step before and name the file',
    });
  }
  const expected = `bytes ${startByte}-${endByte - 1}/${object.sizeBytes}`;
  if (reply.ContentRange === expected) return undefined;
  return badReply(
    object,
    `sends ${JSON.stringify(reply.ContentRange?.slice(0, 80))} where "${expected}" is asked for`,
  );
}

function badReply({ bucket, key }: ObjectAddress, problem: string): SourceError {
  return new SourceError({
    code: 'S3_BAD_REPLY',
    subject: s3Name(bucket, key),
    problem: `the server ${problem}`,
    cure: 'Look for a proxy between this machine and the server, or download the model in a step before',
  });
}

function changedObject({ bucket, key }: ObjectAddress): SourceError {
  return new SourceError({ ...CHANGED, subject: s3Name(bucket, key) });
}

function inputOf({ bucket, key, versionId }: ObjectAddress) {
  return { Bucket: bucket, Key: key, ...(versionId !== undefined && { VersionId: versionId }) };
}

function abortedBy(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}

/** In Node the SDK's bodies are streams of Node's. */
function bodyOf(reply: GetObjectCommandOutput): Readable {
  return reply.Body as Readable;
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = error as Partial<S3ServiceException>;
  return $metadata?.httpStatusCode;
}
