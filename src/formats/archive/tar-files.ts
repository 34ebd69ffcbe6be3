import { MAX_FILES, MAX_TAR_EXTENSION_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';
import { BLOCK_BYTES, isZeroBlock, parseTarHeader, parseText, type TarHeader } from './tar-header.ts';

/** Bytes read at once; small files' headers come with it, the data of large ones is jumped over. */
const WINDOW_BYTES = 16 * 1024;

const FILE = '0';
const GNU_LONG_NAME = 'L';
const GNU_SPARSE = 'S';
const PAX = 'x';
/** What has no content whatever its size says: links, devices, directories, pipes. */
const EMPTY_TYPES = '123456';

/** A regular file in a tar archive. */
export interface TarFile {
  /** Hostile text: never a path. */
  readonly name: string;
  readonly startByte: number;
  readonly sizeBytes: number;
}

/**
 * Lists the regular files of a tar archive by jumping from header to header. Links, devices and directories are left
 * out.
 *
 * Source: POSIX.1-2001, "pax Interchange Format" and "ustar Interchange Format"; GNU tar's manual, "Basic Tar Format".
 *
 * @throws FormatError `BAD_TAR`, `TRUNCATED`, `TOO_MANY_FILES` or `UNSUPPORTED_SPARSE`.
 */
export async function readTarFiles(source: ByteSource, options?: ReadOptions): Promise<TarFile[]> {
  const files: TarFile[] = [];
  const blocks = blockReader(source, options);
  let extension: Extension = {};
  let members = 0;
  let at = 0;
  for (;;) {
    const block = await blocks(at);
    if (isZeroBlock(block)) return files;
    const header = parseTarHeader(block);
    if (header === undefined)
      throw bad(source, 'BAD_TAR', 'it has a header with a wrong checksum or size', at);
    const startByte = at + BLOCK_BYTES;
    const sizeBytes = EMPTY_TYPES.includes(header.type) ? 0 : (extension.sizeBytes ?? header.sizeBytes);
    if (startByte + sizeBytes > source.sizeBytes) {
      const problem = `${quote(header.name)} is said to have ${sizeBytes} bytes, and ${source.sizeBytes - startByte} follow`;
      throw bad(source, 'TRUNCATED', problem, at);
    }
    if (header.type === GNU_LONG_NAME || header.type === PAX) {
      extension = { ...extension, ...(await readExtension(source, header, startByte, options)) };
    } else {
      if (++members > MAX_FILES)
        throw bad(source, 'TOO_MANY_FILES', `it holds more than ${MAX_FILES} files`, at);
      if (header.type === GNU_SPARSE || extension.isSparse === true) {
        const problem = `${quote(header.name)} is stored without its holes`;
        throw bad(source, 'UNSUPPORTED_SPARSE', problem, at, 'Write the archive without --sparse');
      }
      const name = extension.name ?? header.name;
      // Before POSIX, a directory was a file whose name ends so.
      if (header.type === FILE && !name.endsWith('/')) files.push({ name, startByte, sizeBytes });
      extension = {};
    }
    at = startByte + Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
}

/** What one or more headers say of the file after them. */
interface Extension {
  readonly name?: string;
  readonly sizeBytes?: number;
  readonly isSparse?: boolean;
}

async function readExtension(
  source: ByteSource,
  { type, sizeBytes }: TarHeader,
  startByte: number,
  options?: ReadOptions,
): Promise<Extension> {
  if (sizeBytes > MAX_TAR_EXTENSION_BYTES) {
    const problem = `it has an extended header of ${sizeBytes} bytes, more than ${MAX_TAR_EXTENSION_BYTES}`;
    throw bad(source, 'BAD_TAR', problem, startByte);
  }
  const content = await readBytes(source, startByte, startByte + sizeBytes, options);
  return type === GNU_LONG_NAME ? { name: parseText(content) } : parsePax(source, content, startByte);
}

/** Records of the form `length key=value\n`, the length being that of the whole record. */
function parsePax(source: ByteSource, content: Uint8Array, startByte: number): Extension {
  let extension: Extension = {};
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < content.length; ) {
    const [, length] = /^(\d{1,7}) /.exec(decoder.decode(content.subarray(at, at + 8))) ?? [];
    const end = at + Number(length);
    const record = decoder.decode(content.subarray(at, end));
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record) ?? [];
    if (!(end <= content.length) || key === undefined) {
      throw bad(source, 'BAD_TAR', 'its extended header has a record that is none', startByte + at);
    }
    if (key === 'path') extension = { ...extension, name: value! };
    if (key === 'size') {
      if (!/^\d{1,15}$/.test(value!)) throw bad(source, 'BAD_TAR', 'a size is no number', startByte + at);
      extension = { ...extension, sizeBytes: Number(value) };
    }
    if (key.startsWith('GNU.sparse.')) extension = { ...extension, isSparse: true };
    at = end;
  }
  return extension;
}

function blockReader(source: ByteSource, options?: ReadOptions): (atByte: number) => Promise<Uint8Array> {
  let window = new Uint8Array();
  let windowStartByte = 0;
  return async (atByte) => {
    if (atByte + BLOCK_BYTES > source.sizeBytes) {
      throw bad(source, 'TRUNCATED', 'it ends without the mark of its end', source.sizeBytes);
    }
    if (atByte + BLOCK_BYTES > windowStartByte + window.length) {
      window = await readBytes(source, atByte, Math.min(source.sizeBytes, atByte + WINDOW_BYTES), options);
      windowStartByte = atByte;
    }
    return window.subarray(atByte - windowStartByte, atByte - windowStartByte + BLOCK_BYTES);
  };
}

function bad(source: ByteSource, code: string, problem: string, offsetBytes: number, cure?: string): Error {
  return refuse(source.name, code, problem, { offsetBytes, ...(cure !== undefined && { cure }) });
}
