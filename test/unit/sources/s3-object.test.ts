import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ByteSource, readBytes } from '../../../src/sources/byte-source.ts';
import { locateS3 } from '../../../src/sources/s3.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { type Interceptor, type S3StandIn, sendError, startStandIn } from '../../support/s3-stand-in.ts';

const MIB = 1024 * 1024;
const BYTES = Uint8Array.from({ length: 20 * MIB + 5 }, (_, index) => (index ^ (index >>> 11)) & 0xff);

let standIn: S3StandIn;
let restore: () => void;
let source: ByteSource;

beforeAll(async () => {
  standIn = await startStandIn();
  restore = setAwsEnvironment({ accessKeyId: 'test', secretAccessKey: 'hunter2' });
});

afterAll(async () => {
  restore();
  await standIn.stop();
});

beforeEach(async () => {
  standIn.reset();
  standIn.objects.set('a.pt', BYTES);
  const reference = { kind: 's3', bucket: 'models', key: 'a.pt', versionId: undefined } as const;
  source = await (await locateS3(reference, { endpoint: standIn.endpoint })).files[0]!.open();
  standIn.requests.length = 0;
});

/** Answers the first requests otherwise, one interceptor each, and the rest as S3 does. */
function interceptFirst(...interceptors: Interceptor[]): void {
  standIn.intercept = (request, response, answer) => {
    const next = interceptors.shift();
    if (next === undefined) answer();
    else next(request, response, answer);
  };
}

interface PartialReply {
  readonly status?: number;
  readonly contentRange?: string;
  readonly etag?: string;
  /** What is sent of the range before the connection breaks, or the body ends. */
  readonly bodyBytes: number;
  readonly end: 'reset' | 'end';
}

/** Sends some of what was asked for. */
function partly({ status = 206, contentRange, etag, bodyBytes, end }: PartialReply): Interceptor {
  return (request, response) => {
    const [start, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range!)!.slice(1).map(Number) as [
      number,
      number,
    ];
    response.writeHead(status, {
      'content-range': contentRange ?? `bytes ${start}-${last}/${BYTES.length}`,
      ...(end === 'reset' && { 'content-length': last + 1 - start }),
      ...(etag !== undefined && { etag }),
    });
    response.write(BYTES.subarray(start, start + bodyBytes), () => {
      if (end === 'end') response.end();
      else setTimeout(() => response.destroy(), 20);
    });
  };
}

function ranges(): string[] {
  return standIn.requests.map(({ headers }) => headers.range!.slice('bytes='.length));
}

describe('a read from S3', () => {
  test('of a few bytes is one request for just these', async () => {
    expect(await readBytes(source, 10, 20)).toEqual(BYTES.slice(10, 20));
    expect(ranges()).toEqual(['10-19']);
  });

  test('of nothing is no request', async () => {
    await readBytes(source, 7, 7);
    expect(ranges()).toEqual([]);
  });

  test('of many bytes is split into parts', async () => {
    expect(Buffer.compare(await readBytes(source, 1, BYTES.length), BYTES.subarray(1))).toBe(0);
    expect(ranges().sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      `1-${8 * MIB}`,
      `${8 * MIB + 1}-${16 * MIB}`,
      `${16 * MIB + 1}-${20 * MIB + 4}`,
    ]);
  });

  test('is always for the content that was opened', async () => {
    await readBytes(source, 0, 10);
    expect(standIn.requests[0]!.headers['if-match']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('keeps no more than four requests under way', async () => {
    let underWay = 0;
    let most = 0;
    const bytes = new Uint8Array(60 * MIB);
    standIn.objects.set('large.pt', bytes);
    const reference = { kind: 's3', bucket: 'models', key: 'large.pt', versionId: undefined } as const;
    const large = await (await locateS3(reference, { endpoint: standIn.endpoint })).files[0]!.open();
    standIn.intercept = (_, response, answer) => {
      underWay += 1;
      most = Math.max(most, underWay);
      response.once('finish', () => {
        underWay -= 1;
      });
      setTimeout(answer, 20);
    };
    await readBytes(large, 0, bytes.length);
    expect(most).toBe(4);
  });
});

describe('a connection that breaks', () => {
  test('is taken up again from where it broke', async () => {
    interceptFirst(partly({ bodyBytes: 1000, end: 'reset' }), partly({ bodyBytes: 500, end: 'reset' }));
    expect(Buffer.compare(await readBytes(source, 100, 5100), BYTES.subarray(100, 5100))).toBe(0);
    expect(ranges()).toEqual(['100-5099', '1100-5099', '1600-5099']);
  });

  test('before the first byte is taken up again', async () => {
    interceptFirst(partly({ bodyBytes: 0, end: 'reset' }));
    expect(await readBytes(source, 0, 100)).toEqual(BYTES.slice(0, 100));
  });

  test('without saying so is noticed by what is missing', async () => {
    interceptFirst(partly({ bodyBytes: 30, end: 'end' }));
    expect(await readBytes(source, 0, 100)).toEqual(BYTES.slice(0, 100));
    expect(ranges()).toEqual(['0-99', '30-99']);
  });

  test('in one part of several leaves the others alone', async () => {
    let broke = false;
    standIn.intercept = (request, response, answer) => {
      if (request.headers.range?.startsWith(`bytes=${8 * MIB}-`) && !broke) {
        broke = true;
        partly({ bodyBytes: 3 * MIB, end: 'reset' })(request, response, answer);
      } else {
        answer();
      }
    };
    expect(Buffer.compare(await readBytes(source, 0, BYTES.length), BYTES)).toBe(0);
    expect(standIn.requests).toHaveLength(4);
  });

  test('again and again is given up, with where it broke', async () => {
    standIn.intercept = partly({ bodyBytes: 10, end: 'reset' });
    await expect(readBytes(source, 0, 1000)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'S3_INTERRUPTED',
      details: { offsetBytes: 50 },
    });
    expect(ranges()).toHaveLength(5);
  });
});

describe('a reply other than was asked for', () => {
  test('is refused when it is the whole object, and not downloaded', async () => {
    let sent = 0;
    standIn.intercept = (_, response) => {
      response.writeHead(200, { 'content-length': BYTES.length });
      for (let offset = 0; offset < BYTES.length; offset += MIB) {
        response.write(BYTES.subarray(offset, offset + MIB), (error) => {
          if (!error) sent += MIB;
        });
      }
      response.end();
    };
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'S3_RANGE_IGNORED',
    });
    expect(sent).toBeLessThan(BYTES.length / 2);
  });

  test.each([
    ['another range', { contentRange: `bytes 1-10/${BYTES.length}` }],
    ['a longer range', { contentRange: `bytes 0-10/${BYTES.length}` }],
    ['a range of another object', { contentRange: 'bytes 0-9/10' }],
    ['a range that is none', { contentRange: 'bytes */10' }],
  ])('is refused when it is %s', async (_, reply) => {
    interceptFirst(partly({ ...reply, bodyBytes: 10, end: 'end' }));
    const target = new Uint8Array(10);
    await expect(source.readInto(0, target)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'S3_BAD_REPLY',
    });
    expect(target).toEqual(new Uint8Array(10));
  });

  test('is refused when it is longer than it says', async () => {
    interceptFirst(partly({ bodyBytes: 11, end: 'end' }));
    const memory = new Uint8Array(20);
    await expect(source.readInto(0, memory.subarray(0, 10))).rejects.toMatchObject({ code: 'S3_BAD_REPLY' });
    expect(memory.subarray(10)).toEqual(new Uint8Array(10));
  });

  test('is refused when it has another ETag, from a server that ignores conditions', async () => {
    interceptFirst(partly({ etag: '"other"', bodyBytes: 10, end: 'end' }));
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'SOURCE_CHANGED',
    });
  });
});

describe('an object that is replaced', () => {
  test('while a large read is under way makes it fail', async () => {
    standIn.intercept = (request, _, answer) => {
      if (request.headers.range?.startsWith(`bytes=${16 * MIB}-`)) {
        standIn.objects.set('a.pt', new Uint8Array(BYTES.length));
      }
      answer();
    };
    await expect(readBytes(source, 0, BYTES.length)).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
  });

  test('between a break and its resumption makes it fail', async () => {
    interceptFirst((request, response, answer) => {
      standIn.objects.set('a.pt', new Uint8Array(BYTES.length));
      partly({ bodyBytes: 10, end: 'reset' })(request, response, answer);
    });
    await expect(readBytes(source, 0, 100)).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
  });
});

describe('a server in trouble', () => {
  test('is asked again when it asks to slow down', async () => {
    interceptFirst((_, response) => sendError(response, 503, 'SlowDown'));
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
    expect(ranges()).toEqual(['0-9', '0-9']);
  });

  test.each([
    ['AccessDenied', 403, 'S3_ACCESS_DENIED'],
    ['ExpiredToken', 400, 'S3_EXPIRED_CREDENTIALS'],
    ['InvalidObjectState', 403, 'S3_ARCHIVED'],
  ])('is not asked again when it says %s', async (name, status, code) => {
    standIn.intercept = (_, response) => sendError(response, status, name);
    await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ name: 'SourceError', code });
    expect(ranges()).toEqual(['0-9']);
  });
});

describe('an abort', () => {
  test('ends a read whose bytes are on their way, with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    standIn.intercept = (_, response) => {
      const headers = { 'content-range': `bytes 0-999/${BYTES.length}`, 'content-length': 1000 };
      response.writeHead(206, headers);
      response.write(BYTES.subarray(0, 10));
      setTimeout(() => controller.abort(reason), 30);
    };
    await expect(source.readInto(0, new Uint8Array(1000), { signal: controller.signal })).rejects.toBe(
      reason,
    );
  });

  test('ends the pause between two attempts, with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    standIn.intercept = (request, response, answer) => {
      partly({ bodyBytes: 1, end: 'reset' })(request, response, answer);
      if (standIn.requests.length === 4) setTimeout(() => controller.abort(reason), 60);
    };
    await expect(source.readInto(0, new Uint8Array(1000), { signal: controller.signal })).rejects.toBe(
      reason,
    );
    expect(ranges()).toHaveLength(4);
  });

  test('of a read leaves the source usable', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(source.readInto(0, new Uint8Array(10), { signal })).rejects.toThrow('enough');
    expect(await readBytes(source, 0, 10)).toEqual(BYTES.slice(0, 10));
  });
});

describe('the identity of an object', () => {
  async function identityWith(headers: Record<string, string>): Promise<string> {
    standIn.intercept = (_, response) => {
      response.writeHead(200, { 'content-length': 3, ...headers });
      response.end();
    };
    const reference = { kind: 's3', bucket: 'models', key: 'a.pt', versionId: undefined } as const;
    const located = await locateS3(reference, { endpoint: standIn.endpoint });
    return (await located.files[0]!.open()).identity();
  }

  test('is its version where the bucket keeps versions, and else its ETag', async () => {
    expect(await identityWith({ etag: '"abc-2"', 'x-amz-version-id': 'v7' })).toBe('version:v7');
    expect(await identityWith({ etag: '"abc-2"', 'x-amz-version-id': 'null' })).toBe('etag:abc-2');
    expect(await identityWith({ etag: '"abc-2"' })).toBe('etag:abc-2');
  });
});
