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
const SILENCE_MS = 1000;

/** The longest that anything here may take, with pauses between attempts. */
const LIMIT_MS = 60_000;

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

/** Until it is given up, and what with: the code of S3, and that of all other places. */
const LASTING: readonly (readonly [string, Fault, Readonly<Record<FaultyPlace['prefix'], string>>])[] = [
  ['resets in the middle of the body', { kind: 'reset', afterBytes: 1000 }, coded('INTERRUPTED')],
  ['stalls in the middle of the body', { kind: 'stall', afterBytes: 1000 }, coded('INTERRUPTED')],
  ['bodies that are cut', { kind: 'cut', afterBytes: 10 }, coded('INTERRUPTED')],
  ['no answers', { kind: 'silence' }, coded('UNREACHABLE')],
  ['other ranges', { kind: 'header', name: 'content-range', value: 'bytes 1-2/3' }, coded('BAD_REPLY')],
  [
    'other contents',
    { kind: 'header', name: 'etag', value: '"other"' },
    { S3: 'SOURCE_CHANGED', WEB: 'SOURCE_CHANGED' },
  ],
  [
    'refusals',
    { kind: 'answer', status: 503, headers: xml, body: slowDown },
    { S3: 'S3_THROTTLED', WEB: 'WEB_FAILED' },
  ],
];

function coded(failure: string): Record<FaultyPlace['prefix'], string> {
  return { S3: `S3_${failure}`, WEB: `WEB_${failure}` };
}

/**
 * What every source that reads by ranges may be relied on for when the network is bad. The faults are tried at the
 * same time, each at a place of its own, because most of it is waiting.
 */
export function survivesFaults(kind: string, start: () => Promise<FaultyPlace>): void {
  async function withPlace(
    use: (place: FaultyPlace, source: ByteSource) => Promise<string>,
  ): Promise<string> {
    const place = await start();
    try {
      return await use(place, await place.open());
    } finally {
      await place.stop();
    }
  }

  describe(`${kind} behind a bad network`, () => {
    test(
      'gives the right bytes after each fault that passes, twice',
      async () => {
        const outcomes = await Promise.all(
          PASSING.map(async ([name, fault]) => {
            const outcome = await withPlace(async (place, source) => {
              place.faults.spoil(fault, 2);
              const bytes = await readBytes(source, 0, BYTES.length);
              const isRight = Buffer.compare(bytes, BYTES) === 0;
              return `${isRight ? 'right' : 'wrong'} bytes, ${place.faults.spoilt()} answers spoilt`;
            });
            return [name, outcome] as const;
          }),
        );
        const expected = PASSING.map(([name, { kind: fault }]) => {
          // All bytes have come when a body ends before a length that is too large.
          return [name, `right bytes, ${fault === 'overstate' ? 1 : 2} answers spoilt`];
        });
        expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected));
      },
      LIMIT_MS,
    );

    test(
      'ends in time, with one line that says what to do, after each fault that does not pass',
      async () => {
        const outcomes = await Promise.all(
          LASTING.map(async ([name, fault, codes]) => {
            const outcome = await withPlace(async (place, source) => {
              place.faults.spoil(fault);
              const error = await readBytes(source, 0, BYTES.length).catch((thrown) => thrown);
              const isClear = error.cure !== undefined && !/hunter2|\n/.test(error.message);
              return isClear && error.code === codes[place.prefix] ? 'clear' : String(error.code ?? error);
            });
            return [name, outcome] as const;
          }),
        );
        const expected = LASTING.map(([name]) => [name, 'clear']);
        expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected));
      },
      LIMIT_MS,
    );
  });
}
