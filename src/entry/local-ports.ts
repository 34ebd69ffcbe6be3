import { availableParallelism } from 'node:os';
import type { Settings } from '../settings/schema.ts';
import type { GitHubAccess } from '../sources/artifact/github-actions.ts';
import type { Located } from '../sources/byte-source.ts';
import { type LocateOptions, locate } from '../sources/locate.ts';

/** Where references lead on this machine: its disk and its network, from the working directory. */
export function locator(
  settings: Settings,
  signal: AbortSignal | undefined,
): (reference: string) => Promise<Located> {
  const options = locateOptions(settings, signal);
  return (reference) => locate(reference, options);
}

/** Where relative references begin, and as whom others are followed. */
export function locateOptions(settings: Settings, signal: AbortSignal | undefined): LocateOptions {
  const github = gitHubAccess(settings, process.env, signal);
  return {
    cwd: process.cwd(),
    ...(settings.awsRegion !== '' && { region: settings.awsRegion }),
    ...(settings.s3Endpoint !== '' && { endpoint: settings.s3Endpoint }),
    roleToAssume: settings.roleToAssume,
    isAnonymous: settings.awsCredentials === 'none',
    requesterPays: settings.requesterPays,
    hubEndpoint: settings.hubEndpoint || process.env['HF_ENDPOINT'],
    hubToken: settings.hubToken || process.env['HF_TOKEN'],
    allowPrivateAddresses: settings.allowPrivateAddresses,
    ...(github !== undefined && { github }),
    ...(signal !== undefined && { signal }),
  };
}

/** What a run of a workflow, or whoever sets the same variables, may ask of GitHub. */
function gitHubAccess(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): GitHubAccess | undefined {
  const token = settings.githubToken || env['GITHUB_TOKEN'] || '';
  const [owner = '', repo = ''] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
  if (token === '' || owner === '' || repo === '') return undefined;
  const runId = settings.runId ?? Number(env['GITHUB_RUN_ID'] || Number.NaN);
  return {
    owner,
    repo,
    runId: Number.isSafeInteger(runId) ? runId : undefined,
    connect: async () =>
      (await import('../publish/connect.ts')).connect(token, env['GITHUB_API_URL'], { signal }),
  };
}

/** How many threads settings ask for on this machine. */
export function threadsOf({ threads }: Settings): number {
  return threads === 0 ? availableParallelism() : threads;
}

/** Of the memory that is free; the rest is for what else a run holds. */
const MEMORY_SHARE = 0.75;

/** How many bytes layers may take together by the settings, or on this machine, within its container's limits. */
export function memoryBytesOf({ memoryBytes }: Settings): number {
  return memoryBytes === 0 ? Math.floor(MEMORY_SHARE * process.availableMemory()) : memoryBytes;
}
