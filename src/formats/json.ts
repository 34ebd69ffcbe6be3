import { FormatError } from '../errors.ts';
import { MAX_JSON_DEPTH } from '../limits.ts';
import { type FileEntry, type ReadOptions, readBytes } from '../sources/byte-source.ts';
import { refuseLfsPointer } from '../sources/lfs-pointer.ts';

/**
 * Parses JSON that comes from a file: valid UTF-8 only, no deeper than any real one, no name twice in one object
 * (readers that keep the first and readers that keep the last would see different files).
 *
 * @param subject what is being read, for messages.
 * @throws FormatError `NOT_UTF8`, `NOT_JSON`, `JSON_TOO_DEEP` or `DUPLICATE_NAME`.
 */
export function parseJson(bytes: Uint8Array, subject: string): unknown {
  const text = decodeUtf8(bytes, subject);
  checkStructure(text, subject);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FormatError({
      code: 'NOT_JSON',
      subject,
      problem: `is not JSON: ${(cause as Error).message}`,
      cure: 'Write the file again',
      cause,
    });
  }
}

/**
 * Reads a JSON file whole.
 *
 * @param refuse makes the error for one of more than `mostBytes`.
 * @throws what `refuse` makes, SourceError `GIT_LFS_POINTER`, or what `parseJson` throws.
 */
export async function readJsonFile(
  file: FileEntry,
  mostBytes: number,
  refuse: (problem: string) => Error,
  options?: ReadOptions,
): Promise<unknown> {
  const source = await file.open(options);
  try {
    if (source.sizeBytes > mostBytes) throw refuse(`has ${source.sizeBytes} bytes, more than ${mostBytes}`);
    const bytes = await readBytes(source, 0, source.sizeBytes, options);
    refuseLfsPointer(source.name, bytes);
    return parseJson(bytes, source.name);
  } finally {
    await source.close();
  }
}

/** A JSON object as a map without a prototype to collide with, or undefined when the value is something else. */
export function asObject(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function decodeUtf8(bytes: Uint8Array, subject: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FormatError({
      code: 'NOT_UTF8',
      subject,
      problem: 'is not valid UTF-8',
      cure: 'Write the file again',
      cause,
    });
  }
}

/**
 * One pass over the text before it is parsed: `JSON.parse` itself has no depth limit and keeps the last of two
 * members with the same name. Malformed text is left for `JSON.parse` to refuse.
 */
function checkStructure(text: string, subject: string): void {
  const names: (Set<string> | undefined)[] = [];
  const string = /"(?:[^"\\]|\\.)*"/y;
  const colon = /\s*:/y;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '{' || character === '[') {
      names.push(character === '{' ? new Set() : undefined);
      if (names.length > MAX_JSON_DEPTH) {
        throw new FormatError({
          code: 'JSON_TOO_DEEP',
          subject,
          problem: `nests deeper than ${MAX_JSON_DEPTH} levels`,
          cure: 'No tool writes such a file: find out where it comes from',
        });
      }
    } else if (character === '}' || character === ']') {
      names.pop();
    } else if (character === '"') {
      string.lastIndex = i;
      const match = string.exec(text);
      if (match === null) return;
      i = string.lastIndex - 1;
      const members = names.at(-1);
      colon.lastIndex = string.lastIndex;
      if (members === undefined || !colon.test(text)) continue;
      const name = match[0].includes('\\') ? canonical(match[0]) : match[0];
      if (members.has(name)) {
        throw new FormatError({
          code: 'DUPLICATE_NAME',
          subject,
          problem: `holds the name ${match[0].slice(0, 200)} twice`,
          cure: 'Names must be unique; write the file again',
        });
      }
      members.add(name);
    }
  }
}

/** Two spellings of one name are one name; a string that is not JSON is left for the parser to refuse. */
function canonical(literal: string): string {
  try {
    return JSON.stringify(JSON.parse(literal));
  } catch {
    return literal;
  }
}
