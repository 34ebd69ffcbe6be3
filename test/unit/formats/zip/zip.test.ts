import { describe, expect, test } from '@jest/globals';
import { readZipDirectory } from '../../../../src/formats/zip/zip-directory.ts';
import { locateRecord, readRecord } from '../../../../src/formats/zip/zip-record.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { outcomeOfReading } from '../../../support/reading.ts';
import {
  buildZip,
  concat,
  paddingExtra,
  text,
  u16,
  u32,
  u64,
  type ZipRecord,
} from '../../../support/zip-builder.ts';

const RECORDS: readonly ZipRecord[] = [
  { name: 'a/first', bytes: text('one') },
  { name: 'a/second', bytes: text('twotwo'), extra: paddingExtra(20) },
];

const BOUNDS = { what: 'the test', maxBytes: 100 };

async function readAll(archive: Uint8Array): Promise<Record<string, string>> {
  const source = memorySource(archive, 'a.zip');
  const records: Record<string, string> = {};
  for (const [name, entry] of await readZipDirectory(source)) {
    records[name] = new TextDecoder().decode(await readRecord(source, entry, BOUNDS));
  }
  return records;
}

const codeOf = (archive: Uint8Array) => outcomeOfReading(() => readAll(archive));

/** Changes bytes at the end of a file; `fromEnd` counts back from its end. */
function patched(archive: Uint8Array, fromEnd: number, bytes: Uint8Array): Uint8Array {
  const copy = archive.slice();
  copy.set(bytes, copy.length - fromEnd);
  return copy;
}

describe('a sound archive', () => {
  const contents = { 'a/first': 'one', 'a/second': 'twotwo' };

  test('gives every record, with or without zip64 records and a comment', async () => {
    expect(await readAll(buildZip(RECORDS))).toEqual(contents);
    expect(await readAll(buildZip(RECORDS, { zip64: true }))).toEqual(contents);
    expect(await readAll(buildZip(RECORDS, { comment: text('a comment') }))).toEqual(contents);
    expect(await readAll(buildZip(RECORDS, { zip64: true, comment: new Uint8Array(60_000) }))).toEqual(
      contents,
    );
  });

  test('is opened by two small reads, and each record takes one more', async () => {
    const source = countingSource(
      buildZip([...RECORDS, { name: 'big', bytes: new Uint8Array(10_000) }], { zip64: true }),
    );
    const records = await readZipDirectory(source);
    expect(source.reads).toHaveLength(2);
    expect(source.bytesRead).toBeLessThan(400);
    source.reset();
    await readRecord(source, records.get('a/second')!, BOUNDS);
    expect(source.reads).toHaveLength(1);
    expect(source.bytesRead).toBeLessThan(100);
  });

  test('says where the bytes of a record begin, behind whatever its own header holds', async () => {
    const archive = buildZip(RECORDS);
    const source = memorySource(archive);
    const { startByte, endByte } = await locateRecord(
      source,
      (await readZipDirectory(source)).get('a/second')!,
    );
    expect(new TextDecoder().decode(archive.subarray(startByte, endByte))).toBe('twotwo');
  });

  test('may leave its checksums out, as torch.save does when told to', async () => {
    expect(await readAll(buildZip([{ name: 'a', bytes: text('one'), crc32: 0 }]))).toEqual({ a: 'one' });
  });

  test('may have sizes of 64 bits in its directory', async () => {
    expect(await readAll(zip64Sizes(u64(3)))).toEqual({ a: 'one' });
  });
});

describe('an archive is refused', () => {
  test('when a record has another checksum than its bytes', async () => {
    expect(await codeOf(buildZip([{ name: 'a', bytes: text('one'), crc32: 1 }]))).toBe('CRC_MISMATCH');
  });

  test('when a record is compressed or encrypted', async () => {
    expect(await codeOf(buildZip([{ name: 'a', bytes: text('one'), method: 8 }]))).toBe('RECORD_COMPRESSED');
    expect(await codeOf(buildZip([{ name: 'a', bytes: text('one'), flags: 1 }]))).toBe('RECORD_ENCRYPTED');
  });

  test('when a record is larger than its reader allows, before it is read', async () => {
    expect(await codeOf(buildZip([{ name: 'a', bytes: new Uint8Array(101) }]))).toBe('RECORD_TOO_LARGE');
  });

  test('when two records have one name', async () => {
    const archive = buildZip([
      { name: 'a', bytes: text('one') },
      { name: 'a', bytes: text('two') },
    ]);
    expect(await codeOf(archive)).toBe('DUPLICATE_RECORD');
  });

  test("when a record's own header says something else than the directory", async () => {
    expect(await codeOf(buildZip([{ name: 'a', bytes: text('one'), localName: 'b' }]))).toBe('BAD_ZIP');
    expect(await codeOf(buildZip([{ name: 'a', bytes: text('one'), localName: 'ab' }]))).toBe('BAD_ZIP');
    const archive = buildZip([{ name: 'a', bytes: text('one') }]);
    for (const at of [0, 6, 8, 14, 18, 22]) {
      const changed = archive.slice();
      changed[at] = changed[at]! ^ 0xff;
      expect([at, await codeOf(changed)]).toEqual([at, 'BAD_ZIP']);
    }
  });

  test('when something was put before it', async () => {
    expect(await codeOf(concat([text('junk'), buildZip(RECORDS)]))).toBe('BAD_ZIP');
  });

  test('when something lies between the directory and the end record', async () => {
    const archive = buildZip(RECORDS);
    expect(await codeOf(concat([archive.subarray(0, -22), text('junk'), archive.subarray(-22)]))).toBe(
      'BAD_ZIP',
    );
  });

  test('when its comment holds another end record', async () => {
    const forged = concat([u32(0x06054b50), new Uint8Array(18)]);
    expect(await codeOf(buildZip(RECORDS, { comment: forged }))).toBe('BAD_ZIP');
    const whole = buildZip([{ name: 'evil', bytes: text('evil') }]);
    expect(await codeOf(buildZip(RECORDS, { comment: whole }))).toBe('BAD_ZIP');
  });

  test('when records overlap each other or the directory', async () => {
    const archive = buildZip(RECORDS);
    const second = 22 + 46 + 'a/second'.length;
    expect(await codeOf(patched(archive, second - 42, u32(10)))).toBe('BAD_ZIP');
    expect(await codeOf(patched(archive, second - 42, u32(archive.length)))).toBe('BAD_ZIP');
    const longer = patched(patched(archive, second - 20, u32(1000)), second - 24, u32(1000));
    expect(await codeOf(longer)).toBe('BAD_ZIP');
  });

  test('when the number of records is not the one that the directory has', async () => {
    expect(await codeOf(patched(buildZip(RECORDS), 14, concat([u16(3), u16(3)])))).toBe('BAD_ZIP');
    expect(await codeOf(patched(buildZip(RECORDS), 14, concat([u16(1), u16(1)])))).toBe('BAD_ZIP');
  });

  test('when it is one part of several files', async () => {
    expect(await codeOf(patched(buildZip(RECORDS), 18, u16(1)))).toBe('BAD_ZIP');
    const second = 22 + 46 + 'a/second'.length;
    expect(await codeOf(patched(buildZip(RECORDS), second - 34, u16(1)))).toBe('BAD_ZIP');
  });

  test('when its zip64 records point past the end or contradict the others', async () => {
    const archive = buildZip(RECORDS, { zip64: true });
    expect(await codeOf(patched(archive, 22 + 20 - 8, u64(2 ** 52)))).toBe('BAD_ZIP');
    expect(await codeOf(patched(archive, 22 + 20 - 8, u64(0)))).toBe('BAD_ZIP');
    expect(await codeOf(patched(archive, 22 + 20 + 56 - 32, u64(1)))).toBe('BAD_ZIP');
    expect(await codeOf(patched(archive, 14, concat([u16(1), u16(1)])))).toBe('BAD_ZIP');
  });

  test('when its directory claims more records or bytes than any archive has', async () => {
    const archive = buildZip(RECORDS, { zip64: true });
    const marked = patched(archive, 14, concat([u16(0xffff), u16(0xffff)]));
    expect(await codeOf(patched(marked, 22 + 20 + 56 - 32, u64(2_000_000)))).toBe('TOO_MANY_RECORDS');
  });

  test('when a record points to a size of 64 bits that is not there', async () => {
    expect(await codeOf(zip64Sizes(u32(3)))).toBe('BAD_ZIP');
    expect(await codeOf(zip64Sizes(new Uint8Array(), 0x9999))).toBe('BAD_ZIP');
  });

  test('when it was cut short', async () => {
    const archive = buildZip(RECORDS, { zip64: true });
    for (let length = 0; length < archive.length; length++) {
      expect([length, await codeOf(archive.subarray(0, length))]).toEqual([length, 'TRUNCATED']);
    }
  });
});

/** An archive with one record whose uncompressed size is in an extra field of the directory. */
function zip64Sizes(field: Uint8Array, id = 1): Uint8Array {
  const archive = buildZip([{ name: 'a', bytes: text('one') }]);
  const entryAt = archive.length - 22 - 47;
  const entry = archive.slice(entryAt, entryAt + 47);
  const extra = concat([u16(0xcafe), u16(0), u16(id), u16(field.length), field]);
  entry.set(u32(0xffffffff), 24);
  entry.set(u16(extra.length), 30);
  const end = archive.slice(-22);
  end.set(u32(47 + extra.length), 12);
  return concat([archive.subarray(0, entryAt), entry, extra, end]);
}
