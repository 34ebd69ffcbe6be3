import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { seededNormals } from '../support/random.ts';
import { REPOSITORY_FOLDER, realComponent } from '../support/real-components.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** The README's blocks of code in one language, in their order. */
const blocksOf = (readme: string, language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block]) => block!,
  );

describe('a stranger with a clone and its README', () => {
  const home = temporaryFolder();
  let clone: string;
  let readme: string;
  /** A repository of the stranger's own, with a model of their own. */
  let project: string;

  /** Runs a command of Alphagate from the stranger's project; red is an answer too. */
  const alphagate = (...args: string[]): Promise<{ stdout: string; stderr: string; code?: number }> =>
    run('node', [path.join(clone, 'dist/cli/index.js'), ...args], { cwd: project }).catch((error) => error);

  beforeAll(async () => {
    clone = path.join(home, 'clone');
    await run('git', ['clone', '--quiet', REPOSITORY_FOLDER, clone]);
    readme = await readFile(path.join(clone, 'README.md'), 'utf8');
    project = path.join(home, 'project');
    await mkdir(path.join(project, '.github/workflows'), { recursive: true });
    const normal = seededNormals(1);
    await writeFile(
      path.join(project, 'my model.safetensors'),
      buildSafetensors({
        'encoder.weight': { shape: [120, 80], bytes: float32Bytes(Array.from({ length: 120 * 80 }, normal)) },
        'head.weight': { shape: [80, 60], bytes: float32Bytes(Array.from({ length: 80 * 60 }, normal)) },
      }),
    );
  });

  test('sees it work, with nothing installed', async () => {
    const [demo] = blocksOf(readme, 'console');
    const { stdout } = await run('/bin/sh', ['-c', demo!], { cwd: clone });
    expect(stdout).toContain('mlp3-overtrained');
  });

  test('installs it, and passes tests', async () => {
    const [, install] = blocksOf(readme, 'console');
    expect(install).toBe('npm ci && npm test\n');
    // All tests in their clean checkout are what runs this one; here a few show that nothing else is needed.
    const few = install!.replace(
      'npm test',
      'npm test -- --selectProjects unit --testPathPatterns report/escape',
    );
    const { stderr } = await run('/bin/sh', ['-c', few], { cwd: clone, maxBuffer: 2 ** 26 });
    expect(stderr).toMatch(/Tests: +\d+ passed/);
  }, 900_000);

  test('analyses a file of their own', async () => {
    const { stdout, code } = await alphagate('analyze', 'my model.safetensors');
    expect(code ?? 0).toBeLessThan(2);
    expect(stdout).toContain('encoder');
  });

  test('begins green, with a workflow that is sound', async () => {
    const { stdout } = await alphagate('init', 'my model.safetensors');
    const step = /^ {6}- uses: alphagate\/[\s\S]*?(?=^\n)/m.exec(`${stdout}`)?.[0];
    expect(step).toContain('my model.safetensors');

    const [workflow] = blocksOf(readme, 'yaml');
    const file = path.join(project, '.github/workflows/model-gate.yml');
    await writeFile(file, workflow!.replace(/^ {6}- uses: alphagate\/[\s\S]*$/m, step!));
    const lint = await run(realComponent('actionlint'), ['-no-color', file]).catch((error) => error);
    expect(lint.stdout).toBe('');

    const { code } = await alphagate('analyze', 'my model.safetensors');
    expect(code).toBeUndefined();
  });

  test('is told what to do about a mistake', async () => {
    const { code, stderr } = await alphagate('analyze', 'my modle.safetensors');
    expect(code).toBe(3);
    expect(stderr).toContain('my model.safetensors');
  });
});
