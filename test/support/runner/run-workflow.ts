import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { REPOSITORY_FOLDER, realComponent } from '../real-components.ts';
import { parseActLog, type WorkflowLog } from './act-log.ts';
import { type CheckoutContent, makeCheckout } from './checkout.ts';
import type { WorkflowEvent } from './events.ts';

export interface WorkflowRun extends CheckoutContent {
  /** The workflow's file, by its path in the repository. Its first step has to be `actions/checkout`. */
  readonly workflow: string;
  /** Makes the event that triggers the run, of the id of the commit that it runs on. */
  readonly event: (commit: string) => WorkflowEvent;
  /** `owner/name`. */
  readonly repository?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** What every step finds in its environment, such as GITHUB_API_URL. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface WorkflowResult extends WorkflowLog {
  /** 0 when every job succeeded, 1 otherwise. */
  readonly exitCode: number | null;
}

/** Shorter than a test's own limit, so that a run that hangs is ended and cleaned up. */
const TIMEOUT_MS = 50_000;

/** Runs a workflow of a throw-away repository with act, on this machine, with Node 24. Nothing of it stays behind. */
export async function runWorkflow(options: WorkflowRun): Promise<WorkflowResult> {
  const program = realComponent('act');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'alphagate-run-'));
  try {
    const { repository = 'acme/repo' } = options;
    const checkout = path.join(folder, 'checkout');
    const home = path.join(folder, 'home');
    await Promise.all([mkdir(checkout), mkdir(home)]);
    const commit = await makeCheckout(checkout, home, repository, options);
    const event = options.event(commit);
    // act reads YAML, and JSON is YAML: no value needs quoting, and none is on a command line.
    const asFile = async (name: string, value: object): Promise<string> => {
      const file = path.join(folder, name);
      await writeFile(file, JSON.stringify(value));
      return file;
    };
    const words = [
      event.name,
      ...['--workflows', options.workflow],
      ...['--eventpath', await asFile('event.json', event.payload)],
      ...['--secret-file', await asFile('secrets.yml', options.secrets ?? {})],
      ...['--var-file', await asFile('variables.yml', options.variables ?? {})],
      ...['--env-file', await asFile('env.yml', options.env ?? {})],
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      '--no-cache-server',
      '--json',
    ];
    return await runAct(program, words, checkout, home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAct(
  program: string,
  words: readonly string[],
  cwd: string,
  home: string,
): Promise<WorkflowResult> {
  const act = spawn(program, words, {
    cwd,
    env: environment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a run that hangs ends with everything it started.
    detached: true,
  });
  const exit = once(act, 'exit');
  const timer = setTimeout(() => act.pid !== undefined && process.kill(-act.pid, 'SIGKILL'), TIMEOUT_MS);
  try {
    const [output, errors] = await Promise.all([text(act.stdout), text(act.stderr), exit]);
    const log = parseActLog(output);
    return { ...log, transcript: `${log.transcript}\n${errors}`, exitCode: act.exitCode };
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing of this machine but the programs on its path, where Node 24 comes first. */
function environment(home: string): NodeJS.ProcessEnv {
  const node = path.join(REPOSITORY_FOLDER, 'node_modules/node/bin');
  return {
    PATH: `${node}:${process.env['PATH']}`,
    HOME: home,
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    TMPDIR: path.join(home, '..'),
  };
}
