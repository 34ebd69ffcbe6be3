import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ByteSource, readBytes } from '../../../../src/sources/byte-source.ts';
import { locate } from '../../../../src/sources/locate.ts';
import {
  startWebServer,
  type WebInterceptor,
  type WebRequest,
  type WebServer,
  type WebServerOptions,
} from '../../../support/web-server.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, index) => (index ^ (index >>> 7)) & 0xff);

let server: WebServer;

async function start(options: WebServerOptions = {}): Promise<void> {
  await server?.stop();
  server = await startWebServer(options);
  server.files.set('/models/a.pt', BYTES);
}

beforeEach(() => start());

afterEach(() => server.stop());

const locateModel = (query = '', silenceMs?: number) =>
  locate(`${server.origin}/models/a.pt${query}`, { cwd: '/', allowPrivateAddresses: true, silenceMs });

async function open(query = '', silenceMs?: number): Promise<ByteSource> {
  const source = await (await locateModel(query, silenceMs)).files[0]!.open();
  server.requests.length = 0;
  return source;
}

/** Answers the first requests otherwise, one interceptor each, and the rest as it should. */
function interceptFirst(...interceptors: WebInterceptor[]): void {
  server.intercept = (request, response, answer) => {
    const next = interceptors.shift();
    if (next === undefined) answer();
    else next(request, response, answer);
  };
}

const status =
  (code: number, headers: Record<string, string> = {}): WebInterceptor =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

/** Begins the right answer and leaves it after some bytes, in one of the ways that networks know. */
const leave =
  (bodyBytes: number, how: (response: ServerResponse) => void): WebInterceptor =>
  (request, response) => {
    const [start, last] = rangeOf(request);
    const contentRange = `bytes ${start}-${last}/${BYTES.length}`;
    response.writeHead(206, { 'content-range': contentRange, 'content-length': last + 1 - start });
    response.write(BYTES.subarray(start, start + bodyBytes), () => how(response));
  };

function rangeOf({ headers }: WebRequest): [number, number] {
  const [, start, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '')!;
  return [Number(start), Number(last)];
}

const ranges = () => server.requests.map(({ headers }) => headers.range?.slice('bytes='.length));

const reset = (response: ServerResponse) => setTimeout(() => response.destroy(), 20);
const stall = () => {};

describe('a file of a web server', () => {
  test('is named by its address without the query, and by its last part', async () => {
    const { reference, kind, files } = await locateModel('?X-Amz-Signature=hunter2');
    expect(reference).toBe(`${server.origin}/models/a.pt`);
    expect(kind).toBe('file');
    expect(files).toMatchObject([{ name: reference, path: 'a.pt', sizeBytes: BYTES.length }]);
    expect(server.requests[0]?.query.get('X-Amz-Signature')).toBe('hunter2');
  });

  test('is asked for by GET alone, because an address may be signed for nothing else', async () => {
    await readBytes(await open(), 0, 10);
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('is read by ranges of the content that was opened', async () => {
    expect(await readBytes(await open(), 10, 20)).toEqual(BYTES.slice(10, 20));
    expect(ranges()).toEqual(['10-19']);
    expect(server.requests[0]?.headers['if-range']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('has siblings under the same signature, and none where that is for one file', async () => {
    server.files.set('/models/b.bin', BYTES.slice(0, 9));
    const [entry] = (await locateModel('?sig=folder')).files;
    expect(await entry!.sibling('b.bin')).toMatchObject({ path: 'b.bin', sizeBytes: 9 });
    expect(server.requests.at(-1)?.query.get('sig')).toBe('folder');
    server.intercept = status(403);
    expect(await entry!.sibling('b.bin')).toBeUndefined();
  });
});

describe('a server without ranges', () => {
  test.each<[string, WebServerOptions]>([
    ['that says so', { hasRanges: false }],
    ['whose contents cannot be told apart', { validator: 'none' }],
  ])('%s sends a small file whole', async (_, options) => {
    await start(options);
    const source = await open();
    expect(await readBytes(source, 1000, 5000)).toEqual(BYTES.slice(1000));
    expect(await source.identity()).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(server.requests).toEqual([]);
  });

  test('is not asked for a large file, with the way out', async () => {
    server.intercept = status(200, { 'content-length': String(65 * 1024 * 1024), etag: '"x"' });
    await expect(open()).rejects.toMatchObject({
      name: 'SourceError',
      code: 'WEB_RANGE_IGNORED',
      cure: expect.stringContaining('download the model'),
    });
  });

  test('that sends less than it says is tried again, and then refused', async () => {
    await start({ hasRanges: false });
    const { files } = await locateModel();
    server.intercept = (_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write(BYTES.subarray(0, 4), () => response.destroy());
    };
    await expect(files[0]!.open()).rejects.toMatchObject({ code: 'WEB_BAD_REPLY' });
    expect(server.requests).toHaveLength(5);
  });

  test.each([
    ['no size', {}],
    ['a compressed file', { 'content-length': '10', 'content-encoding': 'gzip' }],
  ])('that sends %s is refused', async (_, headers) => {
    server.intercept = (_request, response) => {
      response.writeHead(200, headers as Record<string, string>).write('0123456789');
      response.end();
    };
    await expect(open()).rejects.toMatchObject({ code: 'WEB_BAD_REPLY' });
  });
});

describe('a broken connection', () => {
  test('is taken up from where it broke', async () => {
    const source = await open();
    interceptFirst(leave(1000, reset), leave(500, reset));
    expect(await readBytes(source, 100, 4100)).toEqual(BYTES.slice(100, 4100));
    expect(ranges()).toEqual(['100-4099', '1100-4099', '1600-4099']);
  });

  test('that brings nothing more is given up and taken up again', async () => {
    const source = await open('', 200);
    interceptFirst(leave(1000, stall));
    expect(await readBytes(source, 0, 4000)).toEqual(BYTES.slice(0, 4000));
    expect(ranges()).toEqual(['0-3999', '1000-3999']);
  });

  test('before the answer, or instead of one, is tried again', async () => {
    const source = await open('', 200);
    interceptFirst((_, response) => response.destroy(), stall);
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(ranges()).toEqual(['0-9', '0-9', '0-9']);
  });

  test('again and again ends with where it broke', async () => {
    const source = await open();
    server.intercept = leave(10, reset);
    await expect(readBytes(source, 0, 1000)).rejects.toMatchObject({
      code: 'WEB_INTERRUPTED',
      details: { offsetBytes: 50 },
    });
  });
});

describe('a server in trouble', () => {
  test.each([500, 502, 503, 504])('is asked again after %i', async (code) => {
    const source = await open();
    interceptFirst(status(code), status(code));
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(ranges()).toHaveLength(3);
  });

  test('is given the time that it asks for', async () => {
    const source = await open();
    interceptFirst(status(429, { 'retry-after': '1' }));
    const startMs = performance.now();
    await readBytes(source, 0, 10);
    expect(performance.now() - startMs).toBeGreaterThan(950);
  });

  test('is not waited for longer than a job should wait', async () => {
    const source = await open();
    server.intercept = status(429, { 'retry-after': '3600' });
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'WEB_THROTTLED' });
    expect(ranges()).toHaveLength(1);
  });

  test('for good is given up', async () => {
    const source = await open();
    server.intercept = status(503);
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'WEB_FAILED' });
    expect(ranges()).toHaveLength(5);
  });

  test.each([
    [403, 'WEB_ACCESS_DENIED'],
    [404, 'NOT_FOUND'],
    [407, 'PROXY_DENIED'],
    [418, 'WEB_BAD_REPLY'],
  ])('that says %i is believed: %s', async (code, expected) => {
    server.intercept = status(code);
    const error = await open('?X-Amz-Signature=hunter2').catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'SourceError', code: expected });
    expect(error.message).not.toContain('hunter2');
    expect(JSON.stringify(error.details)).not.toContain('hunter2');
    expect(server.requests).toHaveLength(1);
  });

  test('that nobody vouches for is refused at once', async () => {
    await start({ isTls: true });
    await expect(open()).rejects.toMatchObject({ name: 'SourceError', code: 'WEB_UNTRUSTED_SERVER' });
    expect(server.requests).toEqual([]);
  });

  test('that is not there is named, the signature is not', async () => {
    const located = locate('http://127.0.0.1:9/a.pt?sig=hunter2', { cwd: '/', allowPrivateAddresses: true });
    const error = await located.catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'WEB_UNREACHABLE', subject: 'http://127.0.0.1:9/a.pt' });
    expect(error.problem).toContain('ECONNREFUSED');
    expect(error.message).not.toContain('hunter2');
  });
});

describe('an answer other than was asked for', () => {
  test.each([
    ['another range', `bytes 1-10/${BYTES.length}`],
    ['a shorter range', `bytes 0-8/${BYTES.length}`],
    ['a range of another file', 'bytes 0-9/10'],
    ['no range', undefined],
  ])('is refused when it is %s', async (_, contentRange) => {
    const source = await open();
    server.intercept = (_request, response) => {
      response.writeHead(206, contentRange === undefined ? {} : { 'content-range': contentRange });
      response.end(BYTES.subarray(0, 10));
    };
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'WEB_BAD_REPLY' });
  });

  test('is refused when it is longer than it says', async () => {
    const source = await open();
    server.intercept = (_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-9/${BYTES.length}` }).end(BYTES.subarray(0, 11));
    };
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'WEB_BAD_REPLY' });
  });

  test('is read to its end where its Content-Length is too small', async () => {
    const source = await open();
    interceptFirst((_, response) => {
      const headers = { 'content-range': `bytes 0-999/${BYTES.length}`, 'content-length': 400 };
      response.writeHead(206, headers).end(BYTES.subarray(0, 400));
    });
    expect(await readBytes(source, 0, 1000)).toEqual(BYTES.slice(0, 1000));
    expect(ranges()).toEqual(['0-999', '400-999']);
  });
});

describe('a redirect', () => {
  const redirect = (location: string, code = 302) => status(code, { location });

  test('is followed, and asked only once', async () => {
    server.files.set('/storage/1', BYTES);
    server.intercept = (request, response, answer) =>
      request.path === '/models/a.pt' ? redirect('/storage/1?token=1')(request, response, answer) : answer();
    const source = await (await locateModel()).files[0]!.open();
    await readBytes(source, 0, 10);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/models/a.pt',
      '/storage/1',
      '/storage/1',
      '/storage/1',
    ]);
  });

  test('to an address that has expired is asked for anew', async () => {
    server.files.set('/storage/1', BYTES);
    let issued = 0;
    let valid = 1;
    server.intercept = (request, response, answer) => {
      if (request.path === '/models/a.pt') {
        issued += 1;
        redirect(`/storage/1?token=${issued}`)(request, response, answer);
      } else if (Number(request.query.get('token')) < valid) {
        status(403)(request, response, answer);
      } else {
        answer();
      }
    };
    const source = await open();
    valid = 2;
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(issued).toBe(2);
  });

  test('without end is left', async () => {
    server.intercept = redirect('/models/a.pt');
    await expect(open()).rejects.toMatchObject({ code: 'BAD_REDIRECT' });
    expect(server.requests).toHaveLength(6);
  });

  test.each([
    ['to a file of this machine', 'file:///etc/passwd'],
    ['to nowhere', 'http://'],
    ['with a login', 'http://user:hunter2@127.0.0.1/'],
  ])('%s is refused', async (_, location) => {
    server.intercept = redirect(location);
    const error = await open().catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'SourceError', code: 'BAD_REDIRECT' });
    expect(error.message).not.toContain('hunter2');
  });
});

describe('http://', () => {
  test('is for one’s own network only', async () => {
    const located = locate('http://models.example.com/a.pt', { cwd: '/' });
    await expect(located).rejects.toMatchObject({ name: 'ConfigError', code: 'INSECURE_ADDRESS' });
  });
});
