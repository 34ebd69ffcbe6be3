import { describe, expect, test } from '@jest/globals';
import { annotate } from '../../../src/publish/annotations.ts';
import type { ReportedOutcome } from '../../../src/report/outcome.ts';
import { analyzed, failingLayer, reportLayer, unreadable } from '../../support/report-builder.ts';

function annotationsOf(...outcomes: ReportedOutcome[]) {
  const errors: string[] = [];
  const warnings: string[] = [];
  annotate(outcomes, {
    error: (message) => errors.push(message),
    warning: (message) => warnings.push(message),
  });
  return { errors, warnings };
}

const uncertain = (longname: string) =>
  reportLayer({ longname, verdict: 'inconclusive', reasons: ['too few eigenvalues'] });

describe('annotations', () => {
  test('are errors for what fails, warnings for what else there is to look at, nothing for what passes', () => {
    const outcome = analyzed([failingLayer('fc1'), reportLayer({ longname: 'fc2' }), uncertain('fc3')]);
    expect(annotationsOf(outcome, unreadable('b.pt', 'b.pt: gone.'))).toEqual({
      errors: ['fc1 in model.safetensors: alpha 1.5 is below 2: over-trained', 'b.pt: gone.'],
      warnings: ['fc3 in model.safetensors: too few eigenvalues'],
    });
  });

  test.each([
    [10, 10, undefined],
    [11, 10, '2 more in the report'],
    [500, 10, '491 more in the report'],
  ])('of %d there are %d, the last of which counts the rest', (total, shown, last) => {
    const { errors, warnings } = annotationsOf(
      analyzed(Array.from({ length: total }, (_, index) => failingLayer(`fail${index}`))),
      analyzed(Array.from({ length: total }, (_, index) => uncertain(`warn${index}`))),
    );
    expect([errors.length, warnings.length]).toEqual([shown, shown]);
    if (last !== undefined) expect([errors.at(-1), warnings.at(-1)]).toEqual([last, last]);
    expect(errors[0]).toContain('fail0 in');
  });

  test('stay on one line and carry nothing that acts', () => {
    const { errors } = annotationsOf(analyzed([failingLayer('a\n::error::b\u001b[31m\u202e')]));
    expect(errors[0]).toMatch(/^a\\u\{a\}::error::b\\u\{1b\}\[31m\\u\{202e\} in /);
  });
});
