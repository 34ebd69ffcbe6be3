import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Between looks at the memory of a child. The kernel keeps the maximum, so that only the last rise can be missed. */
const POLL_MS = 10;

export interface ChildResult {
  readonly milliseconds: number;
  /** The most memory that it had in use at once, where the system tells (Linux). */
  readonly peakBytes: number | undefined;
  readonly exitCode: number | null;
  readonly stdout: string;
}

function peakBytesOf(pid: number): number | undefined {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch {
    return undefined;
  }
}

/** Runs a program from a cold start to its end. */
export async function runChild(program: string, args: readonly string[]): Promise<ChildResult> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let peakBytes: number | undefined;
  const poll = setInterval(() => {
    peakBytes = peakBytesOf(child.pid!) ?? peakBytes;
  }, POLL_MS);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject);
  });
  clearInterval(poll);
  return { milliseconds: performance.now() - start, peakBytes, exitCode, stdout };
}
