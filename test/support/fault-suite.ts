import { describe, expect, test } from '@jest/globals';
import { type ByteSource, readBytes } from '../../src/sources/byte-source.ts';
import { type LocateOptions, locate } from '../../src/sources/locate.ts';
import type { Fault, FaultProxy } from './fault-proxy.ts';
import { buildZip } from './zip-builder.ts';

/** A stored record of an archive is read as it lies, so that one content does for all sources. */
export const BYTES = buildZip([
  {
    name: 'model.bin',
    bytes: Uint8Array.from({ length: 300_000 }, (_, index) => (index ^ (index >>> 9)) & 0xff),
  },
]);

/** A connection that brings nothing for so long is given up; in earnest it is 30 s. */
const SILENCE_MS = 200;

/** The longest that anything here may take, with pauses between attempts. */
const LIMIT_MS = 30_000;

/** A source whose bytes come through a proxy that can be told to spoil them. */
export interface FaultyPlace {
  readonly faults: FaultProxy;
  readonly prefix: 'S3' | 'WEB';
  open(): Promise<ByteSource>;
  stop(): Promise<void>;
}

/** Opens the first file that a reference stands for, with little patience. */
export const openAt = async (reference: string, options: Omit<LocateOptions, 'cwd'>): Promise<ByteSource> =>
  (await locate(reference, { cwd: '/', silenceMs: SILENCE_MS, ...options })).files[0]!.open();

const slowDown = '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';
const xml = { 'content-type': 'application/xml' };

/** Twice, then no more. */
const PASSING: readonly (readonly [string, Fault])[] = [
  ['a reset before the body', { kind: 'reset', afterBytes: 0 }],
  ['a reset in the middle of the body', { kind: 'reset', afterBytes: 100_000 }],
  ['a stall in the middle of the body', { kind: 'stall', afterBytes: 100_000 }],
  ['no answer', { kind: 'silence' }],
  ['a body that is cut', { kind: 'cut', afterBytes: 70_000 }],
  ['a Content-Length that is too small', { kind: 'understate', bytes: 50_000 }],
  ['a Content-Length that is too large', { kind: 'overstate' }],
  ['503 SlowDown', { kind: 'answer', status: 503, headers: xml, body: slowDown }],
  [
    '429 with retry-after',
    { kind: 'answer', status: 429, headers: { ...xml, 'retry-after': '1' }, body: slowDown },
  ],
  ['500', { kind: 'answer', status: 500 }],
  ['502', { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' }],
  ['504', { kind: 'answer', status: 504 }],
];

/** Until it is given up, and what with: by the place's prefix. */
const LASTING: readonly (readonly [string, Fault, string])[] = [
  ['resets in the middle of the body', { kind: 'reset', afterBytes: 1000 }, '_INTERRUPTED'],
  ['stalls in the middle of the body', { kind: 'stall', afterBytes: 1000 }, '_INTERRUPTED'],
  ['bodies that are cut', { kind: 'cut', afterBytes: 10 }, '_INTERRUPTED'],
  ['no answers', { kind: 'silence' }, '_UNREACHABLE'],
  ['other ranges', { kind: 'header', name: 'content-range', value: 'bytes 1-2/3' }, '_BAD_REPLY'],
  ['other contents', { kind: 'header', name: 'etag', value: '"other"' }, 'SOURCE_CHANGED'],
];

/**
 * What every source that reads by ranges may be relied on for when the network is bad. The tests run at the same
 * time, because they mostly wait; so each has a place of its own.
 */
export function survivesFaults(kind: string, start: () => Promise<FaultyPlace>): void {
  async function withPlace(use: (place: FaultyPlace, source: ByteSource) => Promise<void>): Promise<void> {
    const place = await start();
    try {
      await use(place, await place.open());
    } finally {
      await place.stop();
    }
  }

  describe(`${kind} behind a bad network`, () => {
    test.concurrent.each(PASSING)(
      'gives the right bytes after %s, twice',
      (_name, fault) =>
        withPlace(async (place, source) => {
          place.faults.spoil(fault, 2);
          expect(Buffer.compare(await readBytes(source, 0, BYTES.length), BYTES)).toBe(0);
          // All bytes have come when a body ends before a length that is too large.
          expect(place.faults.spoilt()).toBe(fault.kind === 'overstate' ? 1 : 2);
        }),
      LIMIT_MS,
    );

    test.concurrent.each(LASTING)(
      'ends with one line, in time, after %s without end',
      (_name, fault, code) =>
        withPlace(async (place, source) => {
          place.faults.spoil(fault);
          const error = await readBytes(source, 0, BYTES.length).catch((thrown) => thrown);
          expect(error).toMatchObject({
            name: 'SourceError',
            code: code.startsWith('_') ? place.prefix + code : code,
            cure: expect.any(String),
          });
          expect(error.message).not.toMatch(/hunter2|\n/);
        }),
      LIMIT_MS,
    );

    test.concurrent(
      'ends with one line, in time, after refusals without end',
      () =>
        withPlace(async (place, source) => {
          place.faults.spoil({ kind: 'answer', status: 503, headers: xml, body: slowDown });
          const error = await readBytes(source, 0, BYTES.length).catch((thrown) => thrown);
          expect(error.code).toBe(place.prefix === 'S3' ? 'S3_THROTTLED' : 'WEB_FAILED');
        }),
      LIMIT_MS,
    );
  });
}
