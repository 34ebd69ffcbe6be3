/**
 * Times how soon the packaged artifact function is in its handler, in AWS's own runtime client, beside a function that
 * does nothing: `node bench/lambda-start.ts`, after `npm run build` and scripts/install-real-components.sh. Ends with 1
 * when the fastest is over the limit: what else the machine does only adds to a time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../test/support/cli.ts';
import { realComponent } from '../test/support/real-components.ts';
import { describeMachine, milliseconds, table } from './table.ts';
import { median } from './timing.ts';

/** From the start of the process to the answer of an invocation that has nothing to do. */
const LIMIT_MS = 400;
const ROUNDS = 11;

const folder = mkdtempSync(path.join(tmpdir(), 'alphagate-lambda-'));

/** Lambda's Runtime API for one invocation, of an empty batch; resolves when the function has answered. */
function runtimeApi(): { readonly server: Server; readonly answered: Promise<void> } {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let invoked = false;
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/invocation/next')) {
      // There is no second one: the function waits until it is ended.
      if (invoked) return;
      invoked = true;
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Lambda-Runtime-Aws-Request-Id': '8476a536-e9f4-11e8-9739-2dfe598c3fcd',
        'Lambda-Runtime-Deadline-Ms': String(Date.now() + 60_000),
        'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:000000000000:function:artifact',
      });
      response.end('{"Records":[]}');
      return;
    }
    request.resume();
    response.writeHead(202).end();
    if (request.url?.endsWith('/response')) resolve();
    else reject(new Error(`the function said ${request.url}`));
  });
  return { server, answered: promise };
}

async function untilAnswer(root: string, handler: string): Promise<number> {
  const { server, answered } = runtimeApi();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  let child: ChildProcess | undefined;
  try {
    const startMs = performance.now();
    child = spawn(process.execPath, [realComponent('aws-lambda-ric')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
        LAMBDA_TASK_ROOT: root,
        _HANDLER: handler,
        AWS_LAMBDA_FUNCTION_NAME: 'artifact',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '3008',
        AWS_LAMBDA_LOG_GROUP_NAME: 'group',
        AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
        AWS_REGION: 'us-east-1',
        ALPHAGATE_REPOSITORIES: 'acme/repo',
        ALPHAGATE_REPORT_BUCKET: 'reports',
        ALPHAGATE_GITHUB_SECRET_ARN: 'secret',
        ALPHAGATE_IDEMPOTENCY_TABLE: 'runs',
      },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the function ended with code ${code}`);
    });
    await Promise.race([answered, ended]);
    return performance.now() - startMs;
  } finally {
    child?.kill('SIGKILL');
    server.closeAllConnections();
    server.close();
  }
}

try {
  writeFileSync(
    path.join(folder, 'empty.mjs'),
    'export const handler = async () => ({ batchItemFailures: [] });\n',
  );
  const [emptyMs, artifactMs]: [number[], number[]] = [[], []];
  // Side by side, so that whatever else the machine does slows both.
  for (let round = 0; round < ROUNDS; round++) {
    emptyMs.push(await untilAnswer(folder, 'empty.handler'));
    artifactMs.push(await untilAnswer(path.join(PROJECT, 'dist'), 'lambda/index.artifact'));
  }
  const rows = [
    ['a function that does nothing', emptyMs],
    ['dist/lambda, artifact', artifactMs],
  ] as const;
  console.log(describeMachine());
  console.log(
    table(
      ['from start to first answer', 'median ms', 'fastest ms'],
      rows.map(([name, times]) => [name, milliseconds(median(times)), milliseconds(Math.min(...times))]),
    ),
  );
  console.log(`fastest: ${milliseconds(Math.min(...artifactMs))} ms, limit ${LIMIT_MS} ms`);
  if (Math.min(...artifactMs) > LIMIT_MS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
