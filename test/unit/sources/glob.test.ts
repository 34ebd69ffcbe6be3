import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileGlob, isGlob, toGlobPattern } from '../../../src/sources/glob.ts';

function matches(pattern: string, path: string): boolean {
  const glob = compileGlob(pattern);
  return path.startsWith(glob.base) && glob.matches(path.slice(glob.base.length));
}

describe('a glob', () => {
  test.each(['*.pt', 'a/**', 'v?', '[ab].pt', '{a,b}.pt'])('is what has a special character: %s', (text) => {
    expect(isGlob(text)).toBe(true);
  });

  test.each(['model (1).pt', 'a!b', 'a+b', '!a', '@(a)', 'a|b', 'C:\\x'])(
    'is not an ordinary name: %s',
    (text) => {
      expect(isGlob(text)).toBe(false);
    },
  );

  test.each([
    ['*.pt', 'a.pt'],
    ['a/*.pt', 'a/b.pt'],
    ['a/**/*.pt', 'a/b.pt'],
    ['a/**/*.pt', 'a/b/c/d.pt'],
    ['a/**', 'a/b/c'],
    ['**/b.pt', 'b.pt'],
    ['v?/m-[0-9].pt', 'v1/m-7.pt'],
    ['{a,b/c}/*.pt', 'b/c/x.pt'],
    ['m (1)*', 'm (1).pt'],
    ['!a*', '!a.pt'],
    ['+(a)*', '+(a)b'],
    ['a\\[1]*', 'a[1].pt'],
    ['a//*', 'a//b'],
    ['*//b', 'a//b'],
  ])('%s matches %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });

  test.each([
    ['*.pt', 'a/b.pt'],
    ['*.pt', '.a.pt'],
    ['a/**', 'a/.b/c'],
    ['a/**/*.pt', 'ab/c.pt'],
    ['*.pt', 'a.ptx'],
    ['m (1)*', 'm 1.pt'],
    ['[!a].pt', 'a.pt'],
  ])('%s does not match %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });

  test('knows the directory and the prefix that all matches share', () => {
    expect(compileGlob('models/v*/a.pt')).toMatchObject({ base: 'models/', literalPrefix: 'models/v' });
    expect(compileGlob('*.pt')).toMatchObject({ base: '', literalPrefix: '' });
    expect(compileGlob('/models/{a,b}')).toMatchObject({ base: '/models/', literalPrefix: '/models/' });
    expect(compileGlob('a\\*b*')).toMatchObject({ base: '', literalPrefix: 'a' });
  });

  test('spares the directories that cannot hold a match', () => {
    const glob = compileGlob('models/v*/x/*.pt');
    expect(['v1', 'v1/x'].map(glob.mayHoldMatches)).toEqual([true, true]);
    expect(['w1', 'v1/y', 'v1/x/z', 'w1/x'].map(glob.mayHoldMatches)).toEqual([false, false, false, false]);
    expect(compileGlob('*.pt').mayHoldMatches('node_modules')).toBe(false);
    expect(compileGlob('a*/**/*.pt').mayHoldMatches('b/c')).toBe(false);
  });

  test('never spares a directory above a match', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'a.pt');
    const level = fc.constantFrom('*', '**', 'a*', '?', '[ab]', '{a,b}', '{a,b/ab}', 'a');
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 4 }).filter((levels) => isGlob(levels.join('/'))),
        fc.array(name, { minLength: 1, maxLength: 5 }),
        (levels, names) => {
          const glob = compileGlob(levels.join('/'));
          const path = names.join('/');
          if (!glob.matches(path)) return;
          for (let depth = 1; depth < names.length; depth++) {
            expect(glob.mayHoldMatches(names.slice(0, depth).join('/'))).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a glob over this machine', () => {
  test.each([
    ['models\\**\\*.pt', '\\', 'models/**/*.pt'],
    ['.\\models\\v1\\..\\*.pt', '\\', 'models/*.pt'],
    ['C:\\models\\*.pt', '\\', 'C:/models/*.pt'],
    ['C:/models/*.pt', '\\', 'C:/models/*.pt'],
    ['./models//v?/*.pt', '/', 'models/v?/*.pt'],
    ['models/\\*.pt', '/', 'models/\\*.pt'],
  ])('has slashes, whatever the machine writes: %j', (text, separator, pattern) => {
    expect(toGlobPattern(text, separator)).toBe(pattern);
  });
});
