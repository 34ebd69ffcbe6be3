import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { availableEngine, createEngine } from '../../../src/spectrum/create-engine.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a runtime without SIMD', () => {
  test('refuses the fast engine by name, and runs have the other one', async () => {
    jest.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    await expect(createEngine('wasm')).rejects.toMatchObject({ code: 'NO_SIMD' });
    expect(availableEngine('wasm')).toBe('reference');
    expect((await createEngine('reference')).name).toBe('reference');
  });
});
