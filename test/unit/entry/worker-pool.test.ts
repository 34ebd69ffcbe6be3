import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { WorkerPool } from '../../../src/entry/worker/worker-pool.ts';
import { DEFAULT_MODES } from '../../../src/metrics/analysis-modes.ts';
import { analyzeLayer } from '../../../src/metrics/analyze-layer.ts';
import type { LayerTask } from '../../../src/metrics/layer-task.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { deathsFile } from '../../support/deaths-file.ts';
import { seededNormal } from '../../support/matrices.ts';

const pools: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  rmSync(deathsFile, { force: true });
});

function startPool(concurrency: number, url?: URL): WorkerPool {
  pools.push(new WorkerPool('wasm', concurrency, url));
  return pools.at(-1)!;
}

/** Workers whose helpers die with a task in hand: all, or the first `deaths`. */
function mortalWorkers(deaths?: number): URL {
  if (deaths !== undefined) writeFileSync(deathsFile, Buffer.alloc(deaths));
  return new URL('../../support/mortal-worker.ts', import.meta.url);
}

function layer(name: string, rows: number, cols: number): [LayerTask, Uint8Array<SharedArrayBuffer>] {
  const values = new Float32Array(new SharedArrayBuffer(rows * cols * 4));
  const next = seededNormal(rows + cols);
  for (let i = 0; i < values.length; i++) values[i] = next();
  const task: LayerTask = {
    ...{ layerId: 0, name, longname: name, layerType: 'dense', dtype: 'F32' },
    matrices: [{ rows, cols, offset: 0, rowStride: cols, colStride: 1 }],
    ...{ N: Math.max(rows, cols), M: Math.min(rows, cols), receptiveField: 1 },
    rule: { scale: 1, eigenvalues: 'squares', inverse: 'none' },
    modes: DEFAULT_MODES,
  };
  return [task, new Uint8Array(values.buffer)];
}

/** Has every thread started, so that helpers come at once. */
async function warmUp(pool: WorkerPool): Promise<void> {
  await Promise.all(Array.from({ length: pool.concurrency }, () => pool.analyze(...layer('small', 40, 30))));
}

const expected = ([task, bytes]: ReturnType<typeof layer>) => analyzeLayer(createWasmEngine(), task, bytes);

describe('threads without a layer of their own', () => {
  test('help with the only layer, and its numbers are those of one thread', async () => {
    const lone = layer('lone', 700, 700);
    const pool = startPool(3);
    for (let i = 0; i < 3; i++) expect(await pool.analyze(...lone)).toEqual(expected(lone));
  });

  test('go back to layers when there are more', async () => {
    const large = layer('large', 900, 900);
    const small = [layer('a', 60, 40), layer('b', 350, 300), layer('c', 400, 90), layer('d', 64, 64)];
    const pool = startPool(2);
    const first = pool.analyze(...large);
    // By now the other thread helps with the large one.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const others = await Promise.all(small.map((one) => pool.analyze(...one)));

    expect(others).toEqual(small.map(expected));
    expect(await first).toEqual(expected(large));
  });
});

describe('a thread that dies', () => {
  test('with a task of another thread’s layer: the layer is tried once more, by others', async () => {
    const lone = layer('lone', 1000, 1000);
    const pool = startPool(2, mortalWorkers(1));
    await warmUp(pool);

    expect(await pool.analyze(...lone)).toEqual(expected(lone));
    expect(readFileSync(deathsFile)).toHaveLength(0);
    expect(await pool.analyze(...lone)).toEqual(expected(lone));
  });

  test('again and again while it helps: the layer is reported by name, and nobody waits for ever', async () => {
    const pool = startPool(2, mortalWorkers());
    await warmUp(pool);
    await expect(pool.analyze(...layer('encoder.7', 1000, 1000))).rejects.toMatchObject({
      code: 'WORKER_DIED',
      subject: 'layer "encoder.7"',
      message: expect.stringContaining('code 7'),
    });
  });

  test('on a layer of its own, twice: the layer is reported by name, and others are analysed', async () => {
    const [task] = layer('broken', 30, 20);
    const pool = startPool(2);
    const broken = pool.analyze(task, undefined as never);
    const fine = layer('fine', 400, 300);

    expect(await pool.analyze(...fine)).toEqual(expected(fine));
    await expect(broken).rejects.toMatchObject({ code: 'WORKER_DIED', subject: 'layer "broken"' });
    expect(await pool.analyze(...fine)).toEqual(expected(fine));
  });

  test('a pool that is closed ends threads in the middle of a layer, and those that help', async () => {
    const pool = startPool(3);
    await warmUp(pool);
    const lone = pool.analyze(...layer('huge', 1600, 1600));
    const ended = expect(lone).rejects.toThrow('ended with code 1');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const start = performance.now();
    await pool.close();
    await ended;
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('a pool that was closed starts no thread that would outlive the run', async () => {
  const pool = startPool(1);
  await pool.close();
  await expect(pool.analyze(...layer('late', 20, 10))).rejects.toThrow('have been ended');
});
