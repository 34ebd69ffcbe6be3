import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { writeDocument } from '../../../src/publish/files.ts';
import { writeStepSummary } from '../../../src/publish/step-summary.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

describe('a document', () => {
  test('is written into directories that did not exist, and leaves nothing else there', async () => {
    const file = path.join(folder, 'a/b/report.md');
    await writeDocument(file, 'text');
    expect(await readFile(file, 'utf8')).toBe('text');
    expect(await readdir(path.dirname(file))).toEqual(['report.md']);
  });

  test('takes the place of an older one', async () => {
    const file = path.join(folder, 'report.md');
    await writeFile(file, 'a much older and longer text');
    await writeDocument(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  test('that cannot be written is an error that names it, and leaves nothing behind', async () => {
    await mkdir(path.join(folder, 'taken'));
    await writeFile(path.join(folder, 'file'), '');
    for (const name of ['taken', 'file/below']) {
      const file = path.join(folder, name);
      await expect(writeDocument(file, 'text')).rejects.toMatchObject({
        code: 'OUTPUT_UNWRITABLE',
        subject: file,
      });
    }
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken']);
  });
});

describe('the job summary', () => {
  test('is added to what is there', async () => {
    const file = path.join(folder, 'summary.md');
    await writeFile(file, 'earlier\n');
    expect(await writeStepSummary(file, '# report\n')).toBeUndefined();
    expect(await readFile(file, 'utf8')).toBe('earlier\n# report\n\n');
  });

  test.each([undefined, ''])('is nothing that every runner has (%j)', async (file) => {
    expect(await writeStepSummary(file, 'x')).toMatch(/no job summary/);
  });

  test('that cannot be written says why', async () => {
    expect(await writeStepSummary(folder, 'x')).toMatch(/job summary cannot be written: EISDIR/);
  });
});
