import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy as HTTPS_PROXY and HTTP_PROXY name one. */
export interface ForwardProxy {
  /** Such as `http://user:password@127.0.0.1:3128`. */
  readonly url: string;
  /** What it was asked for, such as `CONNECT models.test:443` or `GET http://127.0.0.1:9000/a`. */
  readonly requests: string[];
  stop(): Promise<void>;
}

export interface ForwardProxyOptions {
  /** Where names lead, as the proxy resolves them: `models.test:443` to a port of 127.0.0.1. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** `user:password`, without which nobody gets through. */
  readonly login?: string;
}

export async function startForwardProxy({
  hosts = {},
  login,
}: ForwardProxyOptions = {}): Promise<ForwardProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket | Duplex>();
  const keep = (socket: Socket | Duplex) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const place = (host: string): { host: string; port: number } => {
    const { hostname, port } = new URL(`http://${host}`);
    const local = hosts[host];
    return local === undefined
      ? { host: hostname, port: Number(port || 80) }
      : { host: '127.0.0.1', port: local };
  };
  const isWelcome = ({ headers }: IncomingMessage) =>
    login === undefined ||
    headers['proxy-authorization'] === `Basic ${Buffer.from(login).toString('base64')}`;

  const server = createServer((message, response) => {
    requests.push(`${message.method} ${message.url}`);
    if (!isWelcome(message)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
      return;
    }
    const url = new URL(message.url ?? '');
    const onward = request(
      {
        ...place(url.host),
        method: message.method,
        path: url.pathname + url.search,
        headers: message.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    message.pipe(onward);
  });
  server.on('connection', keep);
  server.on('connect', (message: IncomingMessage, client: Duplex) => {
    requests.push(`CONNECT ${message.url}`);
    if (!isWelcome(message)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n');
      return;
    }
    const target = connect(place(message.url ?? ''), () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(target);
      target.pipe(client);
    });
    keep(client);
    keep(target);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${login === undefined ? '' : `${login}@`}127.0.0.1:${port}`,
    requests,
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
