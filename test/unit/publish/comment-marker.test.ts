import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commentMarker } from '../../../src/publish/comment-marker.ts';

describe('the marker', () => {
  test('shows ordinary keys as they are', () => {
    expect(commentMarker('Model gate / check')).toBe('<!-- alphagate: Model gate / check -->');
  });

  test('is one HTML comment, whatever the key', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('-', '>', '!', '<', '\n', ' ', 'a', '%', '--!>'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(key, (text) => {
        expect(commentMarker(text)).toMatch(/^<!-- alphagate: [\w ./%;]* -->$/);
      }),
    );
  });

  test('of one key is never the beginning of another’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        if (a !== b) expect(commentMarker(a).startsWith(commentMarker(b))).toBe(false);
      }),
    );
    expect(commentMarker('a')).not.toBe(commentMarker('a -->'));
    expect(commentMarker('%2d')).not.toBe(commentMarker('-'));
    expect(commentMarker('\u00122')).not.toBe(commentMarker('Ģ'));
  });
});
