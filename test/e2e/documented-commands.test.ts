import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { startS3 } from '../support/s3/fauxqs.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Exit codes of a run that did what was asked: green or red. */
const DONE: readonly (number | null)[] = [0, 1];

/** Every line that documents show as one to type, by the document. */
async function shownCommands(): Promise<[string, string][]> {
  const documents = ['README.md', ...(await readdir(`${PROJECT}docs`)).map((name) => `docs/${name}`)];
  const commands: [string, string][] = [];
  for (const document of documents.filter((name) => name.endsWith('.md'))) {
    const text = await readFile(`${PROJECT}${document}`, 'utf8');
    for (const [, block] of text.matchAll(/^```console\n([\s\S]*?)^```$/gm))
      for (const line of block!.trim().split('\n')) commands.push([document, line]);
  }
  return commands;
}

const commands = await shownCommands();
const ours = commands.filter(([, command]) => command.startsWith('node dist/cli/index.js'));
const others = commands.filter((command) => !ours.includes(command));

describe('what documents show is what works', () => {
  let s3: S3Server;
  const folder = temporaryFolder();

  beforeAll(async () => {
    const [sound, sick] = ['healthy', 'overtrained'].map(
      (name) => `${PROJECT}examples/demo/mlp3-${name}.safetensors`,
    ) as [string, string];
    s3 = await startS3();
    await s3.put('my-models', 'candidate/model.safetensors', await readFile(sound));

    // A clone, with the models that the documents speak of. Content decides how a file is read, not its name.
    await mkdir(path.join(folder, 'checkpoints'));
    for (const name of ['dist', 'examples', 'templates'])
      await symlink(`${PROJECT}${name}`, path.join(folder, name));
    for (const name of ['model.safetensors', 'model.pt', 'old.pt', 'base.pt', 'checkpoints/epoch-1.pt'])
      await copyFile(sound, path.join(folder, name));
    for (const name of ['new.pt', 'tuned.pt', 'checkpoints/epoch-2.pt'])
      await copyFile(sick, path.join(folder, name));
  });
  afterAll(async () => {
    await s3.stop();
  });

  test.each(ours)('%s: %s', async (_, command) => {
    const child = spawn('/bin/sh', ['-c', command], {
      cwd: folder,
      env: {
        PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`,
        AWS_ACCESS_KEY_ID: s3.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
        AWS_REGION: s3.region,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect([exitCode, stderr]).toEqual([DONE.includes(exitCode) ? exitCode : DONE, stderr]);
  });

  test('there are such commands, and the others are scripts of this package', async () => {
    expect(ours.length).toBeGreaterThan(8);
    const { scripts } = JSON.parse(await readFile(`${PROJECT}package.json`, 'utf8'));
    for (const [document, command] of others)
      for (const part of command
        .replace(/#.*/, '')
        .split('&&')
        .map((one) => one.trim())) {
        const script = /^npm run (\S+)/.exec(part)?.[1] ?? (part === 'npm test' ? 'test' : undefined);
        expect([document, part, part === 'npm ci' || script! in scripts]).toEqual([document, part, true]);
      }
  });
});
