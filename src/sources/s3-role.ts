import type { fromWebToken as FromWebToken } from '@aws-sdk/credential-provider-web-identity';
import { ConfigError, SourceError } from '../errors.ts';
import { MAX_OIDC_REPLY_BYTES } from '../limits.ts';
import { oneLine } from './s3-diagnoses.ts';
import { parseJson, readText } from './web/read-text.ts';
import { WebClient } from './web/web-client.ts';

const ROLE = /^arn:(?<partition>aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/** How the role's sessions are called in the logs of AWS. */
const SESSION_NAME = 'alphagate';

/** Gives credentials, and gives new ones when it is called again. */
type CredentialProvider = ReturnType<typeof FromWebToken>;

/**
 * Credentials of a role, for the OIDC token that GitHub's runner gives. Each call asks for a new token and a new
 * session: the SDK calls again before a session ends, and tokens last minutes.
 *
 * @param subject what a person would call the thing that is about to be read.
 * @throws ConfigError `BAD_ROLE`; when called, SourceError `S3_NO_OIDC_TOKEN` or `S3_ROLE_REFUSED`
 */
export function assumedRole(
  roleArn: string,
  region: string,
  subject: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): CredentialProvider {
  const partition = ROLE.exec(roleArn)?.groups?.['partition'];
  if (partition === undefined) throw badRole();
  const audience = partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return async (properties) => {
    const webIdentityToken = await requestToken(audience, subject, env, signal);
    const { fromWebToken } = await import('@aws-sdk/credential-provider-web-identity');
    const session = fromWebToken({
      roleArn,
      roleSessionName: SESSION_NAME,
      webIdentityToken,
      clientConfig: { region },
    });
    try {
      return await session(properties);
    } catch (error) {
      throw refusedRole(error, subject, roleArn);
    }
  };
}

/** Source: GitHub documentation, "OpenID Connect reference", "Methods for requesting the OIDC token". */
async function requestToken(
  audience: string,
  subject: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
  if (!URL.canParse(address) || bearer === '') throw noToken(subject, 'the runner offers no OIDC token');
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  const client = new WebClient({
    name: subject,
    allowPrivateAddresses: true,
    authorization: { origin: url.origin, value: `Bearer ${bearer}` },
  });
  const { status, body } = await client.get(url, { signal });
  const reply = parseJson(await readText(body, MAX_OIDC_REPLY_BYTES));
  const { value: token } = (status === 200 && reply ? reply : {}) as { value?: unknown };
  if (typeof token === 'string') return token;
  throw noToken(subject, `the runner gives no OIDC token (status ${status})`);
}

function badRole(): ConfigError {
  return new ConfigError({
    code: 'BAD_ROLE',
    subject: 'role-to-assume',
    problem: 'is not the ARN of a role',
    cure: 'Write it as in arn:aws:iam::123456789012:role/read-models',
  });
}

function noToken(subject: string, problem: string): SourceError {
  return new SourceError({
    code: 'S3_NO_OIDC_TOKEN',
    subject,
    problem: `${problem}, which role-to-assume needs`,
    cure: 'Add `id-token: write` to the permissions of the job; pull requests from forks never have it',
  });
}

function refusedRole(cause: unknown, subject: string, roleArn: string): SourceError {
  const { name, message } = cause as Error;
  return new SourceError({
    code: 'S3_ROLE_REFUSED',
    subject,
    problem: `AWS does not let this run have the role ${roleArn} (${name}: ${oneLine(message)})`,
    cure: 'Look at the trust policy of the role: its provider token.actions.githubusercontent.com, and its conditions on `aud` and `sub`',
    cause,
  });
}
