import { describe, expect, test } from '@jest/globals';
import { describeNames } from '../../../src/sources/similar-names.ts';

describe('the names that a message shows', () => {
  test('are those most like the wanted one, the nearest first', () => {
    const names = ['notes.txt', 'model.pth', 'model.pt', 'data'];
    expect(describeNames('modl.pt', names)).toBe('"model.pt", "model.pth" and 2 more');
  });

  test('are like it in other letters too', () => {
    expect(describeNames('MODEL.PT', ['a.txt', 'model.pt'])).toBe('"model.pt" and 1 more');
  });

  test('are the first ones where none is like it', () => {
    expect(describeNames('x', ['alpha', 'beta', 'gamma', 'delta'])).toBe(
      '"alpha", "beta", "gamma" and 1 more',
    );
  });

  test('stay on one line', () => {
    expect(describeNames('x', ['a\n::error::b'])).toBe('"a\\n::error::b"');
  });

  test('may be long and many', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}${'x'.repeat(1000)}`);
    expect(describeNames('y'.repeat(1000), names)).toContain('and 997 more');
  });
});
