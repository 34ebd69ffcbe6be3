import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { MODEL_INPUT } from '../../src/settings/inputs.ts';
import { PROJECT } from '../support/cli.ts';

const read = (file: string) => readFile(path.join(PROJECT, file), 'utf8');

const blocksOf = (text: string) => [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml]) => yaml!);

/** The names of the inputs that steps with our action give, wherever in a document's YAML they are. */
function inputsGiven(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { uses, with: given } = node as Record<string, unknown>;
  const own = typeof uses === 'string' && uses.startsWith('alphagate/') ? Object.keys(given ?? {}) : [];
  return [...own, ...Object.values(node).flatMap(inputsGiven)];
}

describe('docs/github-action.md', () => {
  test('shows the example workflows as they are', async () => {
    const blocks = blocksOf(await read('docs/github-action.md'));
    for (const name of await readdir(path.join(PROJECT, 'examples/workflows')))
      expect([name, blocks]).toEqual([
        name,
        expect.arrayContaining([await read(`examples/workflows/${name}`)]),
      ]);
  });

  test('has nothing to paste that is no YAML', async () => {
    for (const yaml of blocksOf(await read('docs/github-action.md')))
      expect(parseDocument(yaml).errors).toEqual([]);
  });
});

/** What people read, wherever it lies. */
async function documents(): Promise<string[]> {
  const folders = ['.', 'docs', 'docs/adr', 'examples'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.join(PROJECT, folder))).map((name) => path.posix.join(folder, name)),
    ),
  );
  return names.flat().filter((name) => name.endsWith('.md'));
}

/** A text without its blocks of code. */
const proseOf = (text: string) => text.replace(/^(`{3,})[\s\S]*?^\1/gm, '');

/** The ids that GitHub gives headings: lower case, without punctuation, spaces as hyphens, numbered when they recur. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  const prose = proseOf(text);
  for (const [, heading] of prose.matchAll(/^#{1,6} +(.*?) *$/gm)) {
    const id = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    let unique = id;
    for (let again = 1; anchors.has(unique); again++) unique = `${id}-${again}`;
    anchors.add(unique);
  }
  for (const [, id] of prose.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id!);
  return anchors;
}

describe('every document', () => {
  test('gives the action only inputs that it has', async () => {
    const declared = [...(await read('action.yml')).matchAll(/^ {2}([a-z0-9-]+):$/gm)].map(
      ([, name]) => name,
    );
    expect(declared).toContain(MODEL_INPUT.name);
    let steps = 0;
    for (const file of await documents()) {
      const given = blocksOf(await read(file)).flatMap((yaml) => inputsGiven(parseDocument(yaml).toJS()));
      expect([file, given.filter((name) => !declared.includes(name))]).toEqual([file, []]);
      steps += given.length;
    }
    expect(steps).toBeGreaterThan(20);
  });

  test('links to files and headings that exist', async () => {
    let links = 0;
    for (const file of await documents()) {
      const text = proseOf(await read(file));
      for (const [, to] of text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
        const [name = '', heading] = to!.split('#');
        const target = name === '' ? file : path.posix.join(path.posix.dirname(file), name);
        const exists = await access(path.join(PROJECT, target)).then(
          () => true,
          () => false,
        );
        expect([file, to, exists]).toEqual([file, to, true]);
        if (heading !== undefined && target.endsWith('.md'))
          expect([file, to, anchorsOf(await read(target)).has(heading)]).toEqual([file, to, true]);
        links++;
      }
    }
    expect(links).toBeGreaterThan(50);
  });

  test('names only files of this project that exist', async () => {
    let names = 0;
    for (const file of await documents()) {
      const prose = proseOf(await read(file));
      for (const [, name] of prose.matchAll(
        /`((?:src|test|docs|scripts|bench|examples|infra|templates)\/[\w./-]*)`/g,
      )) {
        const exists = await access(path.join(PROJECT, name!)).then(
          () => true,
          () => false,
        );
        expect([file, name, exists]).toEqual([file, name, true]);
        names++;
      }
    }
    expect(names).toBeGreaterThan(50);
  });
});
