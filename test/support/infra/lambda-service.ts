import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A function behind the service: an answer, or what a runtime says of an error. */
export type Invoke = (event: unknown) => Promise<unknown>;

/** Lambda's Invoke, for whatever functions there are. */
export interface LambdaService {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * @param functions by the names that tasks call them by, which may also be ends of ARNs.
 */
export async function startLambdaService(
  functions: Readonly<Record<string, Invoke>>,
): Promise<LambdaService> {
  const server = createServer((request, response) => {
    answer(request, response, functions).catch((error: unknown) => {
      response.writeHead(500, { 'x-amzn-errortype': 'ServiceException' });
      response.end(JSON.stringify({ message: String(error) }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  functions: Readonly<Record<string, Invoke>>,
): Promise<void> {
  const [, encoded] = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(request.url ?? '') ?? [];
  const name = decodeURIComponent(encoded ?? '')
    .split(':')
    .at(-1)!;
  const invoke = functions[name];
  if (!invoke) {
    response.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' });
    response.end(JSON.stringify({ message: `Function not found: ${name}` }));
    return;
  }
  const result = await invoke(await json(request));
  const failed = typeof result === 'object' && result !== null && 'errorType' in result;
  response.writeHead(200, failed ? { 'x-amz-function-error': 'Unhandled' } : {});
  response.end(JSON.stringify(result));
}
