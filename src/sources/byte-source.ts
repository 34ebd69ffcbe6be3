import { SourceError } from '../errors.ts';
import type { ExpansionLimits } from '../limits.ts';

/** The whole I/O seam between the places that models live in and the formats that read them. */

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** What compressed bytes may grow to; by default `EXPANSION_LIMITS`. */
  readonly limits?: ExpansionLimits | undefined;
}

/** What reading from other machines may be told. */
export interface RemoteOptions {
  /** A connection that brings nothing for this long, in milliseconds, is given up [30 s]. */
  readonly silenceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Random access to the bytes of one file, wherever it lives. The bytes do not change while it is open. */
export interface ByteSource {
  /** How a person would name the file, for messages: a path or a URL without credentials. */
  readonly name: string;
  /** Size in bytes. */
  readonly sizeBytes: number;
  /**
   * What tells this content from any other: `sha256:…` or, for a very large local file, `size:…,mtime:…`; in S3
   * `version:…` or `etag:…`.
   */
  identity(): Promise<string>;
  /**
   * Fills `target` with the bytes from `startByte` on.
   *
   * @throws SourceError `READ_PAST_END` when the file ends before, `SOURCE_CHANGED` when it was replaced since it
   * was opened, or the place's own failure.
   */
  readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void>;
  close(): Promise<void>;
}

/** One file that a reference named and that nobody has opened yet. */
export interface FileEntry {
  /** How a person would name the file, for messages. */
  readonly name: string;
  /** Path below the referenced directory or prefix with `/` between its parts; for a single file its base name. */
  readonly path: string;
  /** Size in bytes. */
  readonly sizeBytes: number;
  open(options?: ReadOptions): Promise<ByteSource>;
  /**
   * A file in the same directory, or undefined where there is none.
   *
   * @param fileName a plain file name: names with a path separator, or that are `.` or `..`, are never followed
   * and yield undefined.
   */
  sibling(fileName: string): Promise<FileEntry | undefined>;
}

/** The files one reference stands for. */
export interface Located {
  /** The reference as the user wrote it, without credentials. */
  readonly reference: string;
  /** `file`: the reference names these files one by one (a path, a key, a glob). `folder`: it names what holds them. */
  readonly kind: 'file' | 'folder';
  /** Where the files are archives: the file, folder or glob of them that is meant; undefined for all they hold. */
  readonly within?: string;
  /** Ordered by path. Never empty: a reference that matches nothing is a SourceError. */
  readonly files: readonly FileEntry[];
}

/**
 * Reads the bytes from `startByte` up to, not including, `endByte` into a buffer of their own.
 *
 * @throws SourceError `READ_PAST_END` before any memory is allocated, or what `readInto` throws.
 */
export async function readBytes(
  source: ByteSource,
  startByte: number,
  endByte: number,
  options?: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  requireWithin(source, startByte, endByte);
  const bytes = new Uint8Array(endByte - startByte);
  await source.readInto(startByte, bytes, options);
  return bytes;
}

/** The whole of a file as text; the caller has seen that it is small enough. */
export async function readDocument(file: FileEntry, options?: ReadOptions): Promise<string> {
  const source = await file.open(options);
  try {
    return new TextDecoder().decode(await readBytes(source, 0, source.sizeBytes, options));
  } finally {
    await source.close();
  }
}

/** @throws SourceError `READ_PAST_END` unless the bytes from `startByte` up to, not including, `endByte` exist. */
export function requireWithin(source: ByteSource, startByte: number, endByte: number): void {
  if (
    Number.isSafeInteger(startByte) &&
    0 <= startByte &&
    startByte <= endByte &&
    endByte <= source.sizeBytes
  )
    return;
  throw new SourceError({
    code: 'READ_PAST_END',
    subject: source.name,
    problem: `the bytes ${startByte} to ${endByte} were asked of the ${source.sizeBytes} that there are`,
    cure: 'The file is cut short or its header is wrong: write or copy it again',
    details: { startByte, endByte, sizeBytes: source.sizeBytes },
  });
}
