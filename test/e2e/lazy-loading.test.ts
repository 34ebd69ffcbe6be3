import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';

/** All that Node loads before the first line of a bundle runs: the bundle, and what it imports statically. */
async function loadedWith(entry: string): Promise<string> {
  const texts = new Map<string, string>();
  const pending = [path.join(PROJECT, entry)];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (texts.has(file)) continue;
    const text = await readFile(file, 'utf8');
    texts.set(file, text);
    for (const [, imported] of text.matchAll(/^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];/gms))
      pending.push(path.join(path.dirname(file), imported!));
  }
  return [...texts.values()].join('\n');
}

test('the functions on Lambda load nothing before they are called', async () => {
  const text = await loadedWith('dist/lambda/index.mjs');
  expect(text).toContain('// src/entry/lambda/index.ts');
  expect(text.match(/^\/\/ (?:src\/(?!entry\/lambda\/index)|node_modules\/).*$/gm) ?? []).toEqual([]);
});

describe.each(['dist/cli/index.js', 'dist/action/index.js', 'dist/lib/index.js'])('%s', (entry) => {
  test('loads what speaks to other machines only when a reference leads there', async () => {
    const text = await loadedWith(entry);
    expect(text).toContain('// src/version.ts');
    const remote =
      /^\/\/ (?!.*-reference\.ts$)(src\/sources\/(?:s3|web\/locate|web\/web-client|proxy|artifact|hub)|node_modules\/(?:@aws-sdk|@smithy|@octokit|agent-base|https?-proxy-agent)).*$/gm;
    expect(text.match(remote) ?? []).toEqual([]);
  });

  test('loads what draws plots and what the reference engine computes with only where they are wanted', async () => {
    const text = await loadedWith(entry);
    expect(text.match(/^\/\/ node_modules\/(?:d3-|ml-matrix\/).*$/gm) ?? []).toEqual([]);
  });

  test("loads Handlebars' compiler only for a template of the user's", async () => {
    const text = await loadedWith(entry);
    const compiler =
      /^\/\/ (?:node_modules\/(?:handlebars\/dist\/cjs\/handlebars\/compiler|source-map)|src\/report\/template\/).*$/gm;
    expect(text.match(compiler) ?? []).toEqual([]);
  });
});
