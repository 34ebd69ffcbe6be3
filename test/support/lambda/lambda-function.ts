import path from 'node:path';
import { PROJECT } from '../cli.ts';
import { realComponent } from '../real-components.ts';
import { freePort, startServerProcess } from '../server-process.ts';

export type Handler = 'artifact' | 'plan' | 'analyze' | 'report';

/** The packaged function in AWS's own runtime client, behind AWS's emulator of the service. */
export interface LambdaFunction {
  /** One invocation at a time, as in an execution environment of Lambda. */
  invoke(event: unknown): Promise<unknown>;
  /** What the function has written to its log. */
  log(): string;
  stop(): Promise<void>;
}

export interface FunctionOptions {
  readonly env: Readonly<Record<string, string>>;
  /** [60] */
  readonly timeoutSeconds?: number;
}

/** Starts one execution environment of a function. `dist` is the root of its package, as it is when deployed. */
export async function startFunction(
  handler: Handler,
  { env, timeoutSeconds = 60 }: FunctionOptions,
): Promise<LambdaFunction> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const root = path.join(PROJECT, 'dist');
  const server = await startServerProcess(
    realComponent('aws-lambda-rie'),
    [
      ...['--runtime-interface-emulator-address', `127.0.0.1:${port}`],
      ...['--runtime-api-address', `127.0.0.1:${apiPort}`],
      ...[process.execPath, realComponent('aws-lambda-ric'), `lambda/index.${handler}`],
    ],
    port,
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        AWS_REGION: 'us-east-1',
        AWS_EC2_METADATA_DISABLED: 'true',
        LAMBDA_TASK_ROOT: root,
        AWS_LAMBDA_FUNCTION_NAME: handler,
        AWS_LAMBDA_FUNCTION_TIMEOUT: String(timeoutSeconds),
        AWS_LAMBDA_LOG_GROUP_NAME: 'group',
        AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
        ...env,
      },
    },
  );
  return {
    invoke: async (event) => {
      const url = `http://127.0.0.1:${port}/2015-03-31/functions/function/invocations`;
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(event) });
      const text = await response.text();
      try {
        return JSON.parse(text);
      } catch {
        throw new Error(`the function answered ${text}\n${server.output()}`);
      }
    },
    log: server.output,
    stop: server.stop,
  };
}
