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

describe('every document', () => {
  const documents = ['README.md', 'docs/github-action.md', 'docs/troubleshooting.md'];
  const linking = [...documents, 'docs/gallery.md', 'docs/templates.md'];

  test.each(documents)('%s gives the action only inputs that it has', async (file) => {
    const declared = [...(await read('action.yml')).matchAll(/^ {2}([a-z0-9-]+):$/gm)].map(
      ([, name]) => name,
    );
    expect(declared).toContain(MODEL_INPUT.name);
    const given = blocksOf(await read(file)).flatMap((yaml) => inputsGiven(parseDocument(yaml).toJS()));
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((name) => !declared.includes(name))).toEqual([]);
  });

  test.each(linking)('%s links to files that exist', async (file) => {
    const links = [...(await read(file)).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, to]) => to!,
    );
    for (const link of links)
      await expect(access(path.join(PROJECT, path.dirname(file), link))).resolves.toBeUndefined();
  });
});
