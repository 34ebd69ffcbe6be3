import * as z from 'zod';
import { FormatError } from '../../errors.ts';

/** An object that was stored, as S3 tells it through EventBridge. */
export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
  /** Without quotes. */
  readonly etag: string;
}

const objectCreated = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({
      key: z.string().min(1),
      etag: z.string().min(1),
      'version-id': z.string().min(1).optional(),
    }),
  }),
});

/**
 * Reads EventBridge's event of an upload.
 *
 * @throws FormatError `NOT_AN_UPLOAD`: another attempt would see the same.
 */
export function parseUpload(body: string): Upload {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw notAnUpload('it is not JSON', cause);
  }
  const parsed = objectCreated.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notAnUpload(`${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
  }
  const { bucket, object } = parsed.data.detail;
  return {
    bucket: bucket.name,
    key: object.key,
    versionId: object['version-id'],
    etag: withoutQuotes(object.etag),
  };
}

/** Events write ETags without the quotes that S3 itself puts around them; some servers' events keep them. */
export function withoutQuotes(etag: string): string {
  return etag.replace(/^"|"$/g, '');
}

function notAnUpload(problem: string, cause?: unknown): FormatError {
  return new FormatError({
    code: 'NOT_AN_UPLOAD',
    subject: 'a message of the queue',
    problem: `is not an "Object Created" event of S3: ${problem}`,
    cure: 'Send only those to the queue, by a rule of EventBridge',
    ...(cause !== undefined && { cause }),
  });
}
