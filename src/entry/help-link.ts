/** The page that explains every failure by its code. */
const TROUBLESHOOTING = 'https://github.com/alphagate/alphagate/blob/main/docs/troubleshooting.md';

/** The code of a failure, and where the manual explains it. GitHub makes anchors of headings in small letters. */
export function helpFor(code: string): string {
  return `${code}, see ${TROUBLESHOOTING}#${code.toLowerCase()}`;
}
