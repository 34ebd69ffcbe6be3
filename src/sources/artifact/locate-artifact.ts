import { SourceError } from '../../errors.ts';
import { MAX_LOCATED_ARTIFACTS } from '../../limits.ts';
import { type FileEntry, type Located, type RemoteOptions, readBytes } from '../byte-source.ts';
import { compileGlob, isGlob } from '../glob.ts';
import { WebClient } from '../web/web-client.ts';
import { WebFile } from '../web/web-file.ts';
import { expired, noArtifact, noArtifactOfName, noGitHub } from './artifact-errors.ts';
import { type ArtifactReference, artifactName } from './artifact-reference.ts';
import { type Artifact, type GitHubAccess, GitHubActions } from './github-actions.ts';

export interface ArtifactOptions extends RemoteOptions {
  /** Undefined where nothing is known of a repository. */
  readonly github?: GitHubAccess | undefined;
}

const COMMIT = /^[0-9a-f]{40}$/i;

/**
 * Finds the archives that an `artifact://` reference stands for. Of several artifacts with one name, from attempts at
 * the same run, it is the latest.
 *
 * @throws ConfigError `ARTIFACT_NEEDS_GITHUB`; SourceError `ARTIFACT_NOT_FOUND`, `ARTIFACT_EXPIRED`,
 * `ARTIFACT_NO_PERMISSION` and other `ARTIFACT_…` codes
 */
export async function locateArtifact(
  reference: ArtifactReference,
  { github, silenceMs, signal }: ArtifactOptions,
): Promise<Located> {
  const name = artifactName(reference.name);
  const { commit, runId = github?.runId, path } = reference;
  if (github === undefined || (commit === undefined && runId === undefined)) throw noGitHub(name);
  signal?.throwIfAborted();
  if (commit !== undefined && !COMMIT.test(commit))
    throw noArtifact(name, 'the run has no commit to look for', 'Name a commit by all of its 40 digits');

  const actions = new GitHubActions(github, name, signal);
  const where = commit === undefined ? `run ${runId}` : `the runs of commit ${commit.slice(0, 7)}`;
  const runIds = commit === undefined ? [runId!] : await actions.runsOf(commit);
  if (runIds.length === 0)
    throw noArtifact(
      name,
      `no run of a workflow belongs to commit ${commit?.slice(0, 7)}`,
      'Let a workflow that runs on each push to the base branch upload it',
    );
  const artifacts = await search(actions, runIds, reference.name);
  if (artifacts.found.length === 0) throw noArtifactOfName(name, reference.name, where, artifacts.names);
  const current = artifacts.found.filter((artifact) => !artifact.expired);
  if (current.length === 0) throw expired(name, where);

  const files: FileEntry[] = [];
  // One after another, as GitHub asks of its clients.
  for (const artifact of current) files.push(await toEntry(actions, artifact, { silenceMs, signal }));
  return {
    reference: path === '' ? name : `${name}/${path}`,
    kind: 'file',
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(path !== '' && { within: path }),
  };
}

/** The artifacts that a name or a glob means: each name once, out of the first run that has any. */
async function search(
  actions: GitHubActions,
  runIds: readonly number[],
  wanted: string,
): Promise<{ found: Artifact[]; names: string[] }> {
  const matches = isGlob(wanted) ? compileGlob(wanted).matches : () => false;
  const names = new Set<string>();
  for (const runId of runIds) {
    const found = new Map<string, Artifact>();
    for (const artifact of await actions.artifactsOf(runId)) {
      names.add(artifact.name);
      if ((artifact.name === wanted || matches(artifact.name)) && !found.has(artifact.name))
        found.set(artifact.name, artifact);
    }
    if (found.size > MAX_LOCATED_ARTIFACTS) throw tooMany(artifactName(wanted));
    if (found.size > 0) return { found: [...found.values()], names: [...names] };
  }
  return { found: [], names: [...names] };
}

/** Whether an artifact is an archive, or a file that was uploaded as it is, is seen by how it begins. */
async function toEntry(
  actions: GitHubActions,
  artifact: Artifact,
  { silenceMs, signal }: RemoteOptions,
): Promise<FileEntry> {
  const name = artifactName(artifact.name);
  const file = new WebFile({
    name,
    // GitHub names the storage, which in an enterprise lies in its own network.
    client: new WebClient({ name, allowPrivateAddresses: true, silenceMs }),
    resolve: () => actions.addressOf(artifact),
    identity: artifact.digest,
  });
  const source = await file.open({ signal });
  const head = await readBytes(source, 0, Math.min(2, source.sizeBytes), { signal });
  const isZip = String.fromCharCode(...head) === 'PK';
  return {
    name,
    path: isZip ? `${artifact.name}.zip` : artifact.name,
    sizeBytes: source.sizeBytes,
    open: (options) => file.open(options),
    sibling: async () => undefined,
  };
}

function tooMany(subject: string): SourceError {
  return new SourceError({
    code: 'TOO_MANY_FILES',
    subject,
    problem: `stands for more than ${MAX_LOCATED_ARTIFACTS} artifacts`,
    cure: 'Name fewer of them',
  });
}
