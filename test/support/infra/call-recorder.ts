import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACCOUNT, REGION } from './template.ts';

/** A call of a function as IAM sees it. */
export interface Call {
  readonly action: string;
  readonly resource: string;
}

/** Stands before servers of AWS's services, passes all on as it is, and writes down what is asked of them. */
export interface CallRecorder {
  readonly endpoint: string;
  calls(): readonly Call[];
  stop(): Promise<void>;
}

/** @param target of S3 or of the services that speak JSON. */
export async function startCallRecorder(target: string): Promise<CallRecorder> {
  const calls: Call[] = [];
  const server = createServer((message, response) => {
    const body: Buffer[] = [];
    message.on('data', (chunk: Buffer) => body.push(chunk));
    message.on('end', () => {
      const sent = Buffer.concat(body);
      const operation = message.headers['x-amz-target'];
      const call =
        operation === undefined
          ? objectCall(message.method!, new URL(message.url!, target))
          : jsonCall(String(operation), JSON.parse(sent.toString()));
      calls.push(call);
      // The host stays what the client has signed.
      const { method, headers } = message;
      const passedOn = request(new URL(message.url!, target), { method: method!, headers }, (answer) => {
        // S3 says that an object is missing only to those who may list; to others, that they may not read it.
        if (answer.statusCode === 404 && call.action.startsWith('s3:Get'))
          calls.push({ action: 's3:ListBucket', resource: call.resource.split('/')[0]! });
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      passedOn.on('error', () => response.destroy());
      passedOn.end(sent);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Which permission a request of S3 needs ("Actions, resources, and condition keys for Amazon S3"). */
function objectCall(method: string, { pathname, searchParams }: URL): Call {
  const [, bucket, ...parts] = pathname.split('/').map(decodeURIComponent);
  const key = parts.join('/');
  if (key === '') return { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
  const version = searchParams.has('versionId') ? 'Version' : '';
  const part = searchParams.has('tagging') ? 'Tagging' : '';
  const verb = method === 'PUT' ? 'Put' : 'Get';
  return { action: `s3:${verb}Object${version}${part}`, resource: `arn:aws:s3:::${bucket}/${key}` };
}

/** The resource that a call of a service names in its body. */
function jsonCall(operation: string, body: Record<string, string>): Call {
  const [service, name] = operation.split('.') as [string, string];
  if (service.startsWith('DynamoDB'))
    return {
      action: `dynamodb:${name}`,
      resource: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${body['TableName']}`,
    };
  if (service === 'secretsmanager') return { action: `secretsmanager:${name}`, resource: body['SecretId']! };
  return { action: `states:${name}`, resource: body['stateMachineArn']! };
}
