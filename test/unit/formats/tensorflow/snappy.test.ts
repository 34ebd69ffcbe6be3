import { expect, test } from '@jest/globals';
import { NotAMessage } from '../../../../src/formats/tensorflow/proto.ts';
import { expandSnappy } from '../../../../src/formats/tensorflow/snappy.ts';

/** What Google's library makes of sixty keys of a checkpoint (cramjam 2.11). */
const COMPRESSED =
  'lhrYbGF5ZXJfd2l0aF93ZWlnaHRzLTAva2VybmVsLy5BVFRSSUJVVEVTL1ZBUklBQkxFX1ZBTFVFO0o3AAAx1jcAAD' +
  'LWNwAAM9Y3AAA01jcAADXWNwAANtY3AAA31jcAADjWNwAAOdY3AAAx3icC2igCADHaKQIAMdoqAgAx2isCADHaLAIA' +
  'MdotAgAx2i4CADHaLwIAMdowAgAy2jACADLaMAIAMtowAgAy2jACADLaMAIAMtowAgAy2jACADLaMAIAMtowAgAy2j' +
  'ACADPaMAIAM9owAgAz2jACADPaMAIAM9owAgAz2jACADPaMAIAM9owAgAz2jACADPaMAIANNowAgA02jACADTaMAIA' +
  'NNowAgA02jACADTaMAIANNowAgA02jACADTaMAIANNowAgA12jACADXaMAIANdowAgA12jACADXaMAIANdowAgA12j' +
  'ACADXaMAIANdowAgA1jjAC';
const KEYS = Array.from(
  { length: 60 },
  (_, i) => `layer_with_weights-${i}/kernel/.ATTRIBUTES/VARIABLE_VALUE;`,
).join('');
const expand = (bytes: readonly number[], most = 1000) =>
  new TextDecoder().decode(expandSnappy(Uint8Array.from(bytes), most));
const A = 0x61;

test("a block of Google's own library is expanded", () => {
  const block = new Uint8Array(Buffer.from(COMPRESSED, 'base64'));
  expect(new TextDecoder().decode(expandSnappy(block, 1e6))).toBe(KEYS);
});

test('a copy may run into what it writes, at every width of its distance', () => {
  expect(expand([8, 0, A, 0b000_011_01, 1])).toBe('aaaaaaaa');
  expect(expand([8, 0, A, (6 << 2) | 2, 1, 0])).toBe('aaaaaaaa');
  expect(expand([8, 0, A, (6 << 2) | 3, 1, 0, 0, 0])).toBe('aaaaaaaa');
});

test.each<[string, readonly number[]]>([
  ['claims to expand to more than it may', [0xff, 0xff, 0xff, 0x7f, 0, A]],
  ['claims more than any block of its size holds', [0x90, 0x03, 0, A]],
  ['holds more than it claims', [1, 4, A, A]],
  ['holds less than it claims', [3, 4, A, A]],
  ['copies from before its beginning', [8, 0, A, 0b000_011_01, 2]],
  ['copies from where it writes', [8, 0, A, 0b000_011_01, 0]],
  ['ends inside a literal', [8, 0b11100, A]],
  ['ends inside a distance', [8, 0, A, 2]],
])('a block that %s is refused', (_, bytes) => {
  expect(() => expand(bytes, 300)).toThrow(NotAMessage);
});
