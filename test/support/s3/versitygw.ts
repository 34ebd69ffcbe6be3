import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { realComponent } from '../real-components.ts';
import { freePort, takesConnections } from '../server-process.ts';
import { connect, type S3Server } from './s3-server.ts';

/** Somebody else may take the free port before the server does. */
const START_ATTEMPTS = 3;
const START_TIMEOUT_MS = 15_000;
const POLL_MS = 10;

const CREDENTIALS = { accessKeyId: 'models-reader', secretAccessKey: 'secret-of-the-models-reader' };

/** Starts versitygw, an S3 server that checks signatures, conditions, ranges and versions, on an empty folder. */
export async function startVersityGw(): Promise<S3Server> {
  const program = realComponent('versitygw');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'alphagate-s3-'));
  try {
    const { server, port } = await launch(program, folder);
    const access = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', ...CREDENTIALS };
    return connect(access, async () => {
      await end(server);
      await remove(folder);
    });
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

interface Launched {
  readonly server: ChildProcess;
  readonly port: number;
}

async function launch(program: string, folder: string): Promise<Launched> {
  const objects = path.join(folder, 'objects');
  const versions = path.join(folder, 'versions');
  await Promise.all([mkdir(objects), mkdir(versions)]);
  const failures: string[] = [];
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const server = spawn(
      program,
      ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--versioning-dir', versions, objects],
      {
        env: { ROOT_ACCESS_KEY: CREDENTIALS.accessKeyId, ROOT_SECRET_KEY: CREDENTIALS.secretAccessKey },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const complaint = text(server.stderr);
    if (await isReady(server, port)) return { server, port };
    await end(server);
    failures.push(await complaint);
  }
  throw new Error(`versitygw did not start:\n${failures.join('\n')}`);
}

/** Waits until the server takes connections; false when it ends first, or takes too long. */
async function isReady(server: ChildProcess, port: number): Promise<boolean> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (isRunning(server) && performance.now() < deadline) {
    if (await takesConnections(port)) return isRunning(server);
    await sleep(POLL_MS);
  }
  return false;
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
