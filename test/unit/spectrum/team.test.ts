import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { MatrixView } from '../../../src/spectrum/engine.ts';
import { chooseBuild, instantiate, type KernelBuild } from '../../../src/spectrum/kernels.ts';
import { createTeamMemory, releaseHelpers } from '../../../src/spectrum/team-memory.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { integerMatrix, normalMatrix, product, viewOf, withSpectrum } from '../../support/matrices.ts';

const builds = [...new Set(['simd', chooseBuild()!] as const)];
const helpers: Worker[] = [];

afterEach(async () => {
  await Promise.all(helpers.splice(0).map((helper) => helper.terminate()));
});

async function startHelpers(memory: WebAssembly.Memory, build: KernelBuild, count: number): Promise<void> {
  const kernels = instantiate(build, memory);
  const url = new URL('../../support/team-helper.ts', import.meta.url);
  for (let i = 0; i < count; i++) helpers.push(new Worker(url, { workerData: { memory, build } }));
  while (kernels.helperCount() < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

const decades = Array.from({ length: 400 }, (_, k) => 10 ** (-6 * (k / 400)));

/** One for each way a matrix may go, and for the ends of blocks. */
const matrices: Readonly<Record<string, () => MatrixView>> = {
  'directly reduced': () => viewOf(normalMatrix(200, 190, 1)),
  'square, reduced through a band': () => viewOf(normalMatrix(531, 531, 2)),
  tall: () => viewOf(normalMatrix(1500, 333, 3), 'F32'),
  wide: () => viewOf(normalMatrix(350, 1100, 4), 'F16'),
  'with values to refine': () => viewOf(withSpectrum(400, 400, decades, 5)),
  singular: () => viewOf(product(integerMatrix(420, 300, 6), integerMatrix(300, 380, 7))),
};

describe.each(builds)('threads that work on one matrix, %s', (build) => {
  test.each(Object.entries(matrices))('%s: the same bits for 1, 2 and 3 threads', async (_, create) => {
    const matrix = create();
    const memory = createTeamMemory();
    const engine = createWasmEngine({ build, memory });
    const alone = engine.singularValues(matrix);

    await startHelpers(memory, build, 1);
    for (let i = 0; i < 3; i++) expect(engine.singularValues(matrix)).toEqual(alone);
    await startHelpers(memory, build, 2);
    for (let i = 0; i < 3; i++) expect(engine.singularValues(matrix)).toEqual(alone);
  });

  test('the same eigenvectors for 1, 2 and 3 threads', async () => {
    const memory = createTeamMemory();
    const engine = createWasmEngine({ build, memory });
    const decomposed = (matrix: MatrixView) => {
      const { eigenvalues, vector } = engine.eigenvectors(matrix);
      const columns = [eigenvalues, ...Array.from(eigenvalues.keys(), vector)];
      const bytes = ({ buffer, byteOffset, byteLength }: Float64Array) =>
        new Uint8Array(buffer, byteOffset, byteLength);
      return Buffer.concat(columns.map(bytes)).toString('base64');
    };
    const cases = [
      viewOf(normalMatrix(150, 140, 8)),
      viewOf(normalMatrix(290, 290, 9)),
      matrices['singular']!(),
    ];
    const alone = cases.map(decomposed);
    for (let count = 1; count <= 2; count++) {
      await startHelpers(memory, build, count);
      for (let i = 0; i < 3; i++) expect(cases.map(decomposed)).toEqual(alone);
    }
  });

  test('helpers take part in the memory as it grows, and leave when they are told to', async () => {
    const memory = createTeamMemory();
    const engine = createWasmEngine({ build, memory });
    await startHelpers(memory, build, 2);
    for (const order of [340, 700]) {
      const matrix = viewOf(normalMatrix(order, order, order));
      expect(engine.singularValues(matrix)).toEqual(createWasmEngine({ build }).singularValues(matrix));
    }

    const left = helpers.map((helper) => once(helper, 'message'));
    releaseHelpers(memory);
    await Promise.all(left);
    expect(instantiate(build, memory).helperCount()).toBe(0);
  });

  test('a helper asleep wakes up when there is work, and one that is asleep can be ended', async () => {
    const memory = createTeamMemory();
    const engine = createWasmEngine({ build, memory });
    await startHelpers(memory, build, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const matrix = viewOf(normalMatrix(400, 400, 1));
    expect(engine.singularValues(matrix)).toEqual(createWasmEngine({ build }).singularValues(matrix));

    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await helpers[0]!.terminate()).toBe(1);
  });
});
