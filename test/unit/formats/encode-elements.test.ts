import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesPerElement } from '../../../src/formats/dtype.ts';
import { decoderOf } from '../../../src/formats/element-decoder.ts';
import { encoderOf, isWritableDtype, type WritableDtype } from '../../../src/formats/encode-elements.ts';

function rounded(dtype: WritableDtype, value: number): number {
  const data = new DataView(new ArrayBuffer(bytesPerElement(dtype)));
  encoderOf(dtype, data)(0, value);
  return decoderOf(dtype, data)(0);
}

describe('elements to be written', () => {
  test.each(['F16', 'BF16'] as const)('every number that %s has comes back', (dtype) => {
    const data = new DataView(new ArrayBuffer(2));
    const decode = decoderOf(dtype, data);
    for (let bits = 0; bits < 65_536; bits++) {
      data.setUint16(0, bits, true);
      const value = decode(0);
      if (!Object.is(rounded(dtype, value), value))
        throw new Error(`${bits}: ${value} became ${rounded(dtype, value)}`);
    }
  });

  test.each([
    ['F16', 2 ** -11],
    ['BF16', 2 ** -8],
  ] as const)('are rounded to the nearest of %s', (dtype, half) => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 6e4, noNaN: true }), (value) => {
        expect(Math.abs(rounded(dtype, value) / value - 1)).toBeLessThanOrEqual(half);
        expect(rounded(dtype, -value)).toBe(-rounded(dtype, value));
      }),
    );
  });

  test('halfway between two go to the even one, and what is too large to infinity', () => {
    expect(rounded('F16', 1 + 2 ** -11)).toBe(1);
    expect(rounded('F16', 1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(rounded('F16', 2 ** -25)).toBe(0);
    expect(rounded('F16', 65_519.9)).toBe(65_504);
    expect(rounded('F16', 65_520)).toBe(Infinity);
    expect(rounded('BF16', 1 + 2 ** -8)).toBe(1);
    expect(rounded('BF16', 1 + 3 * 2 ** -8)).toBe(1 + 2 ** -6);
  });

  test('are not written in eight bits', () => {
    expect(isWritableDtype('F8_E4M3')).toBe(false);
  });
});
