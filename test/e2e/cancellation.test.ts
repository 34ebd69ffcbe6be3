import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

/** GitHub sends SIGTERM 7.5 s after SIGINT, and SIGKILL 2.5 s later; here nothing has a reason to take so long. */
const PROMPT_MS = 2000;

const SIDE = 4000;

let folder: string;
let server: WebServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'alphagate-cancel-'));
  server = await startWebServer();
  // Answers that never come.
  server.intercept = () => {};
  const bytes = float32Bytes(new Float32Array(SIDE * SIDE).map((_, i) => Math.sin(i * i * 1e-4)));
  await writeFile(
    path.join(folder, 'large.safetensors'),
    buildSafetensors({ a: { shape: [SIDE, SIDE], bytes } }),
  );
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Door {
  start(model: string, temp: string): ChildProcess;
  readonly exitCode: number;
  readonly words: RegExp;
}

const environment = (temp: string) => ({ PATH: process.env['PATH'], HOME: folder, TMPDIR: temp });

const CLI: Door = {
  start: (model, temp) =>
    spawn(
      process.execPath,
      [`${PROJECT}dist/cli/index.js`, 'analyze', model, '--allow-private-addresses', 'true'],
      { cwd: folder, env: environment(temp) },
    ),
  exitCode: 130,
  words: /^alphagate: interrupted\n$/,
};

const ACTION: Door = {
  start: (model, temp) =>
    spawn(process.execPath, [`${PROJECT}dist/action/index.js`], {
      cwd: folder,
      env: {
        ...environment(temp),
        RUNNER_TEMP: temp,
        INPUT_MODEL: model,
        'INPUT_ALLOW-PRIVATE-ADDRESSES': 'true',
        INPUT_COMMENT: 'never',
      },
    }),
  exitCode: 1,
  words: /::error::Alphagate was cancelled/,
};

describe.each([
  ['the command line', CLI],
  ['the action', ACTION],
])('SIGTERM ends %s promptly and leaves no file', (_, door) => {
  async function cancel(model: string, isBusy: (child: ChildProcess) => Promise<unknown>): Promise<void> {
    const temp = path.join(folder, `temp-${Math.random()}`);
    await mkdir(temp);
    const child = door.start(model, temp);
    const exit = once(child, 'exit');
    const output = Promise.all([text(child.stdout!), text(child.stderr!)]);
    await Promise.race([isBusy(child), exit]);
    expect(child.exitCode).toBeNull();
    const startMs = performance.now();
    child.kill('SIGTERM');
    const [exitCode] = await exit;
    expect(performance.now() - startMs).toBeLessThan(PROMPT_MS);
    expect(exitCode).toBe(door.exitCode);
    expect((await output).join('')).toMatch(door.words);
    expect(await readdir(temp)).toEqual([]);
  }

  test('while it waits for a server', async () => {
    server.requests.length = 0;
    await cancel(`${server.origin}/model.safetensors`, async () => {
      while (server.requests.length === 0) await sleep(20);
    });
  });

  test('while its workers compute', async () => {
    // Reading takes a fraction of a second, the eigenvalues of the matrix many.
    await cancel('large.safetensors', () => sleep(2500));
  });
});
