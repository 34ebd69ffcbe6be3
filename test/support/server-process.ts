import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectSocket, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const START_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/** A program that listens on a port of this machine. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it has printed so far, on either stream. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts a program and waits until it takes connections on a port.
 *
 * @throws Error with what it printed when it ends before that, or takes too long.
 */
export async function startServerProcess(
  program: string,
  args: readonly string[],
  port: number,
  options: SpawnOptions,
): Promise<ServerProcess> {
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const stop = async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    // Lambda's emulator gives the runtime a group of its own, and without it the runtime would still end its work.
    const descendants = descendantsOf(child.pid);
    kill(-child.pid);
    for (const pid of descendants) kill(pid);
    await exited;
  };
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    if (await takesConnections(port)) return { child, output: () => printed, stop };
    await sleep(POLL_MS);
  }
  await stop();
  throw new Error(`${program} did not start:\n${printed}`);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Those that a process has started, and those that they have. */
function descendantsOf(pid: number): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const of = (parent: number): number[] =>
    processes.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...of(child)]);
  return of(pid);
}

export function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectSocket(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
