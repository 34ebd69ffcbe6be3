import { expect, test } from '@jest/globals';
import { NotALiteral, parsePythonLiteral } from '../../../../src/formats/numpy/python-literal.ts';

test.each<[string, unknown]>([
  ["'a'", 'a'],
  ['"it\'s"', "it's"],
  [String.raw`'\'\\\n\q'`, "'\\\n\\q"],
  ['12', 12n],
  ['-3', -3n],
  ['12L', 12n],
  ['True', true],
  ['False', false],
  ['None', undefined],
  ['()', []],
  ['(1,)', [1n]],
  ['[(1, 2), [3]]', [[1n, 2n], [3n]]],
  [
    " { 'a' : (1,2) , \"b\": 'x', } ",
    new Map<string, unknown>([
      ['a', [1n, 2n]],
      ['b', 'x'],
    ]),
  ],
])('%s is read', (text, value) => {
  expect(parsePythonLiteral(text)).toEqual(value);
});

test.each([
  '',
  '(1)',
  '(1 2)',
  '(,)',
  '{1: 2}',
  "{'a' 1}",
  "{'a': 1, 'a': 2}",
  "{'a': 1 'b': 2}",
  '1.5',
  '1e3',
  '0x10',
  '999999999999999999999',
  'true',
  "'open",
  "'a' 'b'",
  '1 + 1',
  '__import__("os")',
  "f'x'",
  `${'['.repeat(50_000)}`,
  `${'{"a":'.repeat(50_000)}`,
])('%.20s… is no literal', (text) => {
  expect(() => parsePythonLiteral(text)).toThrow(NotALiteral);
});
