import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What goes wrong with an answer. Bytes are those of its body that still arrive. */
export type Fault =
  /** The connection breaks. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** Nothing more comes, and the connection stays. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** A byte now and then, so that the connection is never silent and never done. */
  | { readonly kind: 'trickle'; readonly everyMs: number }
  /** Nothing comes at all. */
  | { readonly kind: 'silence' }
  /** The body ends early, as if that were all of it. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The header says fewer bytes than the body has. */
  | { readonly kind: 'understate'; readonly bytes: number }
  /** The header says more bytes than the body has, and the connection closes after it. */
  | { readonly kind: 'overstate' }
  /** A header is another one. */
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  /** An answer of another kind stands in its place. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

/** Stands before a server, and spoils its answers on demand. */
export interface FaultProxy {
  readonly origin: string;
  /** Spoils the next answers, of those that bring a part of a file [a range of more than one byte], or to all requests. */
  spoil(fault: Fault, times?: number, of?: 'parts' | 'all'): void;
  /** How many answers have been spoilt. */
  spoilt(): number;
  stop(): Promise<void>;
}

/** @param redirects where redirects of the server lead instead: from one origin to another. */
export async function startFaultProxy(
  target: string,
  redirects: Readonly<Record<string, string>> = {},
): Promise<FaultProxy> {
  let plan: { fault: Fault; times: number; of: 'parts' | 'all' } | undefined;
  let spoilt = 0;
  const sockets = new Set<Socket>();

  const server = createServer((message, response) => {
    handle(message, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const isMeant = plan !== undefined && plan.times > 0 && (plan.of === 'all' || isForPart(message));
    const fault = isMeant ? plan?.fault : undefined;
    if (plan !== undefined && fault !== undefined) {
      plan.times -= 1;
      spoilt += 1;
    }
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'answer') {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    const answer = await forward(message);
    const body = await buffer(answer);
    const headers = { ...answer.headers };
    for (const [from, to] of Object.entries(redirects))
      if (headers.location?.startsWith(from)) headers.location = headers.location.replace(from, to);
    send(response, answer.statusCode ?? 502, headers, body, fault);
  }

  async function forward(message: IncomingMessage): Promise<IncomingMessage> {
    const onward = request(`${target}${message.url}`, { method: message.method, headers: message.headers });
    message.pipe(onward);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return answer;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil(fault, times = Infinity, of = 'parts') {
      plan = { fault, times, of };
      spoilt = 0;
    },
    spoilt: () => spoilt,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function isForPart({ method, headers }: IncomingMessage): boolean {
  const [, start, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  return method === 'GET' && start !== last;
}

function send(
  response: ServerResponse,
  status: number,
  headers: IncomingMessage['headers'],
  body: Buffer,
  fault: Fault | undefined,
): void {
  switch (fault?.kind) {
    case 'reset':
      response.writeHead(status, headers);
      response.write(body.subarray(0, fault.afterBytes), () => setTimeout(() => response.destroy(), 20));
      return;
    case 'stall':
      response.writeHead(status, headers);
      response.write(body.subarray(0, fault.afterBytes));
      return;
    case 'trickle':
      response.writeHead(status, headers);
      trickle(response, body, fault.everyMs);
      return;
    case 'cut': {
      const { 'content-length': _, ...rest } = headers;
      response.writeHead(status, rest).end(body.subarray(0, fault.afterBytes));
      return;
    }
    case 'understate':
      response.socket?.end(rawAnswer(status, { ...headers, 'content-length': String(fault.bytes) }, body));
      return;
    case 'overstate':
      response.socket?.end(
        rawAnswer(status, { ...headers, 'content-length': String(body.length + 1000) }, body),
      );
      return;
    case 'header':
      response.writeHead(status, { ...headers, [fault.name]: fault.value }).end(body);
      return;
    default:
      response.writeHead(status, headers).end(body);
  }
}

/** Sends a body byte for byte. */
export function trickle(response: ServerResponse, body: Uint8Array, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) response.write(body.subarray(sent, ++sent));
    else response.end();
  }, everyMs);
  response.on('close', () => clearInterval(timer));
}

/** Node itself refuses to send a length that is wrong. */
function rawAnswer(status: number, headers: IncomingMessage['headers'], body: Buffer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Spoilt\r\n${lines.join('')}\r\n`), body]);
}
