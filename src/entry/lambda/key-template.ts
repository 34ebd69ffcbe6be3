import { ConfigError } from '../../errors.ts';

/** What a key says of the commit that its object was made of; undefined where it does not fit the template. */
export type KeyTemplate = (key: string) => KeyFacts | undefined;

export interface KeyFacts {
  readonly owner?: string;
  readonly repo?: string;
  readonly sha?: string;
  readonly pr?: string;
}

/** What each placeholder stands for. */
const PATTERNS: Readonly<Record<string, string>> = {
  '{owner}': '(?<owner>[A-Za-z0-9-]{1,100})',
  '{repo}': '(?<repo>[A-Za-z0-9._-]{1,100})',
  '{sha}': '(?<sha>[0-9a-f]{64}|[0-9a-f]{40})',
  '{pr}': '(?<pr>[1-9][0-9]{0,9})',
  '**': '.*',
  '*': '[^/]*',
};

/**
 * Understands a template of keys such as `models/{owner}/{repo}/{sha}/**`.
 *
 * @throws ConfigError `BAD_ENVIRONMENT` for one with a placeholder that does not exist, or twice.
 */
export function compileKeyTemplate(template: string): KeyTemplate {
  const seen = new Set<string>();
  const pattern = template.replace(/\{[^}]*\}|\*\*|\*|[^{*]+|\{/g, (part) => {
    if (!part.startsWith('{')) return PATTERNS[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const known = PATTERNS[part];
    if (known === undefined || seen.has(part)) throw badTemplate(template, part);
    seen.add(part);
    return known;
  });
  const compiled = new RegExp(`^${pattern}$`, 's');
  return (key) => compiled.exec(key)?.groups ?? (compiled.test(key) ? {} : undefined);
}

function badTemplate(template: string, part: string): ConfigError {
  return new ConfigError({
    code: 'BAD_ENVIRONMENT',
    subject: 'the variable ALPHAGATE_KEY_TEMPLATE',
    problem: `${JSON.stringify(template)} cannot be used because of ${JSON.stringify(part)}`,
    cure: 'It may have {owner}, {repo}, {sha} and {pr} once each, * within a folder and ** across folders',
  });
}
