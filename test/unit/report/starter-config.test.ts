import { expect, test } from '@jest/globals';
import { starterConfig } from '../../../src/report/starter-config.ts';
import { buildTestReport, reportLayer } from '../../support/report-builder.ts';

test('a group of layers has the range of its alphas, without what WeightWatcher writes where there is none', () => {
  const layers = [-1, 2.5, 4].map((alpha, index) => reportLayer({ longname: `fc${index}`, alpha }));
  expect(starterConfig(buildTestReport(layers), 'baseline.json')).toContain(
    '# MLP: 3 layers, alpha 2.50 to 4.00 today',
  );
});
