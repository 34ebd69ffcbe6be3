import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openInBrowser } from '../../src/publish/open-in-browser.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MODEL = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;

/** Writes what it is given, one argument a line, into a file beside it: the file is there when all is written. */
const OPENER = `#!/bin/sh
for argument; do printf '%s\\n' "$argument"; done > "$0.new"
mv "$0.new" "$0.arguments"
`;

let folder: string;
let programs: string;

beforeEach(async () => {
  folder = temporaryFolder();
  programs = path.join(folder, 'programs');
  await mkdir(programs);
  for (const name of ['xdg-open', 'open', 'rundll32.exe']) {
    await writeFile(path.join(programs, name), OPENER);
    await chmod(path.join(programs, name), 0o755);
  }
});

const analyze = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(['analyze', MODEL, '--open', ...args], {
    cwd: folder,
    env: { PATH: `${programs}:/usr/bin:/bin`, DISPLAY: ':0', TMPDIR: folder, ...env },
  });

/** What an opener was given; it is not waited for by the command line. */
async function given(program: string): Promise<string[]> {
  for (let attempt = 0; attempt < 500; attempt++) {
    try {
      const text = await readFile(path.join(programs, `${program}.arguments`), 'utf8');
      return text.trimEnd().split('\n');
    } catch {
      await sleep(20);
    }
  }
  throw new Error(`${program} was not called`);
}

describe('analyze --open', () => {
  test('shows the page that was written', async () => {
    const { exitCode, stderr } = await analyze(['-o', 'report.html']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('alphagate: the report is in report.html\n');
    expect((await given('xdg-open')).map((url) => fileURLToPath(url))).toEqual([
      path.join(folder, 'report.html'),
    ]);
  });

  test('writes a page with its plots where none was asked for, and says where', async () => {
    const { exitCode, stderr } = await analyze([]);
    expect(exitCode).toBe(0);
    const [url] = await given('xdg-open');
    const file = fileURLToPath(url!);
    expect(stderr).toContain(file);
    expect(await readFile(file, 'utf8')).toMatch(/"curves":/);
  });

  test('lets nothing in the name of a file be interpreted, by a shell or by the opener', async () => {
    const name = '-x $(touch owned) `touch owned`;touch owned&"\'%41#?\n.html';
    const { exitCode, stderr } = await analyze([`--output=${name}`]);
    expect(exitCode).toBe(0);
    const words = await given('xdg-open');
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^file:\/\/\/[A-Za-z0-9/_.~%-]+$/);
    expect(fileURLToPath(words[0]!)).toBe(path.join(folder, name));
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('owned');
  });

  test.each([
    ['on CI', { CI: 'true' }, /not opened: .*CI; the report is in report\.html/],
    ['without a display', { DISPLAY: '' }, /not opened: there is no display; the report is in report\.html/],
    ['without an opener', { PATH: '/nonexistent' }, /not opened: there is no xdg-open; the report is in/],
  ])('%s says where the page is, and leaves the verdict', async (_, env, message) => {
    const { exitCode, stderr } = await analyze(['-o', 'report.html'], env);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(message);
    expect(await readdir(programs)).not.toContain('xdg-open.arguments');
  });

  test('is not for commands without a page', async () => {
    const { exitCode, stderr } = await runCli(['describe', MODEL, '--open']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/option --open: belongs to analyze, merge, publish, not to describe/);
  });
});

test.each([
  ['darwin', 'open', 0],
  ['win32', 'rundll32.exe', 1],
])('on %s the opener is %s', async (platform, program, position) => {
  const file = path.join(folder, 'a b.html');
  expect(await openInBrowser(file, { PATH: `${programs}:/bin` }, platform)).toBeUndefined();
  expect(fileURLToPath((await given(program))[position]!)).toBe(file);
});
