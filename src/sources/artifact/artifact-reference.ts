import { ConfigError } from '../../errors.ts';

/** Files that a run of a workflow has left. */
export interface ArtifactReference {
  readonly kind: 'artifact';
  /** Of the artifact, or a glob over names. */
  readonly name: string;
  /** What of it is meant: a file, a folder or a glob; empty for all. */
  readonly path: string;
  /** The run that left it; by default the one that asks. */
  readonly runId: number | undefined;
  /** The commit whose runs left it, in the place of a run. */
  readonly commit: string | undefined;
}

const REFERENCE =
  /^artifact:\/\/(?<name>[^/?]*)(?:\/(?<path>.*?))?(?:\?(?<key>run-id|commit)=(?<value>[^?&]*))?$/is;

/** A `?` is also a character of globs; followed by a name and `=` it begins a query. */
export const QUERY: RegExp = /\?[A-Za-z0-9_-]+=/;

/**
 * @param subject the reference as messages may show it.
 * @throws ConfigError `BAD_ARTIFACT_REFERENCE`
 * @example parseArtifact('artifact://model/*.pt?run-id=7', …) // { name: 'model', path: '*.pt', runId: 7, … }
 */
export function parseArtifact(reference: string, subject: string): ArtifactReference {
  const parts = REFERENCE.exec(reference)?.groups;
  if (parts === undefined || QUERY.test(parts['path'] ?? ''))
    throw badArtifact(subject, 'has a query other than ?run-id= or ?commit=');
  const { name = '', path = '', key, value = '' } = parts;
  if (name === '') throw badArtifact(subject, 'names no artifact');
  const runId = key?.toLowerCase() === 'run-id' ? Number(value) : undefined;
  if (runId !== undefined && !(Number.isSafeInteger(runId) && runId > 0))
    throw badArtifact(subject, 'has a run-id that is not the number of a run');
  if (key !== undefined && value === '') throw badArtifact(subject, `has an empty ${key}`);
  return { kind: 'artifact', name, path, runId, commit: runId === undefined ? key && value : undefined };
}

/** How a person would name an artifact. */
export function artifactName(name: string): string {
  return `artifact://${name}`;
}

function badArtifact(subject: string, problem: string): ConfigError {
  return new ConfigError({
    code: 'BAD_ARTIFACT_REFERENCE',
    subject,
    problem,
    cure: 'Write artifact://NAME, artifact://NAME/path-or-glob, artifact://NAME?run-id=ID or artifact://NAME?commit=SHA',
  });
}
