import { MAX_DIMENSIONS, MAX_NPY_HEADER_BYTES } from '../../limits.ts';
import { crc32 } from '../crc32.ts';
import { startsWith } from '../head.ts';
import { NotALiteral, type PythonLiteral, parsePythonLiteral } from './python-literal.ts';
import { refuse } from './refuse.ts';

export interface NpyHeader {
  /** NumPy's code of the element type, such as `<f4`; undefined for records, whose type is a list. */
  readonly descr: string | undefined;
  /** The first dimension is the fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin. */
  readonly sizeBytes: number;
  /** Checksum of everything before the elements. */
  readonly crc32: number;
}

/** `\x93NUMPY` */
export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Holds the header of any array of numbers: NumPy makes it 64 or 128 bytes long. */
const FIRST_READ_BYTES = 256;
/** The magic, a version, and a length of two bytes. */
const SHORT_HEAD_BYTES = 10;
/** From version 2 on the length has four. */
const LONG_HEAD_BYTES = 12;

/**
 * Reads the header of a .npy file.
 *
 * Source: NumPy's documentation of numpy.lib.format, "Format Version 1.0" to "3.0".
 *
 * @param next fills its target with the bytes that come next.
 * @throws FormatError `NOT_NPY`, `UNSUPPORTED_VERSION`, `TRUNCATED`, `HEADER_TOO_LARGE` or `BAD_HEADER`.
 */
export async function readNpyHeader(
  file: { readonly name: string; readonly sizeBytes: number },
  next: (target: Uint8Array) => Promise<void>,
): Promise<NpyHeader> {
  const first = new Uint8Array(Math.min(FIRST_READ_BYTES, file.sizeBytes));
  await next(first);
  const take = async (bytes: number, atByte: number) => {
    if (atByte + bytes > file.sizeBytes) {
      const problem = `it ends after ${file.sizeBytes} bytes, inside its header`;
      throw refuse(file.name, 'TRUNCATED', problem, { offsetBytes: file.sizeBytes });
    }
    const taken = new Uint8Array(bytes);
    const known = first.subarray(atByte, atByte + bytes);
    taken.set(known);
    if (known.length < bytes) await next(taken.subarray(known.length));
    return taken;
  };
  const head = await take(SHORT_HEAD_BYTES, 0);
  if (!startsWith(head, NPY_MAGIC)) {
    throw refuse(file.name, 'NOT_NPY', 'it does not begin with \\x93NUMPY', { offsetBytes: 0 });
  }
  const [major, minor] = head.subarray(NPY_MAGIC.length);
  if (major! < 1 || major! > 3 || minor !== 0) {
    const problem = `it has version ${major}.${minor}, and only 1.0, 2.0 and 3.0 can be read`;
    throw refuse(file.name, 'UNSUPPORTED_VERSION', problem, { offsetBytes: NPY_MAGIC.length });
  }
  const rest =
    major === 1 ? new Uint8Array() : await take(LONG_HEAD_BYTES - SHORT_HEAD_BYTES, SHORT_HEAD_BYTES);
  const lengthBytes = [head[8]!, head[9]!, ...rest];
  const textBytes = lengthBytes.reduce((length, byte, i) => length + byte * 2 ** (8 * i), 0);
  const textAtByte = SHORT_HEAD_BYTES + rest.length;
  if (textBytes > MAX_NPY_HEADER_BYTES) {
    const problem = `it claims a header of ${textBytes} bytes, more than ${MAX_NPY_HEADER_BYTES}`;
    throw refuse(file.name, 'HEADER_TOO_LARGE', problem, { offsetBytes: NPY_MAGIC.length + 2 });
  }
  const text = await take(textBytes, textAtByte);
  return {
    ...readDescription(file.name, decode(text, major === 3), textAtByte),
    sizeBytes: textAtByte + textBytes,
    crc32: crc32(text, crc32(rest, crc32(head))),
  };
}

/** Before version 3 headers are in latin1. */
function decode(text: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(text);
  let decoded = '';
  for (const byte of text) decoded += String.fromCharCode(byte);
  return decoded;
}

function readDescription(
  fileName: string,
  text: string,
  textAtByte: number,
): Pick<NpyHeader, 'descr' | 'fortranOrder' | 'shape'> {
  const bad = (problem: string, offsetBytes = textAtByte) =>
    refuse(fileName, 'BAD_HEADER', problem, { offsetBytes });
  let header: PythonLiteral;
  try {
    header = parsePythonLiteral(text);
  } catch (error) {
    if (!(error instanceof NotALiteral)) throw error;
    throw bad(`its header is no literal of Python: ${error.message}`, textAtByte + error.at);
  }
  if (!(header instanceof Map) || [...header.keys()].sort().join() !== 'descr,fortran_order,shape') {
    throw bad('its header is no dict of descr, fortran_order and shape');
  }
  const descr: PythonLiteral = header.get('descr');
  const fortranOrder: PythonLiteral = header.get('fortran_order');
  const shape: PythonLiteral = header.get('shape');
  if (typeof descr !== 'string' && !Array.isArray(descr)) throw bad('its descr is neither a text nor a list');
  if (typeof fortranOrder !== 'boolean') throw bad('its fortran_order is neither True nor False');
  if (!Array.isArray(shape) || shape.length > MAX_DIMENSIONS || !shape.every(isDimension)) {
    throw bad(`its shape is no tuple of at most ${MAX_DIMENSIONS} whole numbers from 0 on`);
  }
  return { descr: typeof descr === 'string' ? descr : undefined, fortranOrder, shape: shape.map(Number) };
}

function isDimension(value: PythonLiteral): value is bigint {
  return typeof value === 'bigint' && value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
