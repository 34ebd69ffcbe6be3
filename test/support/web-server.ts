import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface WebRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** @param answer lets the server answer as it would have. */
export type WebInterceptor = (request: WebRequest, response: ServerResponse, answer: () => void) => void;

export interface WebServerOptions {
  readonly isTls?: boolean;
  /** What contents are told apart by [`etag`]. */
  readonly validator?: 'etag' | 'weak-etag' | 'last-modified' | 'none';
  /** Whether ranges are honoured [true]. */
  readonly hasRanges?: boolean;
}

/** A server of static files, as nginx is one: ranges, conditions, ETags. */
export interface WebServer {
  /** Such as `http://127.0.0.1:4242`. */
  readonly origin: string;
  /** By their path, with its leading slash. */
  readonly files: Map<string, Uint8Array>;
  /** In order. */
  readonly requests: WebRequest[];
  intercept: WebInterceptor | undefined;
  stop(): Promise<void>;
}

/** What NODE_EXTRA_CA_CERTS has to name for clients of a server with TLS. */
export const CERTIFICATE = fileURLToPath(new URL('../fixtures/tls/certificate.pem', import.meta.url));

const KEY = fileURLToPath(new URL('../fixtures/tls/key.pem', import.meta.url));

export async function startWebServer(options: WebServerOptions = {}): Promise<WebServer> {
  const files = new Map<string, Uint8Array>();
  const requests: WebRequest[] = [];
  /** When each content was put there; in whole seconds, as HTTP has them, and never twice the same. */
  const dates = new WeakMap<Uint8Array, string>();
  let now = Date.parse('2026-01-01T00:00:00Z');
  const dateOf = (bytes: Uint8Array): string => {
    const known = dates.get(bytes);
    if (known !== undefined) return known;
    now += 1000;
    const date = new Date(now).toUTCString();
    dates.set(bytes, date);
    return date;
  };

  function validatorHeaders(bytes: Uint8Array): Record<string, string> {
    const hash = () => `"${createHash('md5').update(bytes).digest('hex')}"`;
    switch (options.validator ?? 'etag') {
      case 'etag':
        return { etag: hash() };
      case 'weak-etag':
        return { etag: `W/${hash()}` };
      case 'last-modified':
        return { 'last-modified': dateOf(bytes) };
      case 'none':
        return {};
    }
  }

  function answer({ path, headers }: WebRequest, response: ServerResponse): void {
    const bytes = files.get(path);
    if (bytes === undefined) {
      response.writeHead(404).end('nothing here');
      return;
    }
    const validator = validatorHeaders(bytes);
    const condition = headers['if-range'] as string | undefined;
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
    const holds =
      condition === undefined ||
      (!condition.startsWith('W/') && Object.values(validator).includes(condition));
    if (range === null || options.hasRanges === false || !holds) {
      response.writeHead(200, { ...validator, 'content-length': bytes.length }).end(bytes);
      return;
    }
    const start = Number(range[1]);
    const end = Math.min(Number(range[2]) + 1, bytes.length);
    if (start >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      return;
    }
    const contentRange = `bytes ${start}-${end - 1}/${bytes.length}`;
    response.writeHead(206, { ...validator, 'content-range': contentRange, 'content-length': end - start });
    response.end(bytes.subarray(start, end));
  }

  const listener = (message: IncomingMessage, response: ServerResponse) => {
    const url = new URL(message.url ?? '/', 'http://web-server');
    const request = {
      method: message.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: message.headers,
    };
    requests.push(request);
    if (server.intercept === undefined) answer(request, response);
    else server.intercept(request, response, () => answer(request, response));
  };
  const { isTls = false } = options;
  const listening = isTls
    ? createTlsServer({ key: await readFile(KEY), cert: await readFile(CERTIFICATE) }, listener)
    : createServer(listener);
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const server: WebServer = {
    origin: `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`,
    files,
    requests,
    intercept: undefined,
    async stop() {
      listening.close();
      listening.closeAllConnections();
      await once(listening, 'close');
    },
  };
  return server;
}
