import { describe, expect, test } from '@jest/globals';
import type { S3Request } from '../../../src/sources/s3-diagnoses.ts';
import { toCredentialsError, toRegionError, toS3Error } from '../../../src/sources/s3-errors.ts';

const REQUEST: S3Request = {
  subject: 's3://models/v3/a.pt',
  bucket: 'models',
  key: 'v3/a.pt',
  action: 's3:GetObject',
  region: 'us-east-1',
  endpoint: undefined,
  requesterPays: false,
};

interface ErrorFacts {
  readonly message?: string;
  /** Elements of the error's XML beside code and message. */
  readonly elements?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the SDK makes it of S3's reply. */
function serviceError(
  name: string,
  httpStatusCode: number,
  { message = '', elements, headers }: ErrorFacts = {},
): Error {
  const facts = { name, $fault: 'client', $metadata: { httpStatusCode }, ...elements };
  return Object.assign(new Error(message), facts, { $response: { headers: headers ?? {} } });
}

function networkError(code: string, message = `connect ${code}`): Error {
  return Object.assign(new Error(message), { code, $metadata: { attempts: 5 } });
}

describe('an error that S3 names', () => {
  test.each([
    ['NoSuchBucket', 404, 'S3_NO_SUCH_BUCKET', 'no bucket models', 'Check its name'],
    ['NoSuchKey', 404, 'NOT_FOUND', 'no object has this key', 'Check bucket and key'],
    ['NotFound', 404, 'NOT_FOUND', 'no object has this key', 'Check bucket and key'],
    ['NoSuchVersion', 404, 'NOT_FOUND', 'no such version', 'list-object-versions'],
    ['MethodNotAllowed', 405, 'NOT_FOUND', 'delete marker', 'list-object-versions'],
    ['InvalidAccessKeyId', 403, 'S3_BAD_CREDENTIALS', 'does not know the access key id', 'AWS_ACCESS_KEY_ID'],
    ['XAdminUserNotFound', 404, 'S3_BAD_CREDENTIALS', 'does not know the access key id', 'AWS_ACCESS_KEY_ID'],
    ['SignatureDoesNotMatch', 403, 'S3_BAD_CREDENTIALS', 'does not belong to', 'AWS_SECRET_ACCESS_KEY'],
    ['InvalidToken', 400, 'S3_BAD_CREDENTIALS', 'session token', 'AWS_SESSION_TOKEN'],
    ['ExpiredToken', 400, 'S3_EXPIRED_CREDENTIALS', 'have expired', 'role-duration-seconds'],
    ['RequestTimeTooSkewed', 403, 'S3_CLOCK_SKEW', 'clock', 'Set the clock'],
    ['SlowDown', 503, 'S3_THROTTLED', 'slow down', 'Try again'],
    ['ServiceUnavailable', 503, 'S3_THROTTLED', 'slow down', 'Try again'],
    ['KMS.DisabledException', 400, 'S3_KMS_DENIED', 'KMS key', 'kms:Decrypt'],
    ['InvalidObjectState', 403, 'S3_ARCHIVED', 'archived', 'restore-object'],
    ['PreconditionFailed', 412, 'SOURCE_CHANGED', 'replaced', 'upload'],
    ['InvalidRange', 416, 'SOURCE_CHANGED', 'replaced', 'upload'],
  ])('%s (%d) becomes %s with cause and cure', (name, status, code, problem, cure) => {
    const cause = serviceError(name, status);
    const error = toS3Error(cause, REQUEST);
    expect(error).toMatchObject({ name: 'SourceError', code, subject: 's3://models/v3/a.pt', cause });
    expect(error.problem).toContain(problem);
    expect(error.cure).toContain(cure);
    expect(error.details).toMatchObject({ name, httpStatus: status });
  });

  test('is a denial that gives the statement of the policy which is missing', () => {
    const error = toS3Error(serviceError('AccessDenied', 403, { message: 'Access Denied' }), REQUEST);
    expect(error.message).toBe(
      's3://models/v3/a.pt: access is denied (s3:GetObject). Allow s3:GetObject on arn:aws:s3:::models/v3/a.pt and s3:ListBucket on arn:aws:s3:::models, without which S3 does not tell a key that does not exist from a forbidden one. Where the owner of the bucket lets the reader pay, set requester-pays: true.',
    );
    const payer = { ...REQUEST, requesterPays: true };
    expect(toS3Error(serviceError('AccessDenied', 403), payer).cure).not.toContain('requester-pays');
  });

  test('is a denial of a version or of a listing, which need permissions of their own', () => {
    const denial = serviceError('AccessDenied', 403);
    const cureFor = (action: S3Request['action']) => toS3Error(denial, { ...REQUEST, action }).cure;
    expect(cureFor('s3:GetObjectVersion')).toContain(
      'Allow s3:GetObjectVersion on arn:aws:s3:::models/v3/a.pt',
    );
    expect(cureFor('s3:ListBucket')).toMatch(/^Allow s3:ListBucket on arn:aws:s3:::models\. /);
  });

  test('is about the KMS key when S3 may not decrypt', () => {
    const message =
      'User: arn:aws:sts::1:assumed-role/ci is not authorized to perform: kms:Decrypt on resource: ';
    const denied = (resource: string) =>
      toS3Error(serviceError('AccessDenied', 403, { message: message + resource }), REQUEST);
    const key = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(denied(`${key} because no identity-based policy allows it`)).toMatchObject({
      code: 'S3_KMS_DENIED',
      cure: `Allow kms:Decrypt on ${key}, in the policy of the role and in that of the key`,
    });
    expect(denied('arn:aws:kms:x').cure).toMatch(/^Allow kms:Decrypt on that key, /);
  });

  test('is about the version when its id is malformed', () => {
    const message = 'Invalid version id specified';
    expect(toS3Error(serviceError('InvalidArgument', 400, { message }), REQUEST).code).toBe('NOT_FOUND');
    expect(toS3Error(serviceError('InvalidArgument', 400, { message: 'No.' }), REQUEST).code).toBe(
      'S3_FAILED',
    );
  });

  test('that nobody foresaw is quoted, on one line and not endlessly', () => {
    const message = `It is odd.\n::error::injected ${'x'.repeat(500)}`;
    const error = toS3Error(serviceError('OddError', 418, { message }), {
      ...REQUEST,
      endpoint: 'http://minio:9000',
    });
    expect(error.problem).toBe('the server http://minio:9000 failed with OddError (status 418): It is odd');
    const long = toS3Error(serviceError('OddError', 418, { message: 'x'.repeat(5000) }), REQUEST);
    expect(long.message.length).toBeLessThan(500);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'named like a property of objects is unforeseen: %s',
    (name) => {
      expect(toS3Error(serviceError(name, 400), REQUEST).code).toBe('S3_FAILED');
    },
  );
});

describe('the wrong region', () => {
  test.each([
    [
      'a redirect',
      serviceError('PermanentRedirect', 301, { headers: { 'x-amz-bucket-region': 'eu-west-1' } }),
    ],
    ['a signature', serviceError('AuthorizationHeaderMalformed', 400, { elements: { Region: 'eu-west-1' } })],
    ['a bare 301', serviceError('Unknown', 301, { headers: { 'x-amz-bucket-region': 'eu-west-1' } })],
    ['a bare 400', serviceError('Unknown', 400, { headers: { 'x-amz-bucket-region': 'eu-west-1' } })],
  ])('is named with the right one, learnt from %s', (_, cause) => {
    expect(toS3Error(cause, REQUEST)).toMatchObject({
      code: 'S3_WRONG_REGION',
      problem: 'the bucket is in the region eu-west-1, and us-east-1 was asked',
      cure: 'Set aws-region or the environment variable AWS_REGION to eu-west-1',
    });
  });

  test('is reported without the right one where the server does not say or says nonsense', () => {
    for (const elements of [{}, { Region: 'eu-west-1\n::stop::' }]) {
      const error = toS3Error(serviceError('AuthorizationHeaderMalformed', 400, { elements }), REQUEST);
      expect(error).toMatchObject({
        code: 'S3_WRONG_REGION',
        cure: expect.stringContaining("bucket's region"),
      });
      expect(error.message).not.toContain('::stop::');
    }
  });

  test('is not what every 400 from the right region means', () => {
    const headers = { 'x-amz-bucket-region': 'us-east-1' };
    expect(toS3Error(serviceError('InvalidRequest', 400, { headers }), REQUEST).code).toBe('S3_FAILED');
  });
});

describe('a reply without a name', () => {
  test.each([
    [403, 'S3_ACCESS_DENIED'],
    [404, 'NOT_FOUND'],
    [405, 'NOT_FOUND'],
    [412, 'SOURCE_CHANGED'],
    [429, 'S3_THROTTLED'],
    [503, 'S3_THROTTLED'],
    [418, 'S3_FAILED'],
  ])('of status %d becomes %s', (status, code) => {
    expect(toS3Error(serviceError('Unknown', status), REQUEST).code).toBe(code);
  });

  test('that is not from S3 at all is called that', () => {
    const cause = Object.assign(new Error('@aws-sdk XML parse error: missing closing tag </html>.\n  Raw'), {
      $metadata: { httpStatusCode: 404 },
    });
    const error = toS3Error(cause, { ...REQUEST, endpoint: 'http://127.0.0.1:9001' });
    expect(error.code).toBe('S3_BAD_REPLY');
    expect(error.problem).toContain('the server http://127.0.0.1:9001 did not answer as S3 does (status 404');
  });
});

describe('an error of the network', () => {
  test.each(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EPROTO'])('%s', (code) => {
    const error = toS3Error(networkError(code), { ...REQUEST, endpoint: 'http://minio:9000' });
    expect(error).toMatchObject({ code: 'S3_UNREACHABLE', cure: expect.stringContaining('s3-endpoint') });
    expect(error.problem).toBe(`the server http://minio:9000 cannot be reached (${code})`);
  });

  test('may come from a region that does not exist', () => {
    const error = toS3Error(networkError('ENOTFOUND'), { ...REQUEST, region: 'eu-west-9' });
    expect(error.problem).toContain('S3 in eu-west-9');
    expect(error.cure).toContain('the region eu-west-9 exists');
  });

  test('is a time-out as well', () => {
    const cause = Object.assign(new Error('the request socket timed out'), { name: 'TimeoutError' });
    expect(toS3Error(cause, REQUEST).code).toBe('S3_UNREACHABLE');
  });

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s',
    (code) => {
      const error = toS3Error(networkError(code), REQUEST);
      expect(error).toMatchObject({
        code: 'S3_UNTRUSTED_SERVER',
        cure: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      });
    },
  );
});

describe('credentials', () => {
  test('that were not found lead to the ways to give them', () => {
    const cause = Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    });
    for (const error of [toCredentialsError(cause, 's3://models/a.pt'), toS3Error(cause, REQUEST)]) {
      expect(error).toMatchObject({ code: 'S3_NO_CREDENTIALS', problem: 'no AWS credentials were found' });
      expect(error.cure).toContain('aws-actions/configure-aws-credentials');
      expect(error.cure).toContain('id-token: write');
      expect(error.cure).toContain('AWS_ACCESS_KEY_ID');
    }
  });

  test('that a service refused are not mistaken for a denial by S3', () => {
    const error = toCredentialsError(serviceError('AccessDenied', 403), 's3://models/a.pt');
    expect(error).toMatchObject({
      code: 'S3_NO_CREDENTIALS',
      problem: 'AWS credentials could not be obtained (AccessDenied)',
    });
  });

  test('with a line break cannot be sent', () => {
    const cause = Object.assign(new TypeError('Invalid character in header content ["authorization"]'), {
      code: 'ERR_INVALID_CHAR',
    });
    expect(toS3Error(cause, REQUEST)).toMatchObject({
      code: 'S3_BAD_CREDENTIALS',
      problem: expect.stringContaining('line break'),
    });
  });

  test('never come into a message', () => {
    const elements = { AWSAccessKeyId: 'AKIAhunter2', StringToSign: 'hunter2', SignatureProvided: 'hunter2' };
    for (const name of ['SignatureDoesNotMatch', 'InvalidAccessKeyId', 'AccessDenied', 'OddError']) {
      const error = toS3Error(serviceError(name, 403, { elements }), REQUEST);
      expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain('hunter2');
    }
    const command = Object.assign(new Error('Command failed: vault --token hunter2'), {
      name: 'CredentialsProviderError',
    });
    expect(toCredentialsError(command, 's3://models/a.pt').message).not.toContain('hunter2');
  });
});

test('a region that is missing or malformed is told apart', () => {
  expect(toRegionError(new Error('Region is missing'), 's3://m/a')).toMatchObject({
    code: 'S3_NO_REGION',
    problem: 'no AWS region is set',
    cure: expect.stringContaining('AWS_REGION'),
  });
  expect(toRegionError(new Error('Region not accepted: region="eu west"'), 's3://m/a').problem).toContain(
    'not a valid',
  );
});

test('an error of ours stays what it is, and anything else becomes one', () => {
  const error = toS3Error(serviceError('NoSuchKey', 404), REQUEST);
  expect(toS3Error(error, REQUEST)).toBe(error);
  for (const thrown of [undefined, null, 'text', 7, {}])
    expect(toS3Error(thrown, REQUEST).code).toBe('S3_FAILED');
});
