import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { VERSION } from '../../src/version.ts';
import { PROJECT } from '../support/cli.ts';

const read = (file: string) => readFile(path.join(PROJECT, file), 'utf8');

const notesOf = (tag: string) =>
  promisify(execFile)(process.execPath, ['--no-warnings', 'scripts/release-notes.ts', tag], { cwd: PROJECT });

describe('a release', () => {
  test('has notes, which the changelog holds', async () => {
    const { stdout } = await notesOf(`v${VERSION}`);
    expect(stdout.trim()).not.toBe('');
    expect(await read('CHANGELOG.md')).toContain(stdout.trim());
  });

  test('is refused when its tag is not the version', async () => {
    await expect(notesOf('v99.0.0')).rejects.toThrow(`package.json has the version ${VERSION}`);
  });
});

describe('what GitHub reads of us', () => {
  test('names every foreign action by the hash of a commit', async () => {
    const workflows = await readdir(path.join(PROJECT, '.github/workflows'));
    expect(workflows.length).toBeGreaterThan(2);
    for (const name of workflows) {
      const text = await read(`.github/workflows/${name}`);
      for (const [, uses] of text.matchAll(/^ *(?:- )?uses: (\S+)/gm))
        expect(uses).toMatch(/^\.\/$|@[0-9a-f]{40}$/);
    }
  });

  test('gives no workflow more than it says', async () => {
    for (const name of await readdir(path.join(PROJECT, '.github/workflows'))) {
      const { permissions } = parse(await read(`.github/workflows/${name}`));
      expect([name, permissions?.contents]).toEqual([name, 'read']);
    }
  });

  test.each(['wrong-number.yml', 'cannot-read.yml'])('asks for the output of describe: %s', async (name) => {
    const { body } = parse(await read(`.github/ISSUE_TEMPLATE/${name}`));
    const asked = body.find(({ id }: { id: string }) => id === 'describe');
    expect(asked.attributes.description).toContain('index.js describe MODEL');
    expect(new Set(body.map(({ id }: { id: string }) => id)).size).toBe(body.length);
  });
});
