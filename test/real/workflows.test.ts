import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { REPOSITORY_FOLDER, realComponent } from '../support/real-components.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** What actionlint has to say about workflows; nothing, where they are sound. */
async function complaints(files: readonly string[]): Promise<string> {
  const { stdout } = await run(realComponent('actionlint'), ['-no-color', ...files], {
    cwd: REPOSITORY_FOLDER,
  }).catch((failure: { stdout: string }) => failure);
  return stdout;
}

describe('the workflows that we publish', () => {
  test.each(['examples/workflows', '.github/workflows'])('are sound: %s', async (folder) => {
    const names = await readdir(path.join(REPOSITORY_FOLDER, folder));
    expect(names.length).toBeGreaterThan(0);
    expect(await complaints(names.map((name) => path.join(folder, name)))).toBe('');
  });

  test('would be found out if they were not', async () => {
    const folder = temporaryFolder();
    const text = await readFile(path.join(REPOSITORY_FOLDER, 'examples/workflows/check.yml'), 'utf8');
    const broken = path.join(folder, 'broken.yml');
    await writeFile(broken, text.replace('runs-on', 'run-on'));
    expect(await complaints([broken])).toContain('run-on');
  });
});
