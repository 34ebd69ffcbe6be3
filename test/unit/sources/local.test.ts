import { execFileSync } from 'node:child_process';
import { mkdir, open, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_HASHED_BYTES } from '../../../src/limits.ts';
import { readBytes } from '../../../src/sources/byte-source.ts';
import { locateLocal } from '../../../src/sources/local.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let cwd: string;

beforeAll(async () => {
  cwd = temporaryFolder();
  const files = [
    'model.safetensors',
    '-model.pt',
    'model [1] (copy).pt',
    'models/b.pt',
    'models/a.pt',
    'models/v2/c.pt',
    'models/v2/notes.txt',
    'models/v10/d.pt',
    'models/x.safetensors/part.bin',
    'models/.git/lfs/objects/e.pt',
    'models/.hidden/f.pt',
    'cache/blobs/1a2b3c',
  ];
  for (const file of files) {
    await mkdir(join(cwd, file, '..'), { recursive: true });
    await writeFile(join(cwd, file), file);
  }
  await mkdir(join(cwd, 'cache/snapshots/main'), { recursive: true });
  await symlink('../../blobs/1a2b3c', join(cwd, 'cache/snapshots/main/model.safetensors'));
  await symlink('../../blobs/9z', join(cwd, 'cache/snapshots/main/missing.safetensors'));
  await symlink('models', join(cwd, 'latest'));
  await mkdir(join(cwd, 'loops/deep'), { recursive: true });
  for (const name of ['one', 'two', 'three']) await symlink('..', join(cwd, 'loops/deep', name));
  await symlink('itself', join(cwd, 'loops/itself'));
  await mkdir(join(cwd, 'empty/also empty'), { recursive: true });
  execFileSync('mkfifo', [join(cwd, 'pipe'), join(cwd, 'loops/deep/pipe')]);
});

async function locatePaths(path: string): Promise<string[]> {
  return (await locateLocal({ kind: 'path', path }, { cwd })).files.map((file) => file.path);
}

function located(path: string) {
  return locateLocal({ kind: 'path', path }, { cwd });
}

describe('a path to a file', () => {
  test('stands for that file', async () => {
    const { reference, kind, files } = await located('models/v2/c.pt');
    expect({ reference, kind }).toEqual({ reference: 'models/v2/c.pt', kind: 'file' });
    expect(files).toMatchObject([{ name: 'models/v2/c.pt', path: 'c.pt', sizeBytes: 14 }]);
  });

  test.each(['-model.pt', 'model [1] (copy).pt', './model.safetensors', 'models/../model.safetensors'])(
    'may be written as %s',
    async (path) => {
      const { kind, files } = await located(path);
      expect(kind).toBe('file');
      expect(files).toHaveLength(1);
    },
  );

  test('may be absolute', async () => {
    const path = join(cwd, 'model.safetensors');
    expect((await located(path)).files).toMatchObject([{ name: path, path: 'model.safetensors' }]);
  });

  test('may be a link to a file elsewhere, whose siblings are those of the link', async () => {
    const [entry] = (await located('cache/snapshots/main/model.safetensors')).files;
    const source = await entry!.open();
    expect(Buffer.from(await readBytes(source, 0, source.sizeBytes)).toString()).toBe('cache/blobs/1a2b3c');
    await source.close();
    expect(await entry!.sibling('1a2b3c')).toBeUndefined();
    expect((await entry!.sibling('model.safetensors'))?.name).toBe('cache/snapshots/main/model.safetensors');
  });

  test('has no sibling that is a directory, a pipe or a link to nowhere', async () => {
    const [entry] = (await located('model.safetensors')).files;
    expect(await entry!.sibling('models')).toBeUndefined();
    expect(await entry!.sibling('pipe')).toBeUndefined();
    const [linked] = (await located('cache/snapshots/main/model.safetensors')).files;
    expect(await linked!.sibling('missing.safetensors')).toBeUndefined();
  });
});

describe('a path to a directory', () => {
  test('stands for all files below it, ordered by path, without those of git', async () => {
    const { kind, files } = await located('models');
    expect(kind).toBe('folder');
    expect(files.map((file) => file.path)).toEqual([
      '.hidden/f.pt',
      'a.pt',
      'b.pt',
      'v10/d.pt',
      'v2/c.pt',
      'v2/notes.txt',
      'x.safetensors/part.bin',
    ]);
    expect(files[1]).toMatchObject({ name: 'models/a.pt', sizeBytes: 11 });
  });

  test.each(['models/', './models', 'latest'])('may be written as %s', async (path) => {
    expect(await locatePaths(path)).toContain('v2/c.pt');
  });

  test('may be named like a file', async () => {
    const { kind, files } = await located('models/x.safetensors');
    expect(kind).toBe('folder');
    expect(files).toMatchObject([{ path: 'part.bin', name: 'models/x.safetensors/part.bin' }]);
  });

  test('follows links to files and keeps those that lead nowhere, to be complained about when read', async () => {
    const { files } = await located('cache/snapshots');
    expect(files).toMatchObject([
      { path: 'main/missing.safetensors', sizeBytes: 0 },
      { path: 'main/model.safetensors', sizeBytes: 18 },
    ]);
    await expect(files[0]!.open()).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('link to something that does not exist'),
    });
  });

  test('does not enter links to directories, so that loops end, and leaves pipes alone', async () => {
    expect(await locatePaths('loops')).toEqual(['itself']);
  });

  test('without files stands for nothing', async () => {
    await expect(located('empty')).rejects.toMatchObject({ name: 'SourceError', code: 'NOTHING_FOUND' });
  });
});

describe('a glob', () => {
  test.each([
    ['models/*.pt', ['a.pt', 'b.pt']],
    ['./models/v*/*.pt', ['v10/d.pt', 'v2/c.pt']],
    ['models/**/*.{pt,txt}', ['a.pt', 'b.pt', 'v10/d.pt', 'v2/c.pt', 'v2/notes.txt']],
    ['m?del.safetensors', ['model.safetensors']],
    ['-*.pt', ['-model.pt']],
    ['cache/snapshots/*/mod*', ['main/model.safetensors']],
    ['latest/v2/*.pt', ['c.pt']],
    ['loops/**', ['itself']],
    ['models/x.safetensors/*', ['part.bin']],
    ['models/.hidden/*', ['f.pt']],
    ['model [[]1] *', ['model [1] (copy).pt']],
  ])('%s stands for %j', async (pattern, paths) => {
    expect((await located(pattern)).kind).toBe('file');
    expect(await locatePaths(pattern)).toEqual(paths);
  });

  test('names its matches from the working directory on, or absolutely where it is absolute', async () => {
    expect((await located('models/v2/*.pt')).files).toMatchObject([{ name: 'models/v2/c.pt' }]);
    expect((await located(join(cwd, 'models/v2/*.pt'))).files).toMatchObject([
      { name: join(cwd, 'models/v2/c.pt') },
    ]);
  });

  test.each(['models/*.onnx', 'models/*', '*'])('matches files, not directories: %s', async (pattern) => {
    const paths = await locatePaths(pattern).catch((error) => error.code);
    expect(paths).not.toContain('v2');
  });

  test('that matches nothing says so', async () => {
    await expect(located('models/*.onnx')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOTHING_FOUND',
      problem: 'matches no file',
    });
    await expect(located('weights/*.onnx')).rejects.toMatchObject({
      code: 'NOTHING_FOUND',
      problem: 'matches no file, because there is no directory weights/',
    });
  });
});

describe('a path to nothing', () => {
  test.each([
    ['models/v2/C.pt', /the directory \S+\/models\/v2 holds "c.pt" and 1 more/],
    ['modles/v2/c.pt', /the directory \S+ holds "models"/],
    ['models/v3/c.pt', /the directory \S+\/models holds "v2"/],
    ['model.safetensors/c.pt', /the directory \S+ holds "model.safetensors"/],
    ['empty/also empty/c.pt', /also empty is empty/],
    ['x'.repeat(300), /the directory/],
  ])('is reported with what is there instead: %s', async (path, cure) => {
    await expect(located(path)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOT_FOUND',
      subject: path,
      problem: 'does not exist',
      cure: expect.stringMatching(cure),
    });
  });

  test.each(['cache/snapshots/main/missing.safetensors', 'loops/itself'])(
    'may be a link: %s',
    async (path) => {
      await expect(located(path)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        problem: 'is a link to something that does not exist',
      });
    },
  );

  test('is neither a file nor a directory when it is a pipe', async () => {
    await expect(located('pipe')).rejects.toMatchObject({ name: 'SourceError', code: 'NOT_A_FILE' });
  });
});

test('an aborted search ends with the reason of the abort', async () => {
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  await expect(locateLocal({ kind: 'path', path: 'models' }, { cwd, signal })).rejects.toBe(reason);
});

test('a file that became a pipe after it was found is refused, not waited for', async () => {
  const path = join(cwd, 'becomes-pipe');
  await writeFile(path, 'x');
  const [entry] = (await located('becomes-pipe')).files;
  await rm(path);
  execFileSync('mkfifo', [path]);
  await expect(entry!.open()).rejects.toMatchObject({ name: 'SourceError', code: 'NOT_A_FILE' });
});

describe('the identity of a local file', () => {
  test('is the sha256 of its bytes', async () => {
    await writeFile(join(cwd, 'abc'), 'abc');
    const source = await (await located('abc')).files[0]!.open();
    expect(await source.identity()).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    await source.close();
  });

  test('is its size and time of change where hashing would take long', async () => {
    const file = await open(join(cwd, 'huge'), 'w');
    await file.truncate(MAX_HASHED_BYTES + 1);
    await file.close();
    await utimes(join(cwd, 'huge'), 0, new Date('2026-01-02T03:04:05.500Z'));
    const source = await (await located('huge')).files[0]!.open();
    expect(await source.identity()).toBe(`size:${MAX_HASHED_BYTES + 1},mtime:2026-01-02T03:04:05.500Z`);
    expect(await readBytes(source, MAX_HASHED_BYTES, MAX_HASHED_BYTES + 1)).toEqual(new Uint8Array(1));
    await source.close();
  });

  test('is refused when the file changed since it was opened', async () => {
    await writeFile(join(cwd, 'changing'), 'before');
    const source = await (await located('changing')).files[0]!.open();
    await writeFile(join(cwd, 'changing'), 'and after');
    await expect(source.identity()).rejects.toMatchObject({ name: 'SourceError', code: 'SOURCE_CHANGED' });
    await source.close();
  });
});

test('a file that was closed gives an error of ours', async () => {
  const source = await (await located('model.safetensors')).files[0]!.open();
  await source.close();
  await expect(readBytes(source, 0, 1)).rejects.toMatchObject({ name: 'SourceError', code: 'READ_FAILED' });
});
