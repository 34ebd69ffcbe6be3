import { describe, expect, test } from '@jest/globals';
import { NumericError } from '../../../src/errors.ts';
import { analyzeLayer } from '../../../src/metrics/analyze-layer.ts';
import type { LayerAnalyzer } from '../../../src/pipeline/analyze-layers.ts';
import { MemoryBudget } from '../../../src/pipeline/memory-budget.ts';
import { planItems } from '../../../src/pipeline/plan-items.ts';
import { analyzeReference, describeReference, type Outcome } from '../../../src/pipeline.ts';
import { completeSettings, type PartialSettings } from '../../../src/settings/resolve.ts';
import type { ByteSource, Located } from '../../../src/sources/byte-source.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { workspaceBytes } from '../../../src/spectrum/workspace.ts';
import { portsOfMatrices } from '../../support/analyze-in-process.ts';
import { normalMatrix, seededNormal } from '../../support/matrices.ts';
import { buildSafetensors, float32Bytes, type SafetensorsTensor } from '../../support/safetensors-builder.ts';

const settings = completeSettings();
const engine = createWasmEngine();

/** A layer's share of what is in use, from the first byte that is read of it to its numbers. */
class Usage {
  now = 0;
  most = 0;
  reads = 0;
  readonly needed: (tensorBytes: number) => number;

  constructor(needed: (tensorBytes: number) => number) {
    this.needed = needed;
  }

  add(tensorBytes: number): void {
    this.reads++;
    this.now += this.needed(tensorBytes);
    this.most = Math.max(this.most, this.now);
  }
}

/** A file that counts what is read of it beyond `headerBytes`, and says zeros where `file` ends. */
function countedFile(file: Uint8Array, sizeBytes: number, headerBytes: number, usage: Usage): Located {
  const source: ByteSource = {
    name: 'model.safetensors',
    sizeBytes,
    identity: async () => 'test:1',
    readInto: async (startByte, target) => {
      if (startByte >= headerBytes) usage.add(target.length);
      target.set(file.subarray(startByte, startByte + target.length));
    },
    close: async () => {},
  };
  const entry = { name: source.name, path: source.name, sizeBytes, open: async () => source };
  return { reference: source.name, kind: 'file', files: [{ ...entry, sibling: async () => undefined }] };
}

function headerLength(file: Uint8Array): number {
  return 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
}

const SIDES = [90, 40, 80, 60, 90, 20, 70, 90];
const normals = seededNormal(5);
const tensors: Record<string, SafetensorsTensor> = Object.fromEntries(
  SIDES.map((side, index) => [
    `layers.${index}.weight`,
    { shape: [side, side], bytes: float32Bytes(Array.from({ length: side * side }, () => normals())) },
  ]),
);
const neededFor = (tensorBytes: number): number => {
  const side = Math.sqrt(tensorBytes / 4);
  return tensorBytes + workspaceBytes(side, side, 'F32');
};

async function analyze(memoryBytes: number): Promise<{ outcome: Outcome; usage: Usage }> {
  const file = buildSafetensors(tensors);
  const usage = new Usage(neededFor);
  const analyzer: LayerAnalyzer = {
    concurrency: 4,
    analyze: async (task, bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const details = analyzeLayer(engine, task, bytes);
      usage.now -= neededFor(bytes.length);
      return details;
    },
  };
  const located = countedFile(file, file.length, headerLength(file), usage);
  const [outcome] = await analyzeReference('m', settings, {
    ...{ analyzer, memoryBytes, locate: async () => located },
  });
  return { outcome: outcome!, usage };
}

const largest = neededFor(90 * 90 * 4);
const layersOf = (outcome: Outcome) => (outcome.kind === 'report' ? outcome.report.layers : []);

describe('memory that layers take together', () => {
  test.each([1, 1.5, 2, 3.3])('never exceeds %f times what the largest needs', async (factor) => {
    const memoryBytes = Math.floor(factor * largest);
    const { outcome, usage } = await analyze(memoryBytes);
    expect(usage.reads).toBe(SIDES.length);
    expect(usage.most).toBeLessThanOrEqual(memoryBytes);
    expect(usage.most).toBeGreaterThan(memoryBytes - largest);
    expect(layersOf(outcome)).toHaveLength(SIDES.length);
  });

  test('is that of one layer more than are analysed at once where there is enough', async () => {
    const { outcome, usage } = await analyze(100 * largest);
    expect(usage.most).toBeLessThanOrEqual(5 * largest);
    expect(usage.most).toBeGreaterThan(4 * largest);
    expect(layersOf(outcome)).toEqual(layersOf((await analyze(largest)).outcome));
  });

  test('a layer that needs more by itself is refused by name, before anything is read', async () => {
    const { outcome, usage } = await analyze(largest - 1);
    expect(outcome).toMatchObject({
      kind: 'error',
      error: { code: 'TOO_LARGE', subject: 'layer "layers.0"', details: { neededBytes: largest } },
    });
    expect(usage.reads).toBe(0);
  });
});

describe('a layer of an order whose vectors nobody computes', () => {
  const shape = [8200, 8300];
  const sizeBytes = 8200 * 8300;
  const file = buildSafetensors({
    'wide.weight': { dtype: 'F8_E4M3', shape, bytes: new Uint8Array(0) },
  });
  const analyzer: LayerAnalyzer = {
    concurrency: 1,
    analyze: async () =>
      Promise.reject(new NumericError({ code: 'READ', subject: 'it', problem: 'was read' })),
  };
  const locatedIn = (usage: Usage) => countedFile(file, file.length + sizeBytes, headerLength(file), usage);
  const outcomeOf = async (vectors: boolean) => {
    const usage = new Usage((tensorBytes) => tensorBytes);
    const locate = async () => locatedIn(usage);
    const [outcome] = await analyzeReference('m', completeSettings({ vectors }), { analyzer, locate });
    return { outcome, reads: usage.reads };
  };

  test('is refused by name, before it is read, with what to do about it', async () => {
    const cure = expect.stringMatching(/^Leave vectors off/);
    expect(await outcomeOf(true)).toMatchObject({
      outcome: { kind: 'error', error: { code: 'TOO_LARGE', subject: 'layer "wide"', cure } },
      reads: 0,
    });
  });

  test('is refused by a plan alike', async () => {
    const usage = new Usage((tensorBytes) => tensorBytes);
    const limits = { itemMemoryBytes: 1e10, itemSeconds: 30 };
    const plan = (vectors: boolean) =>
      planItems('m', completeSettings({ vectors }), { locate: async () => locatedIn(usage) }, limits);
    await expect(plan(true)).rejects.toMatchObject({ code: 'TOO_LARGE', subject: 'layer "wide"' });
    expect(await plan(false)).toMatchObject([{ layers: ['wide'] }]);
  });

  test('is analysed without them', async () => {
    expect(await outcomeOf(false)).toMatchObject({ outcome: { error: { code: 'READ' } }, reads: 1 });
  });
});

describe('what a description says of memory', () => {
  test.each<[string, PartialSettings]>([
    ['by default', {}],
    ['with vectors', { vectors: true }],
    ['by the reference engine', { engine: 'reference' }],
  ])('is what the analysis asks for, %s', async (_, partial) => {
    const { locate } = portsOfMatrices({ 'model.safetensors': { 'a.weight': normalMatrix(300, 200, 1) } });
    const wanted = completeSettings({ trust: 'off' }, partial);
    const [described] = await describeReference('model.safetensors', wanted, { locate });
    const needed = described!.layers[0]!.memory_bytes;
    const analyzer: LayerAnalyzer = {
      concurrency: 1,
      analyze: async (task, bytes) => analyzeLayer(engine, task, bytes),
    };
    const run = async (memoryBytes: number) =>
      (await analyzeReference('model.safetensors', wanted, { analyzer, memoryBytes, locate }))[0];
    expect(await run(needed)).toMatchObject({ kind: 'report' });
    expect(await run(needed - 1)).toMatchObject({
      error: { code: 'TOO_LARGE', details: { neededBytes: needed } },
    });
  });
});

describe('a layer beyond the memory of WebAssembly', () => {
  test('is refused by name, before anything of its model is read', async () => {
    const side = 24_000;
    const bytes = new Uint8Array(0);
    const shape = [side, side];
    const file = buildSafetensors({
      a: { shape: [9, 9] },
      'huge.weight': { dtype: 'F8_E4M3', shape, bytes },
    });
    const usage = new Usage((tensorBytes) => tensorBytes);
    let hashed = false;
    const located = countedFile(file, file.length + side * side, headerLength(file), usage);
    const open = located.files[0]!.open;
    const files = located.files.map((entry) => ({
      ...entry,
      open: async () => ({
        ...(await open()),
        identity: async () => {
          hashed = true;
          return 'test:1';
        },
      }),
    }));
    const analyzer: LayerAnalyzer = {
      concurrency: 1,
      analyze: async () => Promise.reject(new Error('read')),
    };

    const [outcome] = await analyzeReference('m', completeSettings({ maxN: 0, maxEvals: 0 }), {
      ...{ analyzer, locate: async () => ({ ...located, files }) },
    });

    expect(outcome).toMatchObject({
      kind: 'error',
      error: { code: 'TOO_LARGE', subject: 'layer "huge"', details: { maxBytes: 2 ** 32 } },
    });
    expect(usage.reads).toBe(0);
    expect(hashed).toBe(false);
  });
});

test('a budget admits in the order of the calls, as much at once as fits', async () => {
  const budget = new MemoryBudget(10);
  const admitted: string[] = [];
  const take = (name: string, bytes: number) => budget.take(bytes).then(() => admitted.push(name));
  await take('a', 6);
  const others = [take('b', 5), take('c', 1), take('d', 4)];
  await Promise.resolve();
  // c would fit, but b came first.
  expect(admitted).toEqual(['a']);
  budget.giveBack(6);
  await Promise.all(others);
  expect(admitted).toEqual(['a', 'b', 'c', 'd']);
});
