import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** An S3 server on this machine, for one test file. */
export interface S3Server extends S3Access {
  /** For what `put` does not do: versions, listings, deletions. */
  readonly client: S3Client;
  /** Stores an object; makes the bucket where there is none. */
  put(bucket: string, key: string, bytes: Uint8Array): Promise<StoredObject>;
  stop(): Promise<void>;
}

export interface S3Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface StoredObject {
  /** With its quotes, as S3 writes it. */
  readonly etag: string;
  /** Only of a bucket that keeps versions. */
  readonly versionId: string | undefined;
}

/** @param stopServer ends what listens at the endpoint, and removes what it stored. */
export function connect(access: S3Access, stopServer: () => Promise<unknown>): S3Server {
  const { endpoint, region, accessKeyId, secretAccessKey } = access;
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  });
  const buckets = new Map<string, Promise<unknown>>();

  async function put(bucket: string, key: string, bytes: Uint8Array): Promise<StoredObject> {
    if (!buckets.has(bucket)) buckets.set(bucket, client.send(new CreateBucketCommand({ Bucket: bucket })));
    await buckets.get(bucket);
    const { ETag, VersionId } = await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }),
    );
    if (ETag === undefined) throw new Error(`the S3 server gave ${bucket}/${key} no ETag`);
    return { etag: ETag, versionId: VersionId };
  }

  async function stop(): Promise<void> {
    client.destroy();
    await stopServer();
  }

  return { ...access, client, put, stop };
}
