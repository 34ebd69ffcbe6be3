import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY_FOLDER } from '../real-components.ts';

/** What a throw-away repository holds. */
export interface CheckoutContent {
  /** Files and folders of this repository that it has too, in the same place. */
  readonly copies?: readonly string[];
  /** Further files: path to text. They win over what was copied. */
  readonly files?: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/** Makes the commit's id depend on nothing but its content. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Mona',
  GIT_AUTHOR_EMAIL: 'mona@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Mona',
  GIT_COMMITTER_EMAIL: 'mona@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_NOSYSTEM: '1',
};

/**
 * Makes a Git repository with one commit on `main`, whose remote is on GitHub.
 *
 * @param home where Git looks for its configuration; an empty folder keeps the user's own out.
 * @param repository `owner/name`.
 * @returns the commit's id.
 */
export async function makeCheckout(
  folder: string,
  home: string,
  repository: string,
  { copies = [], files = {} }: CheckoutContent,
): Promise<string> {
  for (const copy of copies) {
    await cp(path.join(REPOSITORY_FOLDER, copy), path.join(folder, copy), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const env = { ...IDENTITY, HOME: home, PATH: process.env['PATH'] };
  const git = (...words: readonly string[]) => run('git', [...words], { cwd: folder, env });
  await git('init', '--quiet', '--initial-branch=main', '--template=');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Retrain the model');
  await git('remote', 'add', 'origin', `https://github.com/${repository}.git`);
  const { stdout } = await git('rev-parse', 'HEAD');
  return stdout.trim();
}
