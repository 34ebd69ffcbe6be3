import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../../src/report/html/render-html.ts';
import { plottedLayer } from '../../../support/plotted-model.ts';
import { analyzed, reportLayer } from '../../../support/report-builder.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function dataOf(html: string) {
  return JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!);
}

describe('the HTML report', () => {
  test('allows its own script and style by their hashes and nothing else', () => {
    const html = renderHtml([analyzed([reportLayer()])]);
    const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    const policy = /Content-Security-Policy" content="([^"]*)"/
      .exec(html)![1]!
      .replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=');
    expect(policy.split('; ').slice(0, 3)).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${hashOf(style)}`,
    ]);
    expect(html).not.toMatch(/ style="|\son\w+="|(?:src|href)="(?!data:,|#)/);
  });

  test('shows columns that it has never heard of', () => {
    const layers = [{ ...reportLayer(), rand_alpha: 7, labels: ['a', 'b'] }];
    const [model] = dataOf(renderHtml([analyzed(layers)])).models;
    const cells = model.rows[0].cells;
    expect(cells[model.columns.indexOf('rand_alpha')]).toBe(7);
    expect(cells[model.columns.indexOf('labels')]).toBe('a; b');
  });

  test('leaves columns out at first that no layer has a value in', () => {
    const shown = (delta: number | null) => {
      const [model] = dataOf(renderHtml([analyzed([reportLayer({ delta })])])).models;
      return model.columns.slice(0, model.mainColumns);
    };
    expect(shown(null)).not.toContain('delta');
    expect(shown(-0.5)).toContain('delta');
  });

  test('stays under 5 MB for 300 layers with curves and a baseline', () => {
    const layers = Array.from({ length: 300 }, (_, index) =>
      plottedLayer(2.5, { longname: `layer.${index}` }),
    );
    const outcome = analyzed(layers);
    const html = renderHtml([{ ...outcome, before: outcome.report }]);
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
  });
});
