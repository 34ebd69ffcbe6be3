import { execFile } from 'node:child_process';
import type { CliRun } from './cli.ts';

/** Runs a program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode, stdout, stderr }),
    );
  });
}
