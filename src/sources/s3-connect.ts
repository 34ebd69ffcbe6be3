import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { SourceError } from '../errors.ts';
import type { RemoteOptions } from './byte-source.ts';
import type { S3Server } from './s3-diagnoses.ts';
import { toCredentialsError, toRegionError } from './s3-errors.ts';
import { type S3Sdk, S3Store } from './s3-store.ts';
import { parseServerAddress } from './server-address.ts';

export interface S3Options extends RemoteOptions {
  /** The bucket's region; by default what the AWS configuration says. */
  readonly region?: string | undefined;
  /** Address of a server other than AWS's own, `http://…` or `https://…`. */
  readonly endpoint?: string | undefined;
  /** ARN of a role to read as, for the OIDC token of GitHub's runner. */
  readonly roleToAssume?: string | undefined;
  /** Whether requests are sent without a signature, as for public buckets. */
  readonly isAnonymous?: boolean | undefined;
  /** Whether the account that asks pays for what it reads. */
  readonly requesterPays?: boolean | undefined;
}

/** Requests that fail for a passing reason are sent this often, by the SDK, with growing pauses. */
const REQUEST_ATTEMPTS = 5;

const CONNECTION_TIMEOUT_MS = 10_000;

const SILENCE_TIMEOUT_MS = 30_000;

const BAD_ENDPOINT = {
  code: 'BAD_ENDPOINT',
  subject: 'the address of the S3 server',
  cure: 'Write it as in http://127.0.0.1:9000, in s3-endpoint or AWS_ENDPOINT_URL_S3',
};

/** Servers other than AWS's have no regions, and yet a signature needs one. */
const REGION_OF_OTHER_SERVERS = 'us-east-1';

/**
 * Prepares requests to S3, with the AWS configuration of this machine: environment, profile, role. The SDK is
 * loaded only here, so that whoever reads local files does not wait for it.
 *
 * @param subject what a person would call the thing that is about to be read.
 * @throws ConfigError `BAD_ENDPOINT`, `BAD_ROLE`; SourceError `S3_NO_REGION`, `S3_NO_CREDENTIALS`, `S3_NO_OIDC_TOKEN`,
 * `S3_ROLE_REFUSED`
 */
export async function connectS3(subject: string, options: S3Options): Promise<S3Store> {
  const { sdk, client, server } = await openS3(subject, options);
  return new S3Store(sdk, client, server, subject);
}

/** The SDK with a client that is ready to send. */
export interface S3Connection {
  readonly sdk: S3Sdk;
  readonly client: S3Client;
  readonly server: S3Server;
}

/** The same for requests of one's own. */
export async function openS3(subject: string, options: S3Options): Promise<S3Connection> {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  // A variable that a workflow sets from nothing is empty, and means the same as none.
  const address = options.endpoint || AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || '';
  const endpoint = address === '' ? undefined : parseServerAddress(address, BAD_ENDPOINT);
  const anyRegion = endpoint === undefined ? '' : REGION_OF_OTHER_SERVERS;
  const region = options.region || AWS_REGION || AWS_DEFAULT_REGION || anyRegion;

  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(region !== '' && { region }),
    // Few servers other than AWS's have a host name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(await credentialsOf(options, region, subject)),
    maxAttempts: REQUEST_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: options.silenceMs ?? SILENCE_TIMEOUT_MS,
      ...(await proxyAgents()),
    },
    // Checksums are of whole objects, and we read parts.
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const requesterPays = options.requesterPays === true;
  const server: S3Server = { region: await regionOf(client, subject), endpoint, requesterPays };
  try {
    await client.config.credentials();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw toCredentialsError(error, subject);
  }
  return { sdk, client, server };
}

/** By default nothing: the SDK then searches environment, profiles and the machine's own role. */
async function credentialsOf(
  { isAnonymous, roleToAssume = '', signal }: S3Options,
  region: string,
  subject: string,
): Promise<S3ClientConfig> {
  if (isAnonymous === true) {
    return {
      credentials: { accessKeyId: '', secretAccessKey: '' },
      signer: { sign: async (request) => request },
    };
  }
  if (roleToAssume === '') return {};
  const { assumedRole } = await import('./s3-role.ts');
  return { credentials: assumedRole(roleToAssume, region || 'us-east-1', subject, process.env, signal) };
}

/** The SDK knows nothing of proxies by itself. */
async function proxyAgents(): Promise<object> {
  if (!Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name))) return {};
  const { ProxyAgent } = await import('./proxy-agent.ts');
  const agent = new ProxyAgent();
  return { httpAgent: agent, httpsAgent: agent };
}

async function regionOf(client: S3Client, subject: string): Promise<string> {
  try {
    return await client.config.region();
  } catch (error) {
    throw toRegionError(error, subject);
  }
}
