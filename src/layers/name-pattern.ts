import picomatch from 'picomatch';

/**
 * Compiles globs over layer names: `*` matches any run of characters, dots and slashes included, because names
 * are not paths; `?`, `[abc]` and `{a,b}` mean what they mean everywhere. A pattern with a final `.weight` means
 * the same as without.
 *
 * @returns a function that tells which pattern is the first to match a name, by index, or -1.
 */
export function compilePatterns(patterns: readonly string[]): (name: string) => number {
  const matchers = patterns.map((pattern) =>
    picomatch(withoutWeight(pattern), { bash: true, dot: true, nonegate: true }),
  );
  return (name) => matchers.findIndex((matches) => matches(withoutWeight(name)));
}

/** A pattern that matches this name and no other. */
export function literalPattern(name: string): string {
  return withoutWeight(name).replace(/[\\*?[\]{}()!+@|^$]/g, '\\$&');
}

/** WeightWatcher's name of a layer: the tensor's without a final `.weight`. */
export function withoutWeight(tensorName: string): string {
  return tensorName.endsWith('.weight') ? tensorName.slice(0, -'.weight'.length) : tensorName;
}
