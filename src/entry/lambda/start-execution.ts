import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { RunInput } from './run-input.ts';

let client: SFNClient | undefined;

/**
 * Starts the state machine for a run, which has one execution at most: whoever comes second finds it there.
 *
 * @returns the execution's name.
 */
export async function startExecution(stateMachineArn: string, input: RunInput): Promise<string> {
  client ??= new SFNClient();
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name: input.run, input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
  return input.run;
}
