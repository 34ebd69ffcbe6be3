import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { availableEngine, createEngine } from '../../../src/spectrum/create-engine.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a runtime without SIMD', () => {
  test('refuses the fast engine by name, and runs have the other one', () => {
    jest.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(() => createEngine('wasm')).toThrow(expect.objectContaining({ code: 'NO_SIMD' }));
    expect(availableEngine('wasm')).toBe('reference');
    expect(createEngine('reference').name).toBe('reference');
  });
});
