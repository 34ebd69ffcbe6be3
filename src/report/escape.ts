/**
 * Neutralises text from models, references and errors for the places where reports show it. A weight file's author
 * chooses these words: they must not break out of a table or a code span, forge a line of a log, mention anybody,
 * or become a link, an image or HTML.
 */

/** Longest name that is shown whole; full names are in the JSON report. */
const LONGEST_NAME = 80;

/**
 * Characters that are not seen but act: controls (with them ANSI escapes and line breaks), separators, direction
 * marks, zero-width characters and lone surrogates.
 */
const INVISIBLE =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Text for a terminal or a log: one line, every invisible character spelled out. */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** A name short enough for a table, its middle left out. */
export function shorten(text: string, longest: number = LONGEST_NAME): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const kept = longest - 1;
  const head = Math.ceil(kept / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (kept - head)).join('')}`;
}

/** A name as a Markdown code span, in which nothing is a mention, a link or HTML. */
export function markdownCode(name: string): string {
  const text = shorten(plainText(name));
  if (text === '') return '` `';
  const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** The same inside a table, where a pipe ends the cell even in a code span. */
export function markdownCodeCell(name: string): string {
  return markdownCode(name).replaceAll('|', '\\|');
}

/** Words as Markdown text, in which nothing is markup. For table cells and paragraphs alike. */
export function markdownText(text: string): string {
  return (
    plainText(text)
      .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // GitHub looks for these in the rendered text, where escaping is gone: a character of no width divides them.
      .replace(/@(?=\S)|#(?=\d)|:(?=\/\/)|www(?=\.)|GH-(?=\d)|\b[0-9a-f]{6}(?=[0-9a-f])/gi, '$&\u200b')
  );
}
