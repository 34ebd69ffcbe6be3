import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from './cli.ts';

export interface ActionStep {
  readonly inputs: Readonly<Record<string, string>>;
  /** The event's name, and the payload that GitHub sends with it. */
  readonly event: { readonly name: string; readonly payload: object };
  /** `GITHUB_API_URL`. */
  readonly apiUrl?: string;
  /** The working directory, which is the workspace [the project]. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly exitCode: number | null;
  /** What the step printed, workflow commands and all. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The text of the files that the outputs name. */
  readonly files: Readonly<Record<string, string>>;
  readonly milliseconds: number;
  /** What it left in the runner's folder for temporary files. */
  readonly leftovers: readonly string[];
}

/** Runs the built action as a runner does, in a process of its own. Nothing of this machine's environment reaches it. */
export async function runActionStep({
  inputs,
  event,
  apiUrl,
  workspace = PROJECT,
  env = {},
}: ActionStep): Promise<StepResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-step-'));
  const temporary = path.join(folder, 'temporary');
  await mkdir(temporary);
  const [eventFile, outputFile, summaryFile] = ['event.json', 'output', 'summary.md'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  try {
    await writeFile(eventFile, JSON.stringify(event.payload));
    await writeFile(outputFile, '');
    const startMs = performance.now();
    const child = spawn(process.execPath, [path.join(PROJECT, 'dist/action/index.js')], {
      cwd: workspace,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        RUNNER_TEMP: temporary,
        TMPDIR: temporary,
        AWS_EC2_METADATA_DISABLED: 'true',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: summaryFile,
        GITHUB_REPOSITORY: 'acme/repo',
        GITHUB_WORKFLOW: 'gate',
        GITHUB_JOB: 'check',
        GITHUB_RUN_ID: '100',
        GITHUB_RUN_ATTEMPT: '1',
        ...(apiUrl !== undefined && { GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: `${apiUrl}/graphql` }),
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        log += text;
      });
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    const milliseconds = performance.now() - startMs;
    const outputs = parseOutputs(await readFile(outputFile, 'utf8'));
    const files: Record<string, string> = {};
    for (const [name, file] of Object.entries(outputs))
      if (name.startsWith('report-') && file !== '') files[name] = await readFile(file, 'utf8');
    const summary = await readFile(summaryFile, 'utf8').catch(() => '');
    const leftovers = await readdir(temporary, { recursive: true });
    return { exitCode, log, outputs, summary, files, milliseconds, leftovers };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Outputs as `@actions/core` writes them: each between two lines with a delimiter of its own. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm))
    outputs[name!] = value!;
  return outputs;
}
