import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bundledReports, type GalleryReport } from '../../scripts/preview/reports.ts';
import { render } from '../../src/entry/cli/render.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { parseMarkdown, rowsOf, textOf } from '../support/markdown-tree.ts';

const gallery = (file: string) => readFile(path.join(PROJECT, 'docs/gallery', file), 'utf8');

const DEMO = 'examples/demo/mlp3-';
const AGAIN = 'Make it again with "npm run preview", and look at it';

/** What a comment is made of, from above: its blocks, and of tables the head and how many cells each row has. */
function outlineOf(text: string): string[] {
  return (parseMarkdown(text).children ?? []).map((node) => {
    if (node.type === 'table') {
      const [head, ...rows] = rowsOf(node);
      expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head!.length]));
      return `table ${head!.join(' | ')}: ${rows.length}`;
    }
    if (node.type === 'heading') return `heading ${textOf(node)}`;
    if (node.type === 'blockquote') return `alert ${/\[!(\w+)\]/.exec(textOf(node))?.[1]}`;
    if (node.type === 'code') return `code ${node.lang}`;
    if (node.type === 'html') return /<summary>(.*?)<\/summary>/.exec(node.value ?? '')?.[0] ?? 'html';
    return node.type;
  });
}

describe('comments in the gallery', () => {
  test.each([
    [
      'compared.md',
      [
        'heading ❌ Alphagate: 1 of 3 layers fails',
        'alert CAUTION',
        'paragraph',
        'table  | Layer, N×M | alpha | Δ | Trust: 3',
        '<summary>What it means, and what people do: over-trained, correlation trap</summary>',
        'list',
        'html',
        '<summary>3 tensors were not analysed</summary>',
        'list',
        'html',
        'paragraph',
        'paragraph',
      ],
    ],
    [
      'smoothed.md',
      [
        'heading ❌ Alphagate: 3 of 18 layers fail',
        'alert CAUTION',
        'paragraph',
        'table  | Layer, N×M | alpha | Δ | Trust: 9',
        '<summary>What it means, and what people do: rank collapse, over-trained, correlation trap</summary>',
        'list',
        'html',
        'code mermaid',
        'paragraph',
        '<summary>9 more of 18 layers pass</summary>',
        'table Layer | alpha | Δ | D | N×M: 9',
        'html',
        '<summary>40 tensors were not analysed</summary>',
        'list',
        'html',
        'paragraph',
        'paragraph',
      ],
    ],
    [
      'untrusted.md',
      [
        'heading ❌ Alphagate: 1 of 3 layers fails',
        'alert IMPORTANT',
        'alert CAUTION',
        'paragraph',
        'table  | Layer, N×M | alpha | Trust: 3',
        '<summary>What it means, and what people do: over-trained, correlation trap</summary>',
        'list',
        'html',
        '<summary>3 tensors were not analysed</summary>',
        'list',
        'html',
        'paragraph',
        'paragraph',
      ],
    ],
    [
      'inconclusive.md',
      [
        'heading ❓ Alphagate: none of 3 layers could be judged',
        'alert WARNING',
        'paragraph',
        'table  | Layer, N×M | alpha | Trust: 3',
        '<summary>55 tensors were not analysed</summary>',
        'list',
        'html',
        'paragraph',
        'paragraph',
        'paragraph',
      ],
    ],
  ])('are trees of these blocks: %s', async (file, blocks) => {
    expect(outlineOf(await gallery(file))).toEqual(blocks);
  });

  test('list a layer that passes and changed, after those that do not pass', async () => {
    const rows = rowsOf(parseMarkdown(await gallery('smoothed.md'))).slice(1, 10);
    expect(rows.map(([verdict]) => verdict)).toEqual(['❌', '❌', '❌', '❓', '❓', '❓', '❓', '❓', '✅']);
    expect(rows[8]).toEqual([
      '✅',
      'functional_9_1/conv1d_8_1/convolution.1 · 128×64, 2 times<br>rank collapse: its rank is 8 of 128',
      '3.658\u00a0±\u00a00.940',
      '−3.449',
      '–',
    ]);
  });
});

describe('the gallery', () => {
  let reports: readonly GalleryReport[];

  beforeAll(async () => {
    reports = await bundledReports();
  });

  test('shows what the sources write today', async () => {
    for (const { name, outcomes, template } of reports) {
      const now = await render(outcomes, 'markdown', undefined, true, { template });
      expect([AGAIN, name, await gallery(`${name}.md`)]).toEqual([AGAIN, name, now]);
    }
  });

  test('and the built command line', async () => {
    const args = ['analyze', `${DEMO}overtrained.safetensors`, '--format', 'markdown'];
    const baseline = ['--baseline', `${DEMO}healthy.safetensors`];
    expect((await runCli([...args, ...baseline])).stdout).toBe(await gallery('compared.md'));
    const template = ['--template', 'examples/templates/short.md.hbs'];
    expect((await runCli([...args, ...baseline, ...template])).stdout).toBe(await gallery('template.md'));
    const both = ['analyze', `${DEMO}healthy.safetensors`, `${DEMO}overtrained.safetensors`];
    expect((await runCli([...both, '--format', 'markdown'])).stdout).toBe(await gallery('demo.md'));
    const { stdout: csv } = await runCli([...both, '--format', 'csv']);
    // Git keeps texts with its own ends of lines.
    expect(csv.replaceAll('\r\n', '\n')).toBe((await gallery('demo.csv')).replaceAll('\r\n', '\n'));
  });
});
