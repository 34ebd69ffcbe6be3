/**
 * Neutralises text from models, references and errors for the places where reports show it. A weight file's author
 * chooses these words: they must not break out of a table or a code span, forge a line of a log, mention anybody,
 * or become a link, an image, a formula or HTML.
 */

/** Longest name that is shown whole, in characters; full names are in the JSON report. */
const LONGEST_NAME = 80;

/**
 * Longest piece of prose, in characters: an error quotes names, and they may have any length. Of a SARIF message GitHub
 * shows 1,024.
 */
export const LONGEST_TEXT = 1000;

/**
 * Characters that are not seen but act: controls (with them ANSI escapes and line breaks), format characters
 * (direction marks, zero-width ones, tags), separators of lines and lone surrogates.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What runners take for a command: `##[` anywhere in a line, `::` at its beginning. */
const WORKFLOW_COMMAND = /##(?=\[)|^\s*:(?=:)/g;

/** Divides what GitHub would recognise; of no width, so that nobody sees it. */
const DIVIDER = '\u200b';

/**
 * What GitHub looks for in the rendered text, where escaping is gone: mentions, issues, advisories, addresses, emoji
 * by name, commits.
 */
const RECOGNISED =
  /@(?=\S)|#(?=\w)|\b(?:GH|GHSA|CVE)-(?=\w)|(?<=https?|ftp|mailto|xmpp):|:(?=[\w+-]+:)|www(?=\.)|[0-9a-f]{6}(?=[0-9a-f])/gi;

/** Text for a terminal or a log: one line, every invisible character spelled out, no workflow command. */
export function plainText(text: string): string {
  return visibleText(text).replace(
    WORKFLOW_COMMAND,
    (command) => command.slice(0, -1) + spell(command.at(-1)!),
  );
}

/** A name short enough for a table, its middle left out. */
export function shorten(text: string, longest: number = LONGEST_NAME): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  if (characters.length <= longest) return text;
  const kept = longest - 1;
  const head = Math.ceil(kept / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (kept - head)).join('')}`;
}

/** A name as a Markdown code span, in which nothing is a mention, a link or HTML. */
export function markdownCode(name: string): string {
  return codeSpan(shorten(visibleText(name)));
}

/** The same inside a table, where a pipe ends the cell even in a code span. */
export function markdownCodeCell(name: string): string {
  // Parsers disagree about a pipe after a backslash, so that one is spelled out.
  const text = shorten(visibleText(name)).replace(/(?<=\\)\|/g, spell);
  return codeSpan(text).replaceAll('|', '\\|');
}

/** Words as Markdown text, in which nothing is markup. For table cells and paragraphs alike. */
export function markdownText(text: string): string {
  return (
    shorten(visibleText(text), LONGEST_TEXT)
      .trim()
      .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
      // At the beginning of a line these make a list or a heading.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // Dollars make formulas, and no escape keeps them from it outside of code: a look-alike does.
      .replaceAll('$', '＄')
      .replace(RECOGNISED, `$&${DIVIDER}`)
  );
}

/** Text in which every character can be seen: those that act unseen are spelled out. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, spell);
}

/** The same for every text that a value holds. */
export function visible<Value>(value: Value): Value {
  const seen = (part: unknown): unknown => {
    if (typeof part === 'string') return visibleText(part);
    if (Array.isArray(part)) return part.map(seen);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, held]) => [key, seen(held)]));
  };
  return seen(value) as Value;
}

function spell(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

function codeSpan(text: string): string {
  // An empty span does not exist.
  if (text === '') return '` `';
  const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  // One space at either end is taken away again, unless there is nothing but spaces.
  const pad = /^[` ]|[` ]$/.test(text) && text.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
