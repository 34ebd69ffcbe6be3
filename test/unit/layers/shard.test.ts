import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { multiplyAddsOf } from '../../../src/layers/cost.ts';
import { layersOfPart } from '../../../src/layers/shard.ts';

const layerOf = ([rows, cols]: readonly [number, number]) => ({
  matrices: [{ rows, cols, offset: 0, rowStride: cols, colStride: 1 }],
});
const side = fc.integer({ min: 2, max: 4096 });
const layers = fc.array(fc.tuple(side, side).map(layerOf), { maxLength: 60 });

const costOf = (part: readonly ReturnType<typeof layerOf>[]) =>
  part.reduce((sum, layer) => sum + multiplyAddsOf(layer), 0);

describe('the parts of a model', () => {
  test('hold every layer once, in the model’s order', () => {
    fc.assert(
      fc.property(layers, fc.integer({ min: 1, max: 16 }), (model, count) => {
        const parts = Array.from({ length: count }, (_, at) => layersOfPart(model, { index: at + 1, count }));
        expect(parts.flat()).toHaveLength(model.length);
        expect(new Set(parts.flat())).toEqual(new Set(model));
        for (const part of parts) expect(part).toEqual(model.filter((layer) => part.includes(layer)));
      }),
    );
  });

  test('cost about the same: none more than a fair share and the costliest layer', () => {
    fc.assert(
      fc.property(layers, fc.integer({ min: 1, max: 16 }), (model, count) => {
        const costliest = Math.max(0, ...model.map(multiplyAddsOf));
        const fair = costOf(model) / count;
        for (let index = 1; index <= count; index++)
          expect(costOf(layersOfPart(model, { index, count }))).toBeLessThanOrEqual(
            (fair + costliest) * 1.000001,
          );
      }),
    );
  });

  test('are the whole where nothing is divided', () => {
    const model = [layerOf([3, 4]), layerOf([5, 6])];
    expect(layersOfPart(model, null)).toBe(model);
    expect(layersOfPart(model, { index: 1, count: 1 })).toEqual(model);
  });
});
