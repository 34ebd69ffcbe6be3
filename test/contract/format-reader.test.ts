import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AlphagateError } from '../../src/errors.ts';
import type { FormatReader } from '../../src/formats/format.ts';
import { FORMATS } from '../../src/formats/formats.ts';
import { FORMAT_SAMPLES, type FormatSample } from '../support/format-samples.ts';
import { readTensorsOf } from '../support/reading.ts';

/** Mutated files for each sample; a longer run sets the environment variable. */
const RUNS = Number(process.env['ALPHAGATE_FUZZ_RUNS'] ?? 4000);

/** Formats align tensors, some their end too. */
const PADDING_BYTES = 64;

/** Where a sample is cut: everywhere in its beginning and its end, where structure is, and now and then between. */
function cuts(length: number): number[] {
  const dense = 600;
  return Array.from({ length }, (_, at) => at).filter(
    (at) => at < dense || at > length - dense || at % 997 === 0,
  );
}

type Change =
  | { readonly kind: 'set'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'remove'; readonly at: number; readonly count: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly count: number };

/** Places in a file: anywhere, and more often where structure is. */
const place = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.1, noNaN: true }),
  fc.double({ min: 0.9, max: 1, noNaN: true }),
);

/** Bytes that are lengths, counts and signs at their limits. */
const awkward = fc.constantFrom(
  [0],
  [0xff],
  [0x7f],
  [0x80],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0x80],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
);
const bytes = fc.oneof(awkward, fc.array(fc.nat(255), { minLength: 1, maxLength: 8 }));

function changeOf(length: number): fc.Arbitrary<Change> {
  const at = place.map((share) => Math.floor(share * (length - 1)));
  return fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at, bytes }),
    fc.record({ kind: fc.constant('insert' as const), at, bytes }),
    fc.record({ kind: fc.constant('remove' as const), at, count: fc.integer({ min: 1, max: 16 }) }),
    fc.record({ kind: fc.constant('copy' as const), at, from: at, count: fc.integer({ min: 1, max: 64 }) }),
  );
}

function apply(file: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = Buffer.from(file);
  for (const change of changes) {
    const at = Math.min(change.at, result.length);
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    if (change.kind === 'remove') result = Buffer.concat([before, after.subarray(change.count)]);
    else if (change.kind === 'insert') result = Buffer.concat([before, Buffer.from(change.bytes), after]);
    else {
      const data =
        change.kind === 'set'
          ? Buffer.from(change.bytes)
          : Buffer.from(result.subarray(change.from, change.from + change.count));
      result = Buffer.concat([before, data, after.subarray(data.length)]);
    }
  }
  return result;
}

/** Reads a file's structure and then every tensor, as an analysis does; errors of ours are answers, others are not. */
async function readAll(
  reader: FormatReader,
  file: Uint8Array,
  beside: FormatSample['beside'] = {},
): Promise<'read' | AlphagateError> {
  try {
    for (const tensor of await readTensorsOf(reader, file, beside, `sample${reader.suffixes[0]}`)) {
      if (tensor.unfit !== undefined) continue;
      if (tensor.sizeBytes <= 4 * file.length + 4096) await tensor.readInto(new Uint8Array(tensor.sizeBytes));
    }
    return 'read';
  } catch (error) {
    if (error instanceof AlphagateError) return error;
    throw error;
  }
}

test('every format has a sample here', () => {
  expect(Object.keys(FORMAT_SAMPLES).sort()).toEqual(FORMATS.map(({ name }) => name).sort());
});

describe.each(FORMATS.filter(({ name }) => name in FORMAT_SAMPLES))('the reader of $name', (reader) => {
  const samples = FORMAT_SAMPLES[reader.name]!;

  test.each(samples)('reads $name', async ({ load, beside }) => {
    const file = await load();
    expect(reader.recognises(file.subarray(0, 1024), file.length)).toBe(true);
    expect(await readAll(reader, file, beside)).toBe('read');
  });

  test.each(samples)('says where $name is cut, wherever that is', async ({ load, beside }) => {
    const file = await load();
    for (const at of cuts(file.length)) {
      const answer = await readAll(reader, file.subarray(0, at), beside);
      if (answer !== 'read') expect([at, answer.message]).toEqual([at, expect.stringMatching(/sample/)]);
      // A cut that takes nothing but padding away may pass.
      else expect(file.length - at).toBeLessThan(PADDING_BYTES);
    }
  });

  test.each(samples)(
    'answers any change to $name with the tensors or an error of its own',
    async ({ load, beside }) => {
      const file = await load();
      await fc.assert(
        fc.asyncProperty(fc.array(changeOf(file.length), { minLength: 1, maxLength: 5 }), async (changes) => {
          await readAll(reader, apply(file, changes), beside);
        }),
        { numRuns: RUNS, seed: 20_261_123 },
      );
    },
    300_000,
  );
});
