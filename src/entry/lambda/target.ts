import type { KeyFacts } from './key-template.ts';

/** The commit that a model was made of, and that its verdict goes to. */
export interface Target {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  /** Undefined where the pull request is to be found by its head. */
  readonly pullRequest?: number | undefined;
}

/** What an object says of itself, in the order of precedence. */
export interface ObjectLabels {
  /** The object's metadata, by names in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly key: KeyFacts | undefined;
}

export type TargetAnswer = { readonly target: Target } | { readonly missing: string };

/**
 * Which commit an object belongs to. Each fact is taken from the object's metadata, else from its tags, else from its
 * key. What is not in the form that GitHub gives it counts as not said: it would only go astray later.
 */
export function targetOf({ metadata, tags, key }: ObjectLabels): TargetAnswer {
  const told = (name: string): string | undefined => metadata[name] ?? tags[name];
  const named = key?.owner !== undefined && key.repo !== undefined ? `${key.owner}/${key.repo}` : undefined;
  const repository = told('github-repository') ?? named;
  const sha = told('github-sha') ?? key?.sha;
  const pull = told('github-pr') ?? key?.pr;
  if (repository === undefined || !/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository))
    return { missing: 'github-repository, as in owner/name' };
  if (sha === undefined || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
    return { missing: 'github-sha, the whole hash of a commit' };
  if (pull !== undefined && !/^[1-9]\d{0,9}$/.test(pull))
    return { missing: 'github-pr as the number of a pull request' };
  return { target: { repository, sha, ...(pull !== undefined && { pullRequest: Number(pull) }) } };
}

/** Whether metadata say all that there is to say, so that nobody needs to ask for tags. */
export function isComplete(metadata: Readonly<Record<string, string>>): boolean {
  return metadata['github-repository'] !== undefined && metadata['github-sha'] !== undefined;
}

/**
 * What the models of a repository are told apart by from commit to commit: the key without the parts that name
 * repository, commit and pull request.
 */
export function modelName(key: string, { repository, sha, pullRequest }: Target): string {
  const variable = new Set([...repository.toLowerCase().split('/'), sha, sha.slice(0, 7)]);
  if (pullRequest !== undefined) for (const prefix of ['', 'pr-', 'pr']) variable.add(prefix + pullRequest);
  const parts = key.split('/');
  const last = parts.pop()!;
  return [...parts.filter((part) => part !== '' && !variable.has(part.toLowerCase())), last].join('/');
}
