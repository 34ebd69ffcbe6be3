import { ConfigError } from '../../errors.ts';

/** A model repository of a hub. */
export interface HubReference {
  readonly kind: 'hub';
  /** `organisation/name`. */
  readonly repository: string;
  /** A branch, a tag or a commit. */
  readonly revision: string;
  /** What of it is meant: a file, a folder or a glob; empty for the model. */
  readonly path: string;
}

/** Source: huggingface_hub, `validate_repo_id`; revisions with a slash are those of pull requests and conversions. */
const REFERENCE =
  /^hf:\/\/(?<repository>[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95})(?:@(?<revision>refs\/(?:pr|convert)\/[^/@?#]+|[^/@?#]+))?(?:\/(?<path>[^#]*))?$/i;

const DEFAULT_REVISION = 'main';

/**
 * @param subject the reference as messages may show it.
 * @throws ConfigError `BAD_HUB_REFERENCE`
 * @example parseHub('hf://org/name@v1/*.safetensors', …) // { repository: 'org/name', revision: 'v1', … }
 */
export function parseHub(reference: string, subject: string): HubReference {
  const parts = REFERENCE.exec(reference)?.groups;
  if (parts !== undefined) {
    const { repository, revision = DEFAULT_REVISION, path = '' } = parts;
    return { kind: 'hub', repository: repository!, revision: revision.replaceAll('%2F', '/'), path };
  }
  throw new ConfigError({
    code: 'BAD_HUB_REFERENCE',
    subject,
    problem: 'names no repository of a hub',
    cure: 'Write hf://organisation/name, hf://organisation/name@revision or hf://organisation/name@revision/path',
  });
}

/** How a person would name a file of a repository, or all of it. */
export function hubName(
  { repository, revision }: Pick<HubReference, 'repository' | 'revision'>,
  path = '',
): string {
  return `hf://${repository}@${revision}${path === '' ? '' : `/${path}`}`;
}
