import { describe, expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import { latin1, writePickle } from '../../../support/pickle-writer.ts';
import { buildLegacyTorch, buildTorchZip } from '../../../support/pytorch-builder.ts';
import { assembleSafetensors } from '../../../support/safetensors-builder.ts';
import { buildZip, concat } from '../../../support/zip-builder.ts';

const recognises = (bytes: Uint8Array) => pytorch.recognises(bytes.subarray(0, 1024), bytes.length);

const zipThatBeginsWith = (name: string) => buildZip([{ name, bytes: new Uint8Array(10) }]);

describe('a file is taken for PyTorch', () => {
  test('when torch wrote it, in whichever way', () => {
    expect(recognises(buildTorchZip({ tensors: { t: { shape: [1] } } }))).toBe(true);
    expect(recognises(buildLegacyTorch({ tensors: { t: { shape: [1] } } }))).toBe(true);
    for (const name of [
      'x/',
      'x/version',
      'x/data/0',
      'x/code/__torch__.py',
      'x/constants.pkl',
      'x/.data/version',
    ]) {
      expect([name, recognises(zipThatBeginsWith(name))]).toEqual([name, true]);
    }
  });

  test('when it is any pickle with a protocol, because only reading tells what is in it', () => {
    expect(recognises(writePickle(null))).toBe(true);
    for (const protocol of [
      '\x80\x02',
      '\x80\x03',
      '\x80\x04\x95\x2f\x00\x00\x00\x00\x00\x00\x00',
      '\x80\x05}',
    ]) {
      expect([protocol, recognises(latin1(`${protocol}}.`))]).toEqual([protocol, true]);
    }
  });

  test('not when it is another kind of zip', () => {
    for (const name of [
      'weight.npy',
      'a/weight.npy',
      'config.json',
      'metadata.json',
      'model.weights.h5',
      'word/document.xml',
    ]) {
      expect([name, recognises(zipThatBeginsWith(name))]).toEqual([name, false]);
    }
  });

  test('not when it is safetensors, even if the length of the header looks like a protocol', () => {
    // 0x80 0x02 begins a header of 640 bytes, 0x80 0x04 0x95 one of 10 MB.
    const header = JSON.stringify({ w: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } }).padEnd(640);
    const file = assembleSafetensors(header, new Uint8Array(4));
    expect([file[0], file[1]]).toEqual([0x80, 0x02]);
    expect(recognises(file)).toBe(false);
    expect(recognises(latin1('\x80\x04\x95\x00\x00\x00\x00\x00{"w":'))).toBe(false);
    expect(recognises(latin1('\x80\x04\x95\x01\x00\x00\x00\x00{"w":'))).toBe(false);
  });

  test('not when it is something else, or nothing', () => {
    for (const head of [
      '',
      'P',
      'PK',
      'PK\x03\x04',
      'GGUF\x03',
      '\x89HDF\r\n\x1a\n',
      '\x93NUMPY\x01',
      '\x80',
      '\x80\x01',
      '\x80\x06',
    ]) {
      expect([head, recognises(latin1(head))]).toEqual([head, false]);
    }
    const tar = concat([latin1('model.json'), new Uint8Array(247), latin1('ustar'), new Uint8Array(250)]);
    expect(recognises(tar)).toBe(false);
  });
});
