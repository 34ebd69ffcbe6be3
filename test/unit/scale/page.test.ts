import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LANGUAGE_MODELS } from '../../../scripts/scale/language-models.ts';
import { ratesOf, timedMatrices } from '../../../scripts/scale/layer-cost.ts';
import { itemsOf, scalePage } from '../../../scripts/scale/page.ts';
import { estimatedSecondsOf } from '../../../src/layers/cost.ts';
import { layersOfPart } from '../../../src/layers/shard.ts';
import { PROJECT } from '../../support/cli.ts';

describe('docs/scale.md', () => {
  const read = (file: string) => readFile(path.join(PROJECT, file), 'utf8');

  test('is what the figures of docs/benchmarks.md make', async () => {
    expect(await read('docs/scale.md')).toBe(scalePage(await read('docs/benchmarks.md')));
  });

  test('divides a model as the plan does', async () => {
    const rates = ratesOf(timedMatrices(await read('docs/benchmarks.md')));
    const model = LANGUAGE_MODELS[0]!;
    const items = itemsOf(model, rates);
    const layers = model.shapes.flatMap(({ rows, cols, count }) =>
      Array.from({ length: count }, () => ({
        matrices: [{ rows, cols, offset: 0, rowStride: 0, colStride: 0 }],
      })),
    );
    const total = layers.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0);
    expect(items).toHaveLength(Math.ceil(total / 30));
    for (const index of [1, 2, items.length]) {
      const part = layersOfPart(layers, { index, count: items.length });
      const seconds = part.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0);
      expect(items[index - 1]).toMatchObject({ estimatedSeconds: expect.closeTo(seconds, 9) });
    }
  });

  test('has both models at 1, 32 and 1,000 items at once', async () => {
    const rows = (await read('docs/scale.md')).matchAll(/^\| (7 B|70 B) \| [\d.]+ \| \d+ \| ([\d,]+) \|/gm);
    expect([...rows].map(([, model, atOnce]) => `${model} ${atOnce}`)).toEqual(
      ['7 B', '70 B'].flatMap((model) => ['1', '32', '1,000'].map((atOnce) => `${model} ${atOnce}`)),
    );
  });

  test.each(['README.md', 'docs/lambda.md'])('is what %s quotes', async (file) => {
    const page = await read('docs/scale.md');
    const text = await read(file);
    for (const model of ['7 B', '70 B']) {
      const row = page.split('\n').find((line) => new RegExp(`^\\| ${model} .*\\| 1,000 \\|`).test(line))!;
      expect(text).toContain(row.split(' | ')[6]);
    }
  });

  test('is not made from benchmarks that lack a figure', async () => {
    const benchmarks = await read('docs/benchmarks.md');
    expect(() => scalePage(benchmarks.replace('| 4096² |', '| 4095² |'))).toThrow('docs/benchmarks.md');
  });
});
