import { posix } from 'node:path';
import picomatch from 'picomatch';

/**
 * A compiled glob, split where its first special character stands: `models/v*\/x.pt` has the base `models/`, the
 * literal prefix `models/v`, and matches paths below the base.
 */
export interface Glob {
  /** All that a match begins with, for places that list by prefix. */
  readonly literalPrefix: string;
  /** The directory that every match lies in: empty, or ending in `/`. */
  readonly base: string;
  /** @param path below the base, with `/` between its parts. */
  matches(path: string): boolean;
  /** False for a directory below the base that holds no match, so that nobody needs to look. */
  mayHoldMatches(directory: string): boolean;
}

const SPECIAL = /[*?[{]/;

/** Where the literal part of a pattern ends; a backslash makes the character after it literal. */
const SPECIAL_OR_ESCAPE = /[*?[{\\]/;

/** A bracket left open: its `/` stands inside an alternative, and the parts are not levels of directories. */
const OPEN_BRACKET = /[{[][^}\]]*$/;

/**
 * True when a text can be more than a name: `*`, `?`, `[…]` and `{…}` make a glob. Parentheses, `!` and `+` do
 * not, because browsers write `model (1).pt`.
 */
export function isGlob(text: string): boolean {
  return SPECIAL.test(text);
}

/**
 * A glob over this machine's files as one over paths with `/`. On Windows a backslash separates; elsewhere it makes the
 * character after it literal.
 *
 * @param separator of paths on this machine.
 */
export function toGlobPattern(text: string, separator: string): string {
  return posix.normalize(separator === '\\' ? text.replaceAll('\\', '/') : text);
}

/** Compiles a glob over paths with `/`: `*` stays within a directory, `**` does not, neither matches hidden names. */
export function compileGlob(pattern: string): Glob {
  const literalPrefix = pattern.split(SPECIAL_OR_ESCAPE, 1)[0]!;
  const base = literalPrefix.slice(0, literalPrefix.lastIndexOf('/') + 1);
  const rest = pattern.slice(base.length);
  const levels = rest.split('/');
  const deepLevel = levels.findIndex((level) => level.includes('**') || OPEN_BRACKET.test(level));
  const isDeep = deepLevel !== -1;
  const directories = levels.slice(0, isDeep ? deepLevel : -1).map(compile);
  return {
    literalPrefix,
    base,
    matches: compile(rest),
    mayHoldMatches: (directory) => {
      const parts = directory.split('/');
      if (!isDeep && parts.length > directories.length) return false;
      return parts.slice(0, directories.length).every((part, level) => directories[level]!(part));
    },
  };
}

function compile(pattern: string): (path: string) => boolean {
  if (pattern === '') return (path) => path === '';
  const literalParentheses = pattern.replace(/[()]/g, '\\$&');
  return picomatch(literalParentheses, { nonegate: true, noextglob: true, posix: true, windows: false });
}
