import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { arithmeticOf } from '../../../src/spectrum/arithmetic.ts';

test('the reference engine computes alike everywhere', () => {
  expect(arithmeticOf('reference')).toBe('float64');
});

test('the kernels that run here and how they round are known', () => {
  expect(arithmeticOf('wasm')).toMatch(/^(simd|relaxed-simd, (not )?fused)$/);
});

const isLinuxOnX64 = process.platform === 'linux' && process.arch === 'x64';

(isLinuxOnX64 ? test : test.skip)(
  'a multiply-add is fused where the processor has an instruction for it',
  () => {
    const hasFma = /^flags.*\bfma\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'));
    const arithmetic = arithmeticOf('wasm');
    if (arithmetic !== 'simd') expect(arithmetic).toBe(`relaxed-simd, ${hasFma ? '' : 'not '}fused`);
  },
);
