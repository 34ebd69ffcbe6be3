import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the stand-in was asked, as a line such as `GET /models/a.pt bytes=0-9`. */
export interface StandInRequest {
  readonly line: string;
  readonly method: string;
  /** Of requests for objects. */
  readonly key: string;
  readonly headers: IncomingMessage['headers'];
  readonly query: URLSearchParams;
}

/**
 * Answers a request in the stand-in's place.
 *
 * @param answer lets the stand-in answer as it would have.
 */
export type Interceptor = (request: StandInRequest, response: ServerResponse, answer: () => void) => void;

/** As much of S3 as reading models and keeping a history take, in memory, with a door for everything that can go wrong. */
export interface S3StandIn {
  readonly endpoint: string;
  /** One bucket's objects by key. */
  readonly objects: Map<string, Uint8Array>;
  /** Every request since the last `reset`, in order. */
  readonly requests: StandInRequest[];
  /** Keys on one page of a listing. */
  keysPerPage: number;
  intercept: Interceptor | undefined;
  /** Forgets objects, requests and interceptor. */
  reset(): void;
  stop(): Promise<void>;
}

const BUCKET = 'models';

export async function startStandIn(): Promise<S3StandIn> {
  const server = createServer((message, response) => {
    const request = parse(message);
    standIn.requests.push(request);
    const answer = () =>
      answerAsS3(standIn, request, response, async () => new Uint8Array(await buffer(message)));
    if (standIn.intercept === undefined) answer();
    else standIn.intercept(request, response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const standIn: S3StandIn = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects: new Map(),
    requests: [],
    keysPerPage: 1000,
    intercept: undefined,
    reset() {
      standIn.objects.clear();
      standIn.requests.length = 0;
      standIn.keysPerPage = 1000;
      standIn.intercept = undefined;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return standIn;
}

/** Sends an error as S3 does: XML, save where the request was a HEAD. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  { headers = {}, elements = '' }: { headers?: Record<string, string>; elements?: string } = {},
): void {
  response.writeHead(status, { 'content-type': 'application/xml', ...headers });
  response.end(`<Error><Code>${code}</Code><Message>It is ${code}.</Message>${elements}</Error>`);
}

function parse(message: IncomingMessage): StandInRequest {
  const url = new URL(message.url ?? '/', 'http://stand-in');
  const path = decodeURIComponent(url.pathname);
  const { range } = message.headers;
  return {
    line: [message.method, path, ...(range === undefined ? [] : [range])].join(' '),
    method: message.method ?? '',
    key: path.slice(`/${BUCKET}/`.length),
    headers: message.headers,
    query: url.searchParams,
  };
}

function answerAsS3(
  standIn: S3StandIn,
  request: StandInRequest,
  response: ServerResponse,
  sent: () => Promise<Uint8Array>,
): void {
  if (request.method === 'PUT') {
    void sent().then((bytes) => answerPut(standIn, request, response, bytes));
    return;
  }
  if (request.query.has('list-type')) {
    answerListing(standIn, request, response);
    return;
  }
  const bytes = standIn.objects.get(request.key);
  if (bytes === undefined) {
    sendError(response, 404, 'NoSuchKey');
    return;
  }
  const etag = etagOf(bytes);
  if (request.headers['if-match'] !== undefined && request.headers['if-match'] !== etag) {
    sendError(response, 412, 'PreconditionFailed');
    return;
  }
  const [start, last] =
    /^bytes=(\d+)-(\d+)$/
      .exec(request.headers.range ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  if (start === undefined || last === undefined) {
    response.writeHead(200, { etag, 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  const part = bytes.subarray(start, last + 1);
  const contentRange = `bytes ${start}-${last}/${bytes.length}`;
  response.writeHead(206, { etag, 'content-length': part.length, 'content-range': contentRange });
  response.end(part);
}

/** Writes an object, on the conditions that S3 knows: that it is still the same, or that there is none. */
function answerPut(
  { objects }: S3StandIn,
  { key, headers }: StandInRequest,
  response: ServerResponse,
  bytes: Uint8Array,
): void {
  const before = objects.get(key);
  const match = headers['if-match'];
  if (match !== undefined && before === undefined) {
    sendError(response, 404, 'NoSuchKey');
  } else if (
    (match !== undefined && match !== etagOf(before!)) ||
    (headers['if-none-match'] === '*' && before !== undefined)
  ) {
    sendError(response, 412, 'PreconditionFailed');
  } else {
    objects.set(key, bytes);
    response.writeHead(200, { etag: etagOf(bytes) });
    response.end();
  }
}

/** Computed once: the same large object is asked for many times. */
const etags = new WeakMap<Uint8Array, string>();

function etagOf(bytes: Uint8Array): string {
  const etag = etags.get(bytes) ?? `"${createHash('md5').update(bytes).digest('hex')}"`;
  etags.set(bytes, etag);
  return etag;
}

function answerListing(
  { objects, keysPerPage }: S3StandIn,
  request: StandInRequest,
  response: ServerResponse,
): void {
  const prefix = request.query.get('prefix') ?? '';
  const start = Number(request.query.get('continuation-token') ?? 0);
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const folders = new Set<string>();
  const names = keys.filter((key) => {
    const slash = request.query.has('delimiter') ? key.indexOf('/', prefix.length) : -1;
    if (slash !== -1) folders.add(key.slice(0, slash + 1));
    return slash === -1;
  });
  const contents = names
    .slice(start, start + keysPerPage)
    .map(
      (key) => `<Contents><Key>${escapeXml(key)}</Key><Size>${objects.get(key)!.length}</Size></Contents>`,
    );
  const prefixes = [...folders].map(
    (name) => `<CommonPrefixes><Prefix>${escapeXml(name)}</Prefix></CommonPrefixes>`,
  );
  const more = start + keysPerPage < names.length;
  const paging = `<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${start + keysPerPage}</NextContinuationToken>` : ''}`;
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<ListBucketResult>${paging}${contents.join('')}${prefixes.join('')}</ListBucketResult>`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
