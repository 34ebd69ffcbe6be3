import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readBytes } from '../../../src/sources/byte-source.ts';
import { locate } from '../../../src/sources/locate.ts';
import type { S3Options } from '../../../src/sources/s3-connect.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { type AwsIdentity, ROLE, startAwsIdentity } from '../../support/aws-identity.ts';
import { type S3StandIn, sendError, startStandIn } from '../../support/s3-stand-in.ts';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index & 0xff);

let standIn: S3StandIn;
let identity: AwsIdentity;
let restore: () => void;

beforeAll(async () => {
  standIn = await startStandIn();
});

afterAll(() => standIn.stop());

beforeEach(async () => {
  standIn.reset();
  standIn.objects.set('a.pt', BYTES);
  identity = await startAwsIdentity();
  restore = setAwsEnvironment(undefined);
  Object.assign(process.env, identity.environment);
});

afterEach(async () => {
  restore();
  for (const name of Object.keys(identity.environment)) delete process.env[name];
  await identity.stop();
});

const open = async (options: S3Options) => {
  const { files } = await locate('s3://models/a.pt', { cwd: '/', endpoint: standIn.endpoint, ...options });
  return files[0]!.open();
};

/** Lets through what was signed for a session of the role that has not ended. */
function admitSessions(): void {
  standIn.intercept = ({ headers }, response, answer) => {
    const session = identity.sessions.find(
      ({ accessKeyId, sessionToken }) =>
        headers.authorization?.includes(`Credential=${accessKeyId}/`) &&
        headers['x-amz-security-token'] === sessionToken,
    );
    if (session === undefined) sendError(response, 403, 'InvalidAccessKeyId');
    else if (session.expiresAtMs <= Date.now()) sendError(response, 400, 'ExpiredToken');
    else answer();
  };
}

describe('a role to assume', () => {
  beforeEach(admitSessions);

  test('is assumed by the OIDC token of the runner, and its session reads', async () => {
    const source = await open({ roleToAssume: ROLE });
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(identity.sessions).toHaveLength(1);
  });

  test('is assumed anew before its session ends', async () => {
    // The SDK counts a session as over five minutes before its end.
    identity.sessionSeconds = 302;
    const source = await open({ roleToAssume: ROLE });
    await readBytes(source, 0, 10);
    const before = identity.sessions.length;
    identity.sessionSeconds = 3600;
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await readBytes(source, 0, 10);
    await readBytes(source, 0, 10);
    expect(before).toBe(1);
    expect(identity.sessions).toHaveLength(2);
    expect(standIn.requests.at(-1)?.headers['x-amz-security-token']).toBe('session-1');
  });

  test('is assumed anew when its session ended before its time', async () => {
    const source = await open({ roleToAssume: ROLE });
    let ended = false;
    standIn.intercept = ({ headers }, response, answer) => {
      ended = headers['x-amz-security-token'] === 'session-0';
      if (ended) sendError(response, 400, 'ExpiredToken');
      else answer();
    };
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(identity.sessions).toHaveLength(2);
  });

  test('whose sessions are refused as ended again and again is given up', async () => {
    const source = await open({ roleToAssume: ROLE });
    standIn.intercept = (_, response) => sendError(response, 400, 'ExpiredToken');
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'S3_EXPIRED_CREDENTIALS' });
    expect(identity.sessions).toHaveLength(2);
  });

  test('that another one trusts is refused, with where to look', async () => {
    const error = await open({ roleToAssume: ROLE.replace('read', 'write') }).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'SourceError', code: 'S3_ROLE_REFUSED' });
    expect(error.message).toMatch(/Not authorized to perform.*trust policy.*`aud` and `sub`/);
    expect(error.message).not.toMatch(/eyJ/);
  });

  test.each([
    ['no service', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
    ['no token for the service', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
    ['a token that the service refuses', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'hunter2' }],
  ])('needs a permission where the runner has %s', async (_, environment) => {
    Object.assign(process.env, environment);
    const error = await open({ roleToAssume: ROLE }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      name: 'SourceError',
      code: 'S3_NO_OIDC_TOKEN',
      cure: expect.stringContaining('`id-token: write`'),
    });
    expect(error.message).not.toContain('hunter2');
  });

  test('is an ARN', async () => {
    await expect(open({ roleToAssume: 'read-models' })).rejects.toMatchObject({
      name: 'ConfigError',
      code: 'BAD_ROLE',
    });
  });
});

describe('a public bucket', () => {
  test('is read without a signature, and without any credentials', async () => {
    const source = await open({ isAnonymous: true });
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(standIn.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a bucket whose requester pays', () => {
  const payers = () => standIn.requests.map(({ headers }) => headers['x-amz-request-payer']);

  test('is told so in every request', async () => {
    standIn.objects.set('b/c.pt', BYTES);
    const options = { cwd: '/', endpoint: standIn.endpoint, isAnonymous: true, requesterPays: true };
    const { files } = await locate('s3://models/b', options);
    await readBytes(await files[0]!.open(), 0, 10);
    expect(payers().length).toBeGreaterThan(3);
    expect(new Set(payers())).toEqual(new Set(['requester']));
  });

  test('is refused without that, with the setting that is missing, as the server gives no reason', async () => {
    standIn.intercept = ({ headers, method }, response, answer) => {
      if (headers['x-amz-request-payer'] === 'requester') answer();
      else if (method === 'HEAD') response.writeHead(403).end();
      else sendError(response, 403, 'AccessDenied');
    };
    await expect(open({ isAnonymous: true })).rejects.toMatchObject({
      code: 'S3_ACCESS_DENIED',
      cure: expect.stringMatching(/lets the reader pay, set requester-pays: true$/),
    });
    const source = await open({ isAnonymous: true, requesterPays: true });
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
  });

  test('is not, unless the user wants to pay', async () => {
    await readBytes(await open({ isAnonymous: true }), 0, 10);
    expect(new Set(payers())).toEqual(new Set([undefined]));
  });
});

describe('an object encrypted with a KMS key', () => {
  const KEY = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  /** As S3 answers: its ETag is no hash of what is read. */
  function encrypt(mayDecrypt: () => boolean): void {
    standIn.intercept = ({ method, headers }, response, answer) => {
      const etag = '"0f0e0d0c0b0a09080706050403020100"';
      if (!mayDecrypt()) {
        if (method === 'HEAD') return response.writeHead(403).end();
        const words = `User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: kms:Decrypt on resource: ${KEY}`;
        response.writeHead(403, { 'content-type': 'application/xml' });
        return response.end(`<Error><Code>AccessDenied</Code><Message>${words}</Message></Error>`);
      }
      const precondition = headers['if-match'];
      if (precondition !== undefined && precondition !== etag)
        return sendError(response, 412, 'PreconditionFailed');
      delete headers['if-match'];
      const writeHead = response.writeHead.bind(response);
      response.writeHead = ((status: number, fields: object) =>
        writeHead(status, {
          ...fields,
          etag,
          'x-amz-server-side-encryption': 'aws:kms',
          'x-amz-server-side-encryption-aws-kms-key-id': KEY,
        })) as typeof response.writeHead;
      return answer();
    };
  }

  test('is read as any other, by its ETag, whatever that is made of', async () => {
    encrypt(() => true);
    const source = await open({ roleToAssume: ROLE });
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(standIn.requests.at(-1)?.line).toBe('GET /models/a.pt bytes=0-9');
  });

  test('that may not be used is refused with the permission to add, at the first request or later', async () => {
    const refusal = { code: 'S3_KMS_DENIED', cure: expect.stringContaining(`Allow kms:Decrypt on ${KEY}, `) };
    let mayDecrypt = false;
    encrypt(() => mayDecrypt);
    await expect(open({ roleToAssume: ROLE })).rejects.toMatchObject(refusal);
    mayDecrypt = true;
    const source = await open({ roleToAssume: ROLE });
    mayDecrypt = false;
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject(refusal);
  });
});

describe('a clock', () => {
  test('that is wrong is corrected by the server’s', async () => {
    const source = await open({ isAnonymous: false, roleToAssume: ROLE });
    const serverMs = Date.now() + 3 * 3600_000;
    const signedAt: string[] = [];
    standIn.intercept = ({ headers }, response, answer) => {
      const date = String(headers['x-amz-date']);
      signedAt.push(date);
      const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
      if (Math.abs(Date.parse(iso) - serverMs) < 900_000) return answer();
      response.setHeader('date', new Date(serverMs).toUTCString());
      sendError(response, 403, 'RequestTimeTooSkewed');
    };
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(signedAt).toHaveLength(2);
  });
});
