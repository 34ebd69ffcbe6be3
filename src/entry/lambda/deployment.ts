import { ConfigError } from '../../errors.ts';
import { compileKeyTemplate, type KeyTemplate } from './key-template.ts';

/** What whoever deploys the functions has set. Nothing of it can come from an artifact. */
export interface Deployment {
  /** `owner/name` in lower case: nothing is published to any other repository. */
  readonly repositories: ReadonlySet<string>;
  /** Tells commit and repository by an object's key; undefined where keys tell nothing. */
  readonly keyTemplate: KeyTemplate | undefined;
  readonly reportBucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly reportPrefix: string;
  /** Of the secret with GitHub's credentials. */
  readonly gitHubSecretArn: string;
  /** Undefined where every model is analysed at once. */
  readonly stateMachineArn: string | undefined;
  readonly idempotencyTable: string;
  /** Models that are larger go to the state machine. */
  readonly maxInlineBytes: number;
  /** Memory of the function that analyses one item, in bytes. */
  readonly itemMemoryBytes: number;
  /** How long an item is meant to take one thread, in seconds. */
  readonly itemSeconds: number;
  /** Share of a model's items that may fail, 0 to 100. */
  readonly toleratedFailurePercentage: number;
  /** Settings of the gate: YAML, or the `s3://` address of it; empty for the defaults. */
  readonly config: string;
  /** Of GitHub Enterprise Server; undefined for github.com. */
  readonly gitHubApiUrl: string | undefined;
}

const MIB = 1024 * 1024;

/** Models of this size take the artifact function seconds. */
const DEFAULT_MAX_INLINE_BYTES = 256 * MIB;

const DEFAULT_ITEM_MEMORY_MB = 4096;

/** Short enough that an item that has to be done again costs little, long enough that starting it costs less. */
const DEFAULT_ITEM_SECONDS = 30;

/**
 * Reads the functions' environment variables.
 *
 * @throws ConfigError `BAD_ENVIRONMENT` naming the variable.
 */
export function readDeployment(env: NodeJS.ProcessEnv): Deployment {
  const template = env['ALPHAGATE_KEY_TEMPLATE'] ?? '';
  return {
    repositories: readRepositories(env),
    keyTemplate: template === '' ? undefined : compileKeyTemplate(template),
    reportBucket: required(env, 'ALPHAGATE_REPORT_BUCKET'),
    reportPrefix: (env['ALPHAGATE_REPORT_PREFIX'] ?? '').replace(/^\/+|\/+$/g, ''),
    gitHubSecretArn: required(env, 'ALPHAGATE_GITHUB_SECRET_ARN'),
    stateMachineArn: env['ALPHAGATE_STATE_MACHINE_ARN'] || undefined,
    idempotencyTable: required(env, 'ALPHAGATE_IDEMPOTENCY_TABLE'),
    maxInlineBytes: number(env, 'ALPHAGATE_MAX_INLINE_BYTES', DEFAULT_MAX_INLINE_BYTES),
    itemMemoryBytes: number(env, 'ALPHAGATE_ITEM_MEMORY_MB', DEFAULT_ITEM_MEMORY_MB) * MIB,
    itemSeconds: number(env, 'ALPHAGATE_ITEM_SECONDS', DEFAULT_ITEM_SECONDS),
    toleratedFailurePercentage: number(env, 'ALPHAGATE_TOLERATED_FAILURE_PERCENTAGE', 0, 100),
    config: env['ALPHAGATE_CONFIG'] ?? '',
    gitHubApiUrl: env['GITHUB_API_URL'] || undefined,
  };
}

function readRepositories(env: NodeJS.ProcessEnv): ReadonlySet<string> {
  const name = 'ALPHAGATE_REPOSITORIES';
  const repositories = required(env, name)
    .split(',')
    .map((repository) => repository.trim().toLowerCase())
    .filter((repository) => repository !== '');
  const wrong = repositories.find((repository) => !/^[\w.-]+\/[\w.-]+$/.test(repository));
  if (wrong !== undefined)
    throw badEnvironment(name, `${JSON.stringify(wrong)} names no repository`, 'Write it as in owner/name');
  return new Set(repositories);
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw badEnvironment(name, 'is not set', 'Set it in the template');
  return value;
}

function number(env: NodeJS.ProcessEnv, name: string, byDefault: number, most = Infinity): number {
  const text = env[name] ?? '';
  const value = text === '' ? byDefault : Number(text);
  if (Number.isFinite(value) && value >= 0 && value <= most) return value;
  const range = most === Infinity ? 'a number that is not negative' : `a number from 0 to ${most}`;
  throw badEnvironment(name, `${JSON.stringify(text)} cannot be used`, `It must be ${range}`);
}

function badEnvironment(name: string, problem: string, cure: string): ConfigError {
  return new ConfigError({ code: 'BAD_ENVIRONMENT', subject: `the variable ${name}`, problem, cure });
}
