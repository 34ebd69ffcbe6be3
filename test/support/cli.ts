import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run on [this one]. */
  readonly node?: string;
}

/** Runs the built command line as a user does. Nothing of this machine's AWS configuration reaches it. */
export function runCli(
  args: readonly string[],
  { cwd = PROJECT, env = {}, node = process.execPath }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(node, [`${PROJECT}dist/cli/index.js`, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, AWS_EC2_METADATA_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/**
 * The report that the built command line prints of a model; its alphas are not assessed. A verdict is no failure.
 *
 * @throws Error with what it printed when it could not analyse the model.
 */
export async function reportByCli(model: string, options: readonly string[]): Promise<Report> {
  const command = ['analyze', model, '--trust', 'off', '--format', 'json', ...options];
  const { exitCode, stdout, stderr } = await runCli(command);
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`exit code ${exitCode}: ${stderr}`);
  return parseReport(stdout);
}
