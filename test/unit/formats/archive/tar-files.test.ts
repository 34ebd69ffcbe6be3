import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTarFiles } from '../../../../src/formats/archive/tar-files.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { outcomeOfReading } from '../../../support/reading.ts';
import { buildTar, paxRecord, type TarMember } from '../../../support/tar-builder.ts';
import { concat, text } from '../../../support/zip-builder.ts';

const HELLO: TarMember = { name: 'hello.txt', bytes: text('hello') };
const list = async (bytes: Uint8Array) => {
  const files = await readTarFiles(memorySource(bytes));
  return files.map(({ name, startByte, sizeBytes }) => [
    name,
    new TextDecoder().decode(bytes.subarray(startByte, startByte + sizeBytes)),
  ]);
};
const outcome = (bytes: Uint8Array) => outcomeOfReading(() => readTarFiles(memorySource(bytes)));

describe('the files of a tar archive', () => {
  test('are listed in order with the bytes of each', async () => {
    const bytes = buildTar([HELLO, { name: 'empty' }, { name: 'b/old.txt', bytes: text('x'), type: '\0' }]);
    expect(await list(bytes)).toEqual([
      ['hello.txt', 'hello'],
      ['empty', ''],
      ['b/old.txt', 'x'],
    ]);
  });

  test('leave out links, devices, pipes and directories, whatever sizes these claim', async () => {
    const others = ['1', '2', '3', '4', '5', '6'].map((type) => ({
      name: type,
      type,
      size: text('00000001000\0'),
    }));
    expect(await list(buildTar([...others, { name: 'dir/' }, HELLO]))).toEqual([['hello.txt', 'hello']]);
  });

  test('may have a size beyond eleven octal digits', async () => {
    const size = Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
    expect(await list(buildTar([{ ...HELLO, size }]))).toEqual([['hello.txt', 'hello']]);
  });

  test('take long names and sizes from the headers before them', async () => {
    const pax = concat([paxRecord('mtime', '1.5'), paxRecord('path', 'ä/long.txt'), paxRecord('size', '5')]);
    const members = [
      { name: 'pax', type: 'x', bytes: pax },
      { ...HELLO, size: text('00000000000\0') },
      { name: '././@LongLink', type: 'L', bytes: text(`${'d/'.repeat(99)}long.txt\0`) },
      HELLO,
      { name: 'global', type: 'g', bytes: paxRecord('path', 'nothing') },
      HELLO,
    ];
    const names = (await list(buildTar(members))).map(([name]) => name);
    expect(names).toEqual(['ä/long.txt', `${'d/'.repeat(99)}long.txt`, 'hello.txt']);
  });

  test('are found without reading what lies between the headers', async () => {
    const large = { name: 'large', bytes: new Uint8Array(10_000_000) };
    const source = countingSource(buildTar([large, HELLO]));
    expect(await readTarFiles(source)).toHaveLength(2);
    expect(source.reads.length).toBe(2);
    expect(source.bytesRead).toBeLessThan(40_000);
  });
});

describe('a tar archive is refused', () => {
  const many = new Uint8Array(100_001 * 512);
  const one = buildTar([{ name: 'f' }], { end: false });
  for (let at = 0; at < many.length; at += one.length) many.set(one, at);
  test.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'TRUNCATED'],
    ['without the mark of its end', buildTar([HELLO], { end: false }), 'TRUNCATED'],
    ['with a wrong checksum', buildTar([{ ...HELLO, checksum: '0000001\0' }]), 'BAD_TAR'],
    [
      'with a file larger than the archive',
      buildTar([{ ...HELLO, size: text('77777777777\0') }]),
      'TRUNCATED',
    ],
    ['with a negative size', buildTar([{ ...HELLO, size: new Uint8Array(12).fill(0xff) }]), 'BAD_TAR'],
    ['with a size that is no number', buildTar([{ ...HELLO, size: text('0000000x000\0') }]), 'BAD_TAR'],
    ['with a size of 2^70', buildTar([{ ...HELLO, size: Uint8Array.of(0x80, 0, 0, 64) }]), 'BAD_TAR'],
    [
      'with a pax header that is none',
      buildTar([{ name: 'x', type: 'x', bytes: text('hello') }, HELLO]),
      'BAD_TAR',
    ],
    [
      'with a pax record that ends beyond',
      buildTar([{ name: 'x', type: 'x', bytes: text('99 a=b\n') }]),
      'BAD_TAR',
    ],
    [
      'with a pax record of length 0',
      buildTar([{ name: 'x', type: 'x', bytes: text('0 a=b\n') }]),
      'BAD_TAR',
    ],
    [
      'with a pax size that is none',
      buildTar([{ name: 'x', type: 'x', bytes: paxRecord('size', '-1') }]),
      'BAD_TAR',
    ],
    [
      'with a long name of megabytes',
      buildTar([{ name: 'L', type: 'L', bytes: new Uint8Array(2e6) }]),
      'BAD_TAR',
    ],
    ['with a sparse file of GNU tar', buildTar([{ ...HELLO, type: 'S' }]), 'UNSUPPORTED_SPARSE'],
    [
      'with a sparse file of pax',
      buildTar([{ name: 'x', type: 'x', bytes: paxRecord('GNU.sparse.major', '1') }, HELLO]),
      'UNSUPPORTED_SPARSE',
    ],
    ['with more files than any model has', many, 'TOO_MANY_FILES'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });
});

describe('a small archive', () => {
  const bytes = buildTar([{ name: 'x', type: 'x', bytes: paxRecord('path', 'p') }, HELLO]);

  test('that was cut short before its end is refused', async () => {
    for (let length = 0; length < bytes.length - 512; length++) {
      expect([length, await outcome(bytes.subarray(0, length))]).toEqual([length, 'TRUNCATED']);
    }
  });

  test('with bytes changed is read or refused, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        expect(typeof (await outcome(damaged))).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
