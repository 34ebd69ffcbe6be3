import { ConfigError, SourceError } from '../../errors.ts';
import { describeNames } from '../similar-names.ts';

/** What the errors of GitHub's client tell. */
interface RequestFailure {
  readonly status?: number;
  readonly message?: string;
}

export function noGitHub(subject: string): ConfigError {
  return new ConfigError({
    code: 'ARTIFACT_NEEDS_GITHUB',
    subject,
    problem: 'artifacts are read from GitHub, and there is no token, no repository or no run to ask for',
    cure: 'In a workflow leave github-token as it is; elsewhere set GITHUB_TOKEN, GITHUB_REPOSITORY and run-id',
  });
}

/** No run has left what is meant; a baseline that is not there yet is one of these. */
export function noArtifact(subject: string, problem: string, cure: string): SourceError {
  return new SourceError({ code: 'ARTIFACT_NOT_FOUND', subject, problem, cure });
}

export function noArtifactOfName(
  subject: string,
  wanted: string,
  where: string,
  names: readonly string[],
): SourceError {
  const problem =
    names.length === 0
      ? 'left no artifact'
      : `left no artifact of this name, but ${describeNames(wanted, names)}`;
  return noArtifact(
    subject,
    `${where} ${problem}`,
    'Let the job that uploads it come first (`needs:`), or name its run with run-id',
  );
}

export function expired(subject: string, where: string): SourceError {
  return new SourceError({
    code: 'ARTIFACT_EXPIRED',
    subject,
    problem: `the artifact of ${where} has expired`,
    cure: 'Run the workflow that uploads it again, and give it more retention-days',
  });
}

/** A request that GitHub refused, or never answered, as an error that says what to do. */
export function toArtifactError(error: unknown, subject: string, where: string): SourceError {
  if (error instanceof SourceError) return error;
  const { status, message = '' } = error as RequestFailure;
  const parts = { subject, details: { status }, cause: error };
  if (status === 410) return expired(subject, where);
  if (status === 401)
    return new SourceError({
      ...parts,
      code: 'ARTIFACT_BAD_TOKEN',
      problem: 'GitHub does not know the token',
      cure: "Leave github-token out to use the job's own, or make a new one",
    });
  if (status === 429 || (status === 403 && /rate limit/i.test(message)))
    return new SourceError({
      ...parts,
      code: 'ARTIFACT_RATE_LIMITED',
      problem: 'GitHub takes no more requests with this token for now',
      cure: 'Run this again in an hour',
    });
  if (status === 403)
    return new SourceError({
      ...parts,
      code: 'ARTIFACT_NO_PERMISSION',
      problem: 'the token may not read artifacts',
      cure: 'Add `actions: read` to the permissions of the job',
    });
  if (status === 404)
    return new SourceError({
      ...parts,
      code: 'ARTIFACT_NOT_FOUND',
      problem: `GitHub shows ${where} to this token in no repository of this name`,
      cure: 'Check run-id, and add `actions: read` to the permissions of the job',
    });
  return new SourceError({
    ...parts,
    code: 'ARTIFACT_GITHUB_FAILED',
    problem: `GitHub could not be asked for it (${status ?? 'no answer'})`,
    cure: 'Look at https://www.githubstatus.com, and run this again',
  });
}
