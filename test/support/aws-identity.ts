import { createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A session of a role, as AWS has it. */
export interface RoleSession {
  readonly accessKeyId: string;
  readonly sessionToken: string;
  readonly expiresAtMs: number;
}

export interface AwsIdentity {
  /** What the runner and the AWS configuration put into the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every session so far, in order. */
  readonly sessions: RoleSession[];
  /** How long the next sessions last. */
  sessionSeconds: number;
  /** What STS answers instead, such as `AccessDenied`. */
  refusal: string | undefined;
  stop(): Promise<void>;
}

const REQUEST_TOKEN = 'token-for-oidc-requests';
const SUBJECT = 'repo:acme/repo:ref:refs/heads/main';
const AUDIENCE = 'sts.amazonaws.com';

/** The role whose trust policy admits the workflow. */
export const ROLE = 'arn:aws:iam::123456789012:role/read-models';

/**
 * The two services between a runner and a role: GitHub's issuer of OIDC tokens, and AWS STS, which checks the token's
 * signature, audience, subject and time before it opens a session.
 */
export async function startAwsIdentity(): Promise<AwsIdentity> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sessions: RoleSession[] = [];

  function issueToken(message: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(message.url ?? '/', 'http://issuer');
    if (
      message.headers.authorization !== `Bearer ${REQUEST_TOKEN}` ||
      searchParams.get('api-version') !== '2.0'
    ) {
      response.writeHead(401).end();
      return;
    }
    const nowSeconds = Math.floor(Date.now() / 1000);
    const claims = {
      sub: SUBJECT,
      aud: searchParams.get('audience'),
      iat: nowSeconds,
      exp: nowSeconds + 300,
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ count: 1, value: signToken(claims, privateKey) }));
  }

  async function assumeRole(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(message));
    const claims = readToken(form.get('WebIdentityToken') ?? '', publicKey);
    const isTrusted =
      form.get('Action') === 'AssumeRoleWithWebIdentity' &&
      form.get('RoleArn') === ROLE &&
      claims?.['aud'] === AUDIENCE &&
      claims['sub'] === SUBJECT &&
      Number(claims['exp']) * 1000 > Date.now();
    const refusal = identity.refusal ?? (isTrusted ? undefined : 'AccessDenied');
    response.writeHead(refusal === undefined ? 200 : 403, { 'content-type': 'text/xml' });
    if (refusal !== undefined) {
      const words = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${refusal}</Code><Message>${words}</Message></Error></ErrorResponse>`,
      );
      return;
    }
    const session = {
      accessKeyId: `ASIA${String(sessions.length).padStart(16, '0')}`,
      sessionToken: `session-${sessions.length}`,
      expiresAtMs: Date.now() + identity.sessionSeconds * 1000,
    };
    sessions.push(session);
    response.end(`<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>
      <AssumedRoleUser><Arn>${ROLE}/alphagate</Arn><AssumedRoleId>AROA:alphagate</AssumedRoleId></AssumedRoleUser>
      <Credentials><AccessKeyId>${session.accessKeyId}</AccessKeyId><SecretAccessKey>hunter2</SecretAccessKey>
      <SessionToken>${session.sessionToken}</SessionToken>
      <Expiration>${new Date(session.expiresAtMs).toISOString()}</Expiration></Credentials>
      </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`);
  }

  const server = createServer((message, response) => {
    if (message.method === 'GET') issueToken(message, response);
    else assumeRole(message, response).catch((error: Error) => response.writeHead(500).end(error.stack));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const identity: AwsIdentity = {
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
      AWS_ENDPOINT_URL_STS: origin,
    },
    sessions,
    sessionSeconds: 3600,
    refusal: undefined,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return identity;
}

function signToken(claims: object, key: KeyObject): string {
  const head = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`;
}

/** Its claims, where the signature is the issuer's. */
function readToken(token: string, key: KeyObject): Record<string, unknown> | undefined {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const isGenuine = createVerify('RSA-SHA256')
    .update(`${header}.${claims}`)
    .verify(key, signature, 'base64url');
  return isGenuine ? JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) : undefined;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
