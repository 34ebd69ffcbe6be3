import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { REPOSITORY_FOLDER, realComponent } from '../real-components.ts';
import { freePort, startServerProcess } from '../server-process.ts';
import { ACCOUNT, REGION } from './template.ts';

const POLL_MS = 50;

/** Step Functions on this machine. It knows no roles, and does not stop at the tolerated share of failures. */
export interface Interpreter {
  /** Makes a state machine and runs it once; its end, however it ends. */
  run(definition: string, input: object): Promise<DescribeExecutionOutput>;
  log(): string;
  stop(): Promise<void>;
}

/**
 * @param env where S3 and Lambda are, and whose keys they want: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL_LAMBDA,
 * AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY.
 */
export async function startInterpreter(env: Readonly<Record<string, string>>): Promise<Interpreter> {
  const port = await freePort();
  const python = path.join(path.dirname(realComponent('moto_server')), '../aws-venv/bin/python');
  const script = path.join(REPOSITORY_FOLDER, 'test/support/infra/interpreter.py');
  const server = await startServerProcess(python, [script, String(port)], port, {
    env: { PATH: process.env['PATH'], ...env },
  });
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: REGION,
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  let made = 0;
  return {
    run: async (definition, input) => {
      made += 1;
      const { stateMachineArn } = await client.send(
        new CreateStateMachineCommand({
          name: `machine-${made}`,
          definition,
          roleArn: `arn:aws:iam::${ACCOUNT}:role/state-machine-role`,
        }),
      );
      const started = await client.send(
        new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
      );
      for (;;) {
        const { executionArn } = started;
        const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
        if (execution.status !== 'RUNNING') return execution;
        await sleep(POLL_MS);
      }
    },
    log: server.output,
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
