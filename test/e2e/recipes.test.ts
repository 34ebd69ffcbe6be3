import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { seededNormals } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** What a build takes. */
const PARTS = ['src', 'scripts', 'templates', 'package.json', 'tsconfig.json', 'LICENSE'];

describe('who follows the recipes of CONTRIBUTING.md', () => {
  const copy = temporaryFolder();

  beforeAll(async () => {
    for (const part of PARTS) await cp(path.join(PROJECT, part), path.join(copy, part), { recursive: true });
    await symlink(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));

    const text = await readFile(path.join(PROJECT, 'CONTRIBUTING.md'), 'utf8');
    for (const [, file, content] of text.matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm))
      await writeFile(path.join(copy, file!), content!);
    const patches = [...text.matchAll(/^```diff\n([\s\S]*?)^```$/gm)].map(([, patch]) => patch!);
    expect(patches.length).toBe(4);
    const patchFile = path.join(copy, 'recipes.patch');
    await writeFile(patchFile, patches.join(''));
    await run('git', ['apply', '-p0', '-C1', patchFile], { cwd: copy });
    await run(process.execPath, ['--no-warnings', 'scripts/bundle.ts', 'dist'], { cwd: copy });

    const normal = seededNormals(1);
    const values = Float32Array.from({ length: 100 * 60 }, normal);
    await writeFile(
      path.join(copy, 'a.matrix'),
      Buffer.concat([Buffer.from('MATRIX 100 60\n'), Buffer.from(values.buffer)]),
    );
  }, 120_000);

  /** What the changed command line prints; a red verdict is an answer too. */
  const analyze = async (reference: string, format: string): Promise<string> => {
    const command = ['dist/cli/index.js', 'analyze', reference, '--format', format, '--quiet'];
    const { stdout } = await run(process.execPath, command, { cwd: copy }).catch((red) => red);
    return stdout;
  };

  test('reads a new format, and reports a new metric', async () => {
    const [layer] = JSON.parse(await analyze('a.matrix', 'json')).layers;
    expect(layer).toMatchObject({ longname: 'matrix', N: 100, M: 60 });
    // Of noise: more than the stable rank, less than all.
    expect(layer.nuclear_rank).toBeGreaterThan(layer.stable_rank);
    expect(layer.nuclear_rank).toBeLessThan(60);
    expect(await analyze('a.matrix', 'csv')).toContain('stable_rank,nuclear_rank,');
  });

  test('reads from a new source', async () => {
    const { href } = pathToFileURL(path.join(copy, 'a.matrix'));
    expect(JSON.parse(await analyze(href, 'json')).layers).toHaveLength(1);
  });

  test('writes to a new sink', async () => {
    expect(await analyze('a.matrix', 'tap')).toMatch(/^TAP version 14\n1\.\.1\nok 1 - matrix\n$/);
  });
});
