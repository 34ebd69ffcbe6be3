import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realComponent } from '../real-components.ts';
import { freePort, startServerProcess } from '../server-process.ts';

/** Services of AWS on this machine. */
export interface Ministack {
  readonly endpoint: string;
  log(): string;
  stop(): Promise<void>;
}

export async function startMinistack(): Promise<Ministack> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-ministack-'));
  const port = await freePort();
  const server = await startServerProcess(realComponent('ministack'), [], port, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, GATEWAY_PORT: String(port) },
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    log: server.output,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
