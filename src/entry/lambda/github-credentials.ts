import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import { ConfigError, SourceError } from '../../errors.ts';
import type { Octokit, Repository } from '../../publish/octokit.ts';
import { parseJson } from '../../sources/web/read-text.ts';
import type { Connection } from '../github/connection.ts';

/** A secret is asked for again after this time, so that a rotated one is taken without a deployment. */
const SECRET_AGE_SECONDS = 300;

/** Longest time one request may take. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Longest time that publishing one run may take. */
const DEADLINE_MS = 120_000;

const credentials = z.union([
  z.object({ token: z.string().min(1) }),
  z.object({
    appId: z.union([z.string().min(1), z.int().positive()]),
    installationId: z.union([z.string().regex(/^\d+$/), z.int().positive()]).optional(),
    privateKey: z.string().min(1),
  }),
]);

type GitHubCredentials = z.infer<typeof credentials>;
type AppCredentials = Extract<GitHubCredentials, { appId: unknown }>;

/** The way to GitHub for one run. */
export interface GitHubAccess {
  readonly connection: Connection;
  /** Whether it is an app that speaks: only apps write check runs. */
  isApp(): Promise<boolean>;
  /** Reads the secret again: GitHub has refused what it held. */
  renew(): void;
}

const secrets = new SecretsProvider();

/** Of the credentials that were used last, because an app's token is good for an hour. */
let appTokens: { readonly key: string; readonly tokenFor: TokenOfApp } | undefined;

type TokenOfApp = (repository: Repository) => Promise<string>;

/**
 * Speaks to GitHub with what a secret holds: a token, or the key of an app, as JSON.
 *
 * @param secretArn of Secrets Manager.
 */
export function gitHubAccess(
  secretArn: string,
  apiUrl: string | undefined,
  repository: Repository,
): GitHubAccess {
  let read: Promise<GitHubCredentials> | undefined;
  let octokit: Promise<Octokit> | undefined;
  let isStale = false;
  const readOnce = () => {
    read ??= readSecret(secretArn, isStale);
    return read;
  };
  const open = async () => {
    const found = await readOnce();
    const token = 'token' in found ? found.token : await installationToken(found, apiUrl, repository);
    const { connect } = await import('../../publish/connect.ts');
    return connect(token, apiUrl, { requestMs: REQUEST_TIMEOUT_MS, deadlineMs: DEADLINE_MS });
  };
  return {
    connection: () => {
      octokit ??= open();
      return octokit;
    },
    isApp: async () => 'appId' in (await readOnce()),
    renew: () => {
      isStale = true;
      read = undefined;
      octokit = undefined;
      appTokens = undefined;
    },
  };
}

async function readSecret(secretArn: string, isStale: boolean): Promise<GitHubCredentials> {
  let text: unknown;
  try {
    text = await secrets.get(secretArn, { maxAge: SECRET_AGE_SECONDS, forceFetch: isStale });
  } catch (cause) {
    throw new SourceError({
      code: 'SECRET_UNREADABLE',
      subject: "the secret with GitHub's credentials",
      problem: `cannot be read: ${firstLine(cause)}`,
      cure: 'Allow secretsmanager:GetSecretValue on it, and kms:Decrypt on its key if it has one of its own',
      cause,
    });
  }
  // What holds a secret must not show up in a message, as it would in the error of a parser.
  const parsed = credentials.safeParse(parseJson(String(text)));
  if (parsed.success) return parsed.data;
  throw new ConfigError({
    code: 'BAD_SECRET',
    subject: "the secret with GitHub's credentials",
    problem: 'holds neither a token nor the key of an app',
    cure: 'Store {"token": "…"}, or {"appId": …, "privateKey": "…"} of a GitHub App, as JSON',
  });
}

/** A token of the app for one repository; the library keeps it until shortly before it ends. */
async function installationToken(
  app: AppCredentials,
  apiUrl: string | undefined,
  repository: Repository,
): Promise<string> {
  const key = JSON.stringify([app, apiUrl]);
  if (appTokens?.key !== key) appTokens = { key, tokenFor: await tokensOf(app, apiUrl) };
  try {
    return await appTokens.tokenFor(repository);
  } catch (cause) {
    const { status } = cause as { status?: number };
    throw new SourceError({
      code: 'APP_REFUSED',
      subject: "GitHub's answer to the app",
      problem: `is no token for ${repository.owner}/${repository.repo}: ${firstLine(cause)}`,
      cure:
        status === 404
          ? 'Install the app on the repository'
          : 'Check appId and privateKey in the secret, and that the app may write checks and pull requests',
      cause,
    });
  }
}

async function tokensOf(
  { appId, privateKey, installationId }: AppCredentials,
  apiUrl: string | undefined,
): Promise<TokenOfApp> {
  const [{ createAppAuth }, { request }] = await Promise.all([
    import('@octokit/auth-app'),
    import('@octokit/request'),
  ]);
  const ask = request.defaults({
    ...(apiUrl !== undefined && { baseUrl: apiUrl }),
    request: {
      fetch: (url: string, options: RequestInit) =>
        fetch(url, { ...options, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    },
  });
  const auth = createAppAuth({ appId, privateKey, request: ask });
  const installations = new Map<string, number>();
  return async ({ owner, repo }) => {
    const name = `${owner}/${repo}`;
    const known = installationId ?? installations.get(name);
    const id = Number(known ?? (await findInstallation({ owner, repo })));
    installations.set(name, id);
    const { token } = await auth({ type: 'installation', installationId: id });
    return token;
  };

  async function findInstallation(place: Repository): Promise<number> {
    const { token } = await auth({ type: 'app' });
    const { data } = await ask('GET /repos/{owner}/{repo}/installation', {
      ...place,
      headers: { authorization: `bearer ${token}` },
    });
    return data.id;
  }
}

function firstLine(error: unknown): string {
  return ((error as Partial<Error>).message ?? String(error)).split('\n')[0]!.replace(/\.$/, '');
}
