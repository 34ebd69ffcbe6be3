import { SourceError } from '../../errors.ts';
import { MAX_REPORT_BYTES } from '../../limits.ts';
import { s3Name } from '../../sources/reference.ts';
import { openS3, type S3Connection } from '../../sources/s3-connect.ts';
import { toS3Error } from '../../sources/s3-errors.ts';
import { withoutQuotes } from './upload-event.ts';

/** One object in one version, where versions are kept. */
export interface Address {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
}

export interface ObjectFacts {
  /** Without quotes. */
  readonly etag: string;
  readonly sizeBytes: number;
  /** Since the epoch. */
  readonly storedMs: number;
  /** By names in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}

let connection: Promise<S3Connection> | undefined;

/** One client serves every invocation of a function. */
function connect(): Promise<S3Connection> {
  connection ??= openS3('S3', {}).catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

/** @returns what S3 knows of an object; undefined where there is none. */
export async function objectFacts(address: Address): Promise<ObjectFacts | undefined> {
  const { sdk, client, server } = await connect();
  try {
    const reply = await client.send(new sdk.HeadObjectCommand(inputOf(address)));
    return {
      etag: withoutQuotes(reply.ETag ?? ''),
      sizeBytes: reply.ContentLength ?? 0,
      storedMs: reply.LastModified?.getTime() ?? 0,
      metadata: reply.Metadata ?? {},
    };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw toS3Error(error, { ...requestOf(address), ...server, action: 's3:GetObject' });
  }
}

export async function objectTags(address: Address): Promise<Readonly<Record<string, string>>> {
  const { sdk, client, server } = await connect();
  try {
    const { TagSet = [] } = await client.send(new sdk.GetObjectTaggingCommand(inputOf(address)));
    return Object.fromEntries(TagSet.map(({ Key, Value }) => [Key ?? '', Value ?? '']));
  } catch (error) {
    // Some servers say so where AWS sends an empty list.
    if ((error as Partial<Error>).name === 'NoSuchTagSet') return {};
    const action = address.versionId === undefined ? 's3:GetObjectTagging' : 's3:GetObjectVersionTagging';
    throw toS3Error(error, { ...requestOf(address), ...server, action });
  }
}

export async function putText(address: Address, text: string, contentType: string): Promise<void> {
  const { sdk, client, server } = await connect();
  try {
    await client.send(
      new sdk.PutObjectCommand({ ...inputOf(address), Body: text, ContentType: contentType }),
    );
  } catch (error) {
    throw toS3Error(error, { ...requestOf(address), ...server, action: 's3:PutObject' });
  }
}

/**
 * @returns the text of an object that one of the functions has written; undefined where there is none.
 * @throws SourceError `NOT_A_REPORT` for one of more than `MAX_REPORT_BYTES`, or one of the `S3_…` codes.
 */
export async function getText(address: Address): Promise<string | undefined> {
  const { sdk, client, server } = await connect();
  try {
    const { Body, ContentLength = 0 } = await client.send(new sdk.GetObjectCommand(inputOf(address)));
    if (ContentLength > MAX_REPORT_BYTES) {
      throw new SourceError({
        code: 'NOT_A_REPORT',
        subject: s3Name(address.bucket, address.key),
        problem: `has ${ContentLength} bytes, more than ${MAX_REPORT_BYTES}`,
        cure: 'Let nobody but the functions write to the bucket of reports',
      });
    }
    return await Body!.transformToString();
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw toS3Error(error, { ...requestOf(address), ...server, action: 's3:GetObject' });
  }
}

function inputOf({ bucket, key, versionId }: Address) {
  return { Bucket: bucket, Key: key, ...(versionId !== undefined && { VersionId: versionId }) };
}

function requestOf({ bucket, key }: Address) {
  return { subject: s3Name(bucket, key), bucket, key };
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}
