/**
 * Times how soon the built action says its first word, beside an empty script of the same Node: `node bench/startup.ts`.
 * Ends with 1 when the median difference is over the limit.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine, milliseconds, table } from './table.ts';
import { median } from './timing.ts';

/** What the action may take longer than a script that only says a word. */
const LIMIT_MS = 250;
const ROUNDS = 15;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'alphagate-startup-'));

/** Milliseconds until a script prints something. It runs without a configuration, a token or an event. */
function firstWord(script: string, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { PATH: process.env['PATH'], RUNNER_TEMP: folder, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve(performance.now() - startMs);
      child.kill();
    });
    child.once('error', reject);
    child.stdout.once('end', () => reject(new Error(`${script} has said nothing`)));
  });
}

try {
  const empty = path.join(folder, 'empty.mjs');
  writeFileSync(empty, "console.log('');\n");
  const action = path.join(root, 'dist/action/index.js');
  const inputs = { INPUT_MODEL: 's3://bucket/model.safetensors', INPUT_MODE: 'analyze' };
  const [emptyMs, actionMs]: [number[], number[]] = [[], []];
  // Side by side, so that whatever else the machine does slows both.
  for (let round = 0; round < ROUNDS; round++) {
    emptyMs.push(await firstWord(empty));
    actionMs.push(await firstWord(action, inputs));
  }
  const rows = [
    ['an empty script', emptyMs],
    ['dist/action', actionMs],
  ] as const;
  console.log(describeMachine());
  console.log(
    table(
      ['first word of', 'median ms', 'fastest ms'],
      rows.map(([name, times]) => [name, milliseconds(median(times)), milliseconds(Math.min(...times))]),
    ),
  );
  const difference = median(actionMs) - median(emptyMs);
  console.log(`difference of the medians: ${milliseconds(difference)} ms, limit ${LIMIT_MS} ms`);
  if (difference > LIMIT_MS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
