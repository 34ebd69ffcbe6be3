import { describe, expect, test } from '@jest/globals';
import { MAX_PLAN_ITEM_BYTES } from '../../../src/limits.ts';
import { type PlanLimits, planItems } from '../../../src/pipeline/plan-items.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import { memoryFolder } from '../../support/memory-source.ts';
import { buildSafetensors, type SafetensorsTensor } from '../../support/safetensors-builder.ts';

const LIMITS: PlanLimits = { itemMemoryBytes: 1e9, itemSeconds: 30 };

function plan(tensors: Readonly<Record<string, SafetensorsTensor>>, limits: Partial<PlanLimits> = {}) {
  const file = memoryFolder({ 'model.safetensors': buildSafetensors(tensors) }, 'file');
  return planItems('model', completeSettings(), { locate: async () => file }, { ...LIMITS, ...limits });
}

/** So many layers of 64 rows and columns. */
const layers = (count: number, nameOf = (index: number) => `layer${index}`) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), { shape: [64, 64] }]));

describe('the plan of a model', () => {
  test('is one item where the model is small', async () => {
    const items = await plan(layers(5));
    expect(items.map((item) => item.layers)).toEqual([['layer0', 'layer1', 'layer2', 'layer3', 'layer4']]);
  });

  test('has each layer in one item, and items of about the same cost', async () => {
    const items = await plan(layers(40), { itemSeconds: 3e-4 });
    expect(items.length).toBeGreaterThan(5);
    expect(items.flatMap((item) => item.layers).toSorted()).toEqual(Object.keys(layers(40)).toSorted());
    const seconds = items.map(({ estimatedSeconds }) => estimatedSeconds);
    expect(Math.max(...seconds)).toBeLessThan(2 * Math.min(...seconds));
  });

  test('has no more items than layers', async () => {
    expect(await plan(layers(3), { itemSeconds: 1e-12 })).toHaveLength(3);
  });

  test('has items that are small enough to be passed on', async () => {
    const items = await plan(layers(60, (index) => `${index}`.padStart(4000, 'x')));
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) expect(JSON.stringify(item).length).toBeLessThanOrEqual(MAX_PLAN_ITEM_BYTES);
  });

  test('is refused where layers do not fit, by all their names and what they need', async () => {
    const model = { ...layers(1), wide: { shape: [64, 30_000] }, tall: { shape: [40_000, 64] } };
    await expect(plan(model, { itemMemoryBytes: 5e6 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      problem: expect.stringMatching(/tall \(\d+ MB\), wide \(\d+ MB\)$/),
      details: { layers: [{ name: 'tall' }, { name: 'wide' }] },
    });
  });

  test('is refused where there is nothing to analyse, or several models', async () => {
    await expect(plan({ bias: { shape: [3] } })).rejects.toMatchObject({ code: 'NO_LAYERS' });
    const bytes = buildSafetensors(layers(1));
    const two = memoryFolder({ 'a.safetensors': bytes, 'b.safetensors': bytes });
    await expect(
      planItems('models', completeSettings(), { locate: async () => two }, LIMITS),
    ).rejects.toMatchObject({ code: 'SEVERAL_MODELS' });
  });
});
