import { describe, expect, test } from '@jest/globals';
import { modelOutputs } from '../../../src/entry/action/outputs.ts';
import { SourceError } from '../../../src/errors.ts';
import type { Outcome } from '../../../src/pipeline.ts';
import { OUTPUTS } from '../../../src/settings/inputs.ts';
import { analyzed, failingLayer, reportLayer } from '../../support/report-builder.ts';

const unjudged = reportLayer({
  longname: 'z',
  alpha: null,
  sigma: null,
  verdict: 'inconclusive',
  reasons: ['all zero'],
});

const error: Outcome = {
  kind: 'error',
  reference: 'x.pt',
  error: new SourceError({ code: 'X', subject: 'x.pt', problem: 'gone' }),
};

describe('the outputs', () => {
  test('speak of all models taken together', () => {
    const outcomes = [
      analyzed([reportLayer({ longname: 'a', alpha: 2.5 }), failingLayer('b', 1.5)]),
      analyzed([failingLayer('c', 1.25), reportLayer({ longname: 'd', alpha: 2.75 })]),
    ];
    expect(modelOutputs(outcomes, false)).toEqual({
      verdict: 'fail',
      passed: 'false',
      'min-alpha': '1.25',
      'min-alpha-layer': 'c',
      'mean-alpha': '2',
      'failed-layers': JSON.stringify([
        { name: 'c', alpha: 1.25, threshold: 2 },
        { name: 'b', alpha: 1.5, threshold: 2 },
      ]),
      'layers-analyzed': '4',
    });
  });

  test('are empty where a value does not exist', () => {
    expect(modelOutputs([analyzed([unjudged])], false)).toMatchObject({
      verdict: 'inconclusive',
      'min-alpha': '',
      'min-alpha-layer': '',
      'mean-alpha': '',
      'failed-layers': '[]',
      'layers-analyzed': '1',
    });
    expect(modelOutputs([error], false)).toMatchObject({
      verdict: '',
      passed: 'false',
      'layers-analyzed': '0',
    });
  });

  test('name the worst failing layers, and as many as a runner takes', () => {
    const layers = Array.from({ length: 10_000 }, (_, index) =>
      failingLayer(`model.layers.${index}.self_attn.q_proj`, 1 + ((index * 7919) % 10_000) / 10_000),
    );
    const text = modelOutputs([analyzed(layers)], false)['failed-layers']!;
    expect(text.length).toBeLessThan(200_100);
    const alphas = JSON.parse(text).map(({ alpha }: { alpha: number }) => alpha);
    expect(alphas.length).toBeGreaterThan(1000);
    expect(alphas).toEqual(
      layers
        .map(({ alpha }) => alpha!)
        .toSorted((a, b) => a - b)
        .slice(0, alphas.length),
    );
  });

  test.each([
    ['fail', [failingLayer('a')]],
    ['inconclusive', [unjudged]],
    ['warn', [reportLayer({ verdict: 'warn' })]],
    ['pass', [reportLayer()]],
  ] as const)('name the worst verdict, %s', (verdict, layers) => {
    expect(modelOutputs([analyzed([reportLayer()]), analyzed(layers)], true)['verdict']).toBe(verdict);
  });

  test('all have a description', () => {
    const described = OUTPUTS.map(({ name }) => name);
    expect(described).toEqual(expect.arrayContaining(Object.keys(modelOutputs([], true))));
  });
});
