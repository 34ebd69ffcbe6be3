/**
 * The first line of our comments, by which a later run finds them. The key tells the comments of several checks on
 * one pull request apart; it is spelled in characters that cannot end an HTML comment.
 */
export function commentMarker(reportKey: string): string {
  const key = reportKey.replace(
    /[^A-Za-z0-9._ /]/g,
    (character) => `%${character.charCodeAt(0).toString(16)};`,
  );
  return `<!-- alphagate: ${key} -->`;
}
