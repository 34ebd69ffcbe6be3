import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../../src/entry/cache/canonical-json.ts';
import {
  layerKey,
  type NumbersOrigin,
  numbersOrigin,
  tensorHash,
} from '../../../../src/entry/cache/layer-key.ts';
import { DEFAULT_MODES } from '../../../../src/metrics/analysis-modes.ts';
import type { LayerTask } from '../../../../src/metrics/layer-task.ts';

const PLACE = { rows: 40, cols: 30, offset: 0, rowStride: 30, colStride: 1 };

/** Every field there is, as the compiler makes sure. */
const TASK: Required<LayerTask> & { readonly rule: Required<LayerTask['rule']> } = {
  ...{ layerId: 3, sliceId: 1, name: 'fc', longname: 'net.fc', layerType: 'dense', dtype: 'F32' },
  ...{ matrices: [PLACE, { ...PLACE, offset: 1200 }], N: 40, M: 30, receptiveField: 2 },
  rule: { scale: 1, largest: 20, eigenvalues: 'squares', inverse: 'none', literal: false },
  product: { rows: 50, cols: 40, remark: 'of low rank' },
  modes: DEFAULT_MODES,
  assess: { minAlpha: 2, maxAlpha: 6, seed: 1 },
  curvePoints: 100,
};

const ORIGIN: NumbersOrigin = numbersOrigin('wasm', 'code');
const TENSOR = await tensorHash(new Uint8Array(4));

/** The value with one of its leaves changed, for each leaf, by the path that leads there. */
function* oneChanged(value: unknown, path = ''): Generator<[path: string, changed: unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value))
      for (const [at, changed] of oneChanged(member, `${path}.${name}`))
        yield [at, Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed }];
  } else {
    yield [path, typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}?`];
  }
}

describe("the key of a layer's numbers", () => {
  const key = layerKey(TASK, TENSOR, ORIGIN);

  test.each([...oneChanged(TASK)].filter(([path]) => path !== '.layerId'))(
    'changes with the task’s %s',
    (_, task) => {
      expect(layerKey(task as LayerTask, TENSOR, ORIGIN)).not.toBe(key);
    },
  );

  test.each([...oneChanged(ORIGIN)])('changes with %s of what computes them', (_, origin) => {
    expect(layerKey(TASK, TENSOR, origin as NumbersOrigin)).not.toBe(key);
  });

  test('changes with a field that nobody has thought of', () => {
    expect(layerKey({ ...TASK, later: 1 } as LayerTask, TENSOR, ORIGIN)).not.toBe(key);
  });

  test('changes with what is left out', () => {
    for (const name of ['sliceId', 'product', 'assess', 'curvePoints'] as const)
      expect(layerKey({ ...TASK, [name]: undefined }, TENSOR, ORIGIN)).not.toBe(key);
  });

  test('changes with the tensor', async () => {
    expect(layerKey(TASK, await tensorHash(new Uint8Array(5)), ORIGIN)).not.toBe(key);
  });

  test("does not depend on the layer's position, nor on the order of fields", () => {
    const reversed = Object.fromEntries(Object.entries(TASK).reverse()) as unknown as LayerTask;
    expect(layerKey({ ...reversed, layerId: 0 }, TENSOR, ORIGIN)).toBe(key);
  });
});

describe('canonical JSON', () => {
  test('is one text for one value, and no two values share one', () => {
    const leaf = fc.oneof(
      fc.constantFrom(null, true, false, 0, -0, 1, NaN, Infinity, -Infinity, 1e-320),
      fc.string({ maxLength: 3 }),
      fc.constantFrom('null', 'NaN', '0', '-0', '[]', '{}'),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', '"'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(a, b));
        expect(canonicalJson(structuredClone(a))).toBe(canonicalJson(a));
      }),
      { numRuns: 2000 },
    );
  });

  test('takes a member that is undefined for one that is not there', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  test.each([new Map(), new Float64Array(2), () => 0, 1n, undefined, [undefined]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

test('the hash of a tensor is that of its bytes, in shared memory too', async () => {
  const bytes = new Uint8Array(new SharedArrayBuffer(2 ** 26 + 5)).fill(7);
  expect(await tensorHash(bytes)).toBe(
    // Of Python's hashlib.
    '1fb69c28acbb1b6bd9a7cde280f06e025b17ea7652842f98bb95378d0e60ad2a',
  );
});
