import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { S3Server } from '../s3/s3-server.ts';
import { MODELS } from './cloud.ts';

export interface NewUpload {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly metadata?: Readonly<Record<string, string>>;
  /** As in a query: `a=1&b=2`. */
  readonly tags?: string;
}

/** Stores an object as a training job does. */
export async function upload(
  s3: S3Server,
  { key, bytes, metadata, tags }: NewUpload,
): Promise<{ readonly event: object }> {
  await s3.client.send(
    new PutObjectCommand({
      Bucket: MODELS,
      Key: key,
      Body: bytes,
      ...(metadata !== undefined && { Metadata: { ...metadata } }),
      ...(tags !== undefined && { Tagging: tags }),
    }),
  );
  const { ETag, VersionId, ContentLength } = await s3.client.send(
    new HeadObjectCommand({ Bucket: MODELS, Key: key }),
  );
  return { event: objectCreated(key, ETag!, VersionId, ContentLength!) };
}

/** The event that S3 sends through EventBridge ("Amazon S3 event notifications: EventBridge event structure"). */
function objectCreated(key: string, etag: string, versionId: string | undefined, size: number): object {
  return {
    version: '0',
    id: '17793124-05d4-b198-2fde-7ededc63b103',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: '2026-11-23T00:00:00Z',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${MODELS}`],
    detail: {
      version: '0',
      bucket: { name: MODELS },
      object: {
        key,
        size,
        etag: etag.replaceAll('"', ''),
        ...(versionId !== undefined && { 'version-id': versionId }),
        sequencer: '00617F08299329D189',
      },
      'request-id': 'N4N7GDK58NMKJ12R',
      requester: '000000000000',
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  };
}

/** A batch of SQS's messages with these bodies, as Lambda hands it to a function. */
export function queueEvent(...bodies: readonly (object | string)[]): object {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index + 1}`,
      receiptHandle: 'handle',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1700000000000',
        SenderId: 'events.amazonaws.com',
        ApproximateFirstReceiveTimestamp: '1700000000001',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:uploads',
      awsRegion: 'us-east-1',
    })),
  };
}
