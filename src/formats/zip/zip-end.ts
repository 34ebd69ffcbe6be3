import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { refuse } from './refuse.ts';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_BYTES = 56;

/** A 16- or 32-bit field with this value says that the zip64 record has the real one. */
const SEE_ZIP64_16 = 0xffff;
const SEE_ZIP64_32 = 0xffffffff;

/** Where the central directory lies. */
export interface DirectoryPlace {
  readonly entryCount: number;
  readonly startByte: number;
  readonly endByte: number;
}

/**
 * Finds the central directory from the end of the file. The directory must end exactly where the records that
 * describe it begin: that refuses junk before the archive and an end record forged inside the comment, where
 * two tools would see two archives.
 *
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 *
 * @throws FormatError `TRUNCATED` when there is no end record, `BAD_ZIP` when the records contradict each other.
 */
export async function findDirectory(source: ByteSource, options?: ReadOptions): Promise<DirectoryPlace> {
  const { end, tail } = await readEndRecord(source, options);
  const zip64 = await readZip64End(source, end, tail, options);
  const place = zip64 ?? end;
  const agree =
    zip64 === undefined ||
    (agrees(end.entryCount, zip64.entryCount, SEE_ZIP64_16) &&
      agrees(end.sizeBytes, zip64.sizeBytes, SEE_ZIP64_32) &&
      agrees(end.startByte, zip64.startByte, SEE_ZIP64_32));
  if (!agree)
    throw refuse(source.name, 'BAD_ZIP', 'its two end records describe two directories', {
      offsetBytes: end.atByte,
    });
  if (place.startByte + place.sizeBytes !== place.atByte) {
    const problem = `its directory is said to end at byte ${place.startByte + place.sizeBytes}, and it ends at ${place.atByte}`;
    throw refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: place.atByte });
  }
  return { entryCount: place.entryCount, startByte: place.startByte, endByte: place.atByte };
}

interface EndRecord {
  readonly atByte: number;
  readonly entryCount: number;
  readonly startByte: number;
  readonly sizeBytes: number;
}

/** Bytes of the file's end that have been read. */
interface Tail {
  readonly startByte: number;
  readonly view: DataView;
}

/** Most archives have no comment, so that a few bytes from the end hold all; only else the longest comment is read. */
async function readEndRecord(
  source: ByteSource,
  options?: ReadOptions,
): Promise<{ end: EndRecord; tail: Tail }> {
  const withoutComment = ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES + END_BYTES;
  for (const tailBytes of [withoutComment, END_BYTES + MAX_COMMENT_BYTES]) {
    const startByte = Math.max(0, source.sizeBytes - tailBytes);
    const view = await readView(source, startByte, source.sizeBytes, options);
    for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
      if (view.getUint32(at, true) !== END_SIGNATURE) continue;
      if (view.getUint16(at + 20, true) !== view.byteLength - at - END_BYTES) continue;
      return { end: parseEndRecord(source, view, at, startByte + at), tail: { startByte, view } };
    }
    if (startByte === 0) break;
  }
  throw refuse(source.name, 'TRUNCATED', 'it has no end record', { offsetBytes: source.sizeBytes });
}

function parseEndRecord(source: ByteSource, view: DataView, at: number, atByte: number): EndRecord {
  const entryCount = view.getUint16(at + 10, true);
  const onOtherDisks = view.getUint16(at + 4, true) !== view.getUint16(at + 6, true);
  if (onOtherDisks || view.getUint16(at + 8, true) !== entryCount) {
    throw refuse(source.name, 'BAD_ZIP', 'it is one part of an archive split over several files', {
      offsetBytes: atByte,
    });
  }
  return {
    atByte,
    entryCount,
    sizeBytes: view.getUint32(at + 12, true),
    startByte: view.getUint32(at + 16, true),
  };
}

async function readZip64End(
  source: ByteSource,
  end: EndRecord,
  tail: Tail,
  options?: ReadOptions,
): Promise<EndRecord | undefined> {
  const viewOf = async (startByte: number, sizeBytes: number) =>
    startByte >= tail.startByte
      ? new DataView(tail.view.buffer, startByte - tail.startByte, sizeBytes)
      : await readView(source, startByte, startByte + sizeBytes, options);

  const locatorAtByte = end.atByte - ZIP64_LOCATOR_BYTES;
  if (locatorAtByte < ZIP64_END_BYTES) return undefined;
  const locator = await viewOf(locatorAtByte, ZIP64_LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR_SIGNATURE) return undefined;

  const claimedByte = locator.getBigUint64(8, true);
  const bad = () => {
    const problem = `its zip64 end record is said to be at byte ${claimedByte}, and is not there`;
    return refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: locatorAtByte });
  };
  if (claimedByte > BigInt(locatorAtByte - ZIP64_END_BYTES)) throw bad();
  const atByte = Number(claimedByte);
  const record = await viewOf(atByte, ZIP64_END_BYTES);
  const recordEndByte = BigInt(atByte) + 12n + record.getBigUint64(4, true);
  if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE || recordEndByte !== BigInt(locatorAtByte))
    throw bad();
  const [entryCount, sizeBytes, startByte] = [32, 40, 48].map((field) =>
    Number(record.getBigUint64(field, true)),
  );
  return { atByte, entryCount: entryCount!, sizeBytes: sizeBytes!, startByte: startByte! };
}

function agrees(short: number, long: number, seeZip64: number): boolean {
  return short === seeZip64 || short === long;
}

async function readView(
  source: ByteSource,
  startByte: number,
  endByte: number,
  options?: ReadOptions,
): Promise<DataView> {
  return new DataView((await readBytes(source, startByte, endByte, options)).buffer);
}
