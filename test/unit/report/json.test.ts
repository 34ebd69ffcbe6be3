import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { FormatError } from '../../../src/errors.ts';
import { renderJson } from '../../../src/report/json.ts';
import { parseReport } from '../../../src/report/parse-report.ts';
import { reportSchema } from '../../../src/report/report.ts';
import { plottedLayer } from '../../support/plotted-model.ts';
import { buildTestReport, failingLayer, reportLayer } from '../../support/report-builder.ts';

const report = buildTestReport([
  failingLayer('fc1'),
  reportLayer({ longname: 'fc2', alpha: null, sigma: null }),
]);

const text = renderJson([report]);

describe('a report as JSON', () => {
  test('has lists of numbers on one line, whatever names look like', () => {
    const layer = plottedLayer(2.5, { longname: '[\n 1,\n 2\n]' });
    const plotted = buildTestReport([layer]);
    const json = renderJson([plotted]);
    expect(JSON.parse(json)).toEqual(plotted);
    expect(parseReport(json)).toEqual(plotted);
    expect(json).toMatch(/"counts": \[ ?\d+(, \d+)+ ?\]/);
  });

  test('comes back as it was, as an object when it is one, and as a list when there are several or none', () => {
    expect(JSON.parse(text)).toEqual(report);
    expect(parseReport(text)).toEqual(report);
    expect(JSON.parse(renderJson([report, report]))).toEqual([report, report]);
    expect(JSON.parse(renderJson([]))).toEqual([]);
  });

  test.each([Number.NaN, Infinity, -Infinity])('refuses %d, which would silently become null', (alpha) => {
    expect(() => renderJson([buildTestReport([reportLayer({ alpha })])])).toThrow(`alpha is ${alpha}`);
  });
});

describe('a report from outside', () => {
  const broken: [string, (valid: Record<string, never>) => unknown][] = [
    ['an empty object', () => ({})],
    ['a list', () => [report]],
    ['null', () => null],
    ['another version', (valid) => ({ ...valid, schemaVersion: 2 })],
    ['an unknown field', (valid) => ({ ...valid, extra: 1 })],
    ['a text for a number', () => ({ ...report, layers: [{ ...report.layers[0], alpha: '1.5' }] })],
    ['an unknown verdict', () => ({ ...report, layers: [{ ...report.layers[0], verdict: 'great' }] })],
    ['a layer without reasons', () => ({ ...report, layers: [{ ...report.layers[0], reasons: [] }] })],
    ['a negative count', () => ({ ...report, layers: [{ ...report.layers[0], N: -1 }] })],
    [
      'a layer without its name',
      () => ({ ...report, layers: [{ ...report.layers[0], longname: undefined }] }),
    ],
  ];

  test.each(broken)('is refused when it is %s', (_what, breakIt) => {
    const bad = JSON.stringify(breakIt(JSON.parse(text)));
    expect(() => parseReport(bad, 'old.json')).toThrow(FormatError);
    expect(() => parseReport(bad, 'old.json')).toThrow(
      /^old\.json: is not a report of this version of alphagate: /,
    );
  });

  test.each(['', '{', 'NaN', `${'['.repeat(200_000)}`])('is refused when it is not JSON', (bad) => {
    expect(() => parseReport(bad)).toThrow(expect.objectContaining({ code: 'NOT_A_REPORT' }));
  });

  test('cannot reach a prototype', () => {
    const settings = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
    const parsed = parseReport(
      JSON.stringify({ ...report, settings: 0 }).replace('"settings":0', `"settings":${settings}`),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parsed.settings['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(parsed.settings)).toBe(Object.prototype);
    expect(() => parseReport(text.replace('{', '{"__proto__": {},'))).toThrow(FormatError);
  });

  test('of an earlier version is read, with what it does not know left open', () => {
    const old = JSON.parse(text);
    old.tool.version = '0.0.9';
    for (const layer of old.layers) {
      const later =
        'p_value trust trust_reasons numerical_rank outliers alpha_without_outliers correlation_traps';
      for (const column of [...later.split(' '), 'diagnosis']) delete layer[column];
    }
    const { layers } = parseReport(JSON.stringify(old));
    expect(layers.map(({ alpha }) => alpha)).toEqual(report.layers.map(({ alpha }) => alpha));
    for (const layer of layers)
      expect(layer).toMatchObject({ trust: null, trust_reasons: [], diagnosis: [] });
  });

  test('of a version that is not understood is refused with what to do about it', () => {
    const strange = JSON.parse(text);
    strange.tool.version = '99.1.0';
    strange.layers[0].unheard_of = 1;
    expect(() => parseReport(JSON.stringify(strange), 'base.json')).toThrow(
      expect.objectContaining({
        code: 'NOT_A_REPORT',
        message: expect.stringMatching(
          /^base\.json: is a report of alphagate 99\.1\.0, which .* cannot read.*workflow of the base branch once more\.$/,
        ),
      }),
    );
    // A version that is no version is not repeated.
    strange.tool.version = '::error::forged';
    expect(() => parseReport(JSON.stringify(strange), 'base.json')).toThrow(
      /^base\.json: is not a report of this version of alphagate: (?!.*forged)/,
    );
  });

  test('fits the published schema exactly when it is accepted', () => {
    const validate = new Ajv2020().compile(z.toJSONSchema(reportSchema));
    expect(validate(JSON.parse(text))).toBe(true);
    for (const [what, breakIt] of broken) {
      const bad = JSON.parse(JSON.stringify(breakIt(JSON.parse(text))));
      expect([what, validate(bad)]).toEqual([what, false]);
    }
  });
});
