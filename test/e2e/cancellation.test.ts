import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { slowModel } from '../support/slow-model.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

/** GitHub sends SIGTERM 7.5 s after SIGINT, and SIGKILL 2.5 s later; here nothing has a reason to take so long. */
const PROMPT_MS = 5000;

/** Longer than a request for a header, and shorter than one for a layer. */
const LAYER_BYTES = 1_000_000;

let folder: string;
let server: WebServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'alphagate-cancel-'));
  server = await startWebServer();
  server.files.set('/model.safetensors', slowModel());
});

beforeEach(() => {
  server.requests.length = 0;
  server.intercept = undefined;
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Door {
  start(model: string, env: NodeJS.ProcessEnv): ChildProcess;
  readonly signal: 'SIGINT' | 'SIGTERM';
  readonly exitCode: number;
  readonly words: RegExp;
}

const CLI: Omit<Door, 'signal'> = {
  start: (model, env) => {
    const options = ['--engine', 'reference', '--allow-private-addresses', 'true'];
    return spawn(process.execPath, [`${PROJECT}dist/cli/index.js`, 'analyze', model, ...options], {
      cwd: folder,
      env,
    });
  },
  exitCode: 130,
  words: /^alphagate: interrupted\n$/,
};

const ACTION: Door = {
  start: (model, env) =>
    spawn(process.execPath, [`${PROJECT}dist/action/index.js`], {
      cwd: folder,
      env: {
        ...env,
        INPUT_MODEL: model,
        INPUT_ENGINE: 'reference',
        'INPUT_ALLOW-PRIVATE-ADDRESSES': 'true',
        INPUT_COMMENT: 'never',
      },
    }),
  signal: 'SIGTERM',
  exitCode: 1,
  words: /::error::Alphagate was cancelled/,
};

describe.each<[string, Door]>([
  ['SIGTERM ends the command line', { ...CLI, signal: 'SIGTERM' }],
  ['SIGINT ends the command line', { ...CLI, signal: 'SIGINT' }],
  ['SIGTERM ends the action', ACTION],
])('%s promptly, without an output or a file', (_, door) => {
  async function cancel(isBusy: () => boolean): Promise<void> {
    const temp = await mkdtemp(path.join(folder, 'temp-'));
    const outputs = path.join(folder, 'outputs');
    await writeFile(outputs, '');
    const child = door.start(`${server.origin}/model.safetensors`, {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: temp,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: outputs,
    });
    const exit = once(child, 'exit');
    const output = Promise.all([text(child.stdout!), text(child.stderr!)]);
    while (!isBusy() && child.exitCode === null) await sleep(20);
    expect(child.exitCode).toBeNull();
    const startMs = performance.now();
    child.kill(door.signal);
    const [exitCode] = await exit;
    expect(performance.now() - startMs).toBeLessThan(PROMPT_MS);
    expect((await output).join('')).toMatch(door.words);
    expect(exitCode).toBe(door.exitCode);
    expect(await readFile(outputs, 'utf8')).toBe('');
    expect(await readdir(temp)).toEqual([]);
  }

  test('while it waits for a server', async () => {
    server.intercept = () => {};
    await cancel(() => server.requests.length > 0);
  });

  test('while its workers compute', async () => {
    let computingFromMs = Infinity;
    server.intercept = ({ headers }, response, answer) => {
      const [from, to] = (/\d+-\d+/.exec(headers.range ?? '')?.[0] ?? '0-0').split('-').map(Number);
      // Half a second after a layer has arrived, a worker has it, and has most of a minute's work before it.
      if (to! - from! > LAYER_BYTES)
        response.once('finish', () => (computingFromMs = performance.now() + 500));
      answer();
    };
    await cancel(() => performance.now() > computingFromMs);
  });
});
