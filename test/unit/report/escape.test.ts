import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  markdownCode,
  markdownCodeCell,
  markdownText,
  plainText,
  shorten,
} from '../../../src/report/escape.ts';
import { hostileName } from '../../support/hostile-names.ts';
import { nodesOf, nodesOfType, parseMarkdown, textOf } from '../../support/markdown-tree.ts';

/** What a person is meant to read: the name with invisible characters spelled out. */
const spelled = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);

const collapse = (text: string) =>
  text
    .replace(/[\u200b]/g, '')
    .replaceAll('＄', '$')
    .trim();

const runs = { numRuns: 2000 };

describe('a name in a code span', () => {
  test.each([
    ['fc1', '`fc1`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['``', '``` `` ```'],
    [' a', '`  a `'],
    ['', '` `'],
    ['a\nb', '`a\\u{a}b`'],
    ['\u001b[31mred', '`\\u{1b}[31mred`'],
    ['\u202egpj', '`\\u{202e}gpj`'],
    ['\ud83e', '`\\u{d83e}`'],
    ['layer 🦄', '`layer 🦄`'],
  ])('%j is written %s', (text, code) => {
    expect(markdownCode(text)).toBe(code);
  });

  test('can be read back from the parsed text, and nothing else is in there', () => {
    fc.assert(
      fc.property(hostileName, (text) => {
        const tree = parseMarkdown(`before ${markdownCode(text)} after`);
        expect(nodesOf(tree).map(({ type }) => type)).toEqual([
          'root',
          'paragraph',
          'text',
          'inlineCode',
          'text',
        ]);
        const shown = shorten(spelled(text));
        expect(nodesOfType(tree, 'inlineCode')[0]!.value).toBe(shown === '' ? ' ' : shown);
      }),
      runs,
    );
  });
});

describe('a name in a cell', () => {
  test.each([
    ['a|b', 'a|b'],
    ['a\\b', 'a\\b'],
    ['a\\|b', 'a\\\\u{7c}b'],
    ['a\\\\|b', 'a\\\\\\u{7c}b'],
    ['|', '|'],
    ['||', '||'],
    ['a\\', 'a\\'],
  ])('%j stays in it', (text, shown) => {
    const tree = parseMarkdown(`| a | b |\n|---|---|\n| ${markdownCodeCell(text)} | end |\n`);
    const cells = nodesOfType(tree, 'tableCell').slice(2);
    expect(cells.map(textOf)).toEqual([shown, 'end']);
  });

  test('can be read back, and the row keeps its number of cells', () => {
    fc.assert(
      fc.property(hostileName, (text) => {
        const row = `| ${markdownCodeCell(text)} | ${markdownText(text)} | end |`;
        const tree = parseMarkdown(`| a | b | c |\n|---|---|---|\n${row}\n`);
        const [code, prose, end, ...more] = nodesOfType(tree, 'tableCell').slice(3);
        expect(more).toEqual([]);
        expect(end && textOf(end)).toBe('end');
        expect(nodesOf(code!).map(({ type }) => type)).toEqual(['tableCell', 'inlineCode']);
        const shown = shorten(spelled(text)).replace(/(?<=\\)\|/g, '\\u{7c}');
        expect(textOf(code!).trim()).toBe(shown.trim());
        expect(['tableCell', 'text']).toEqual(
          expect.arrayContaining(nodesOf(prose!).map(({ type }) => type)),
        );
      }),
      runs,
    );
  });
});

describe('words', () => {
  test('are text and nothing else, whatever they say', () => {
    fc.assert(
      fc.property(hostileName, (text) => {
        const tree = parseMarkdown(markdownText(text));
        const types = nodesOf(tree).map(({ type }) => type);
        expect(['root', 'paragraph', 'text']).toEqual(expect.arrayContaining(types));
        expect(collapse(textOf(tree))).toBe(collapse(shorten(spelled(text), 1000)));
      }),
      runs,
    );
  });

  test.each([
    ['@mona', /@mona/],
    ['acme/repo#12', /#12/],
    ['GH-12', /GH-12/],
    ['CVE-2021-44228', /CVE-2021/],
    ['https://evil.example', /https:\/\//],
    ['www.evil.example', /www\./],
    ['mailto:a@b.example', /mailto:a|a@b/],
    [':tada:', /:tada:/],
    ['commit 0123456789abcdef0123456789abcdef01234567', /[0-9a-f]{7}/],
    ['$\\evil$', /\$/],
  ])('%j is nothing that GitHub recognises', (text, recognised) => {
    expect(text).toMatch(recognised);
    const rendered = textOf(parseMarkdown(markdownText(text)));
    expect(rendered).not.toMatch(recognised);
    expect(collapse(rendered)).toBe(collapse(text));
  });

  test('that name a place in S3 can still be copied', () => {
    expect(markdownText('s3://models/a.pt: there is none')).toBe('s3://models/a.pt: there is none');
  });

  test('are cut when somebody has put a book into a name', () => {
    expect(markdownText('x'.repeat(1e6)).length).toBe(1000);
  });
});

describe('plain text', () => {
  test('is one line without anything that acts', () => {
    fc.assert(
      fc.property(hostileName, (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(plain.isWellFormed()).toBe(true);
        expect(plain).not.toMatch(/^\s*::|##\[/);
      }),
      runs,
    );
  });

  test('leaves ordinary words alone', () => {
    const words = 'model.layers.0: größer ± 3 # :: «層» 🦄';
    expect(plainText(words)).toBe(words);
  });
});

describe('a shortened name', () => {
  test('keeps both ends and never splits a character', () => {
    expect(shorten('abcdefghij', 5)).toBe('ab…ij');
    expect(shorten('🦄'.repeat(6), 5)).toBe('🦄🦄…🦄🦄');
    expect(shorten('🦄🦄🦄', 3)).toBe('🦄🦄🦄');
    expect(shorten('abc', 1)).toBe('…');
  });
});
