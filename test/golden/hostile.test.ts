import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analyzeLayer } from '../../src/metrics/analyze-layer.ts';
import type { LayerAnalyzer } from '../../src/pipeline/analyze-layers.ts';
import { analyzeReference, type Outcome } from '../../src/pipeline.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { createWasmEngine } from '../../src/spectrum/wasm.ts';
import { PROJECT } from '../support/cli.ts';

/** `ok`: analysed. `error`: refused. `skip-layer`: a layer is skipped, or reported as one that cannot be judged. */
type Expectation = 'ok' | 'error' | 'skip-layer';

const FOLDER = `${PROJECT}test/fixtures/hostile`;
const EXPECTED: Record<string, { what: string; expected: Expectation[] }> = JSON.parse(
  await readFile(`${FOLDER}/expected.json`, 'utf8'),
);

const engine = createWasmEngine();
const analyzer: LayerAnalyzer = {
  concurrency: 1,
  analyze: async (task, bytes) => analyzeLayer(engine, task, bytes),
};
const settings = completeSettings();

const analyze = (reference: string, cwd = FOLDER): Promise<Outcome[]> =>
  analyzeReference(reference, settings, { analyzer, locate: (name) => locate(name, { cwd }) });

/** What became of a file, in the words of the expectations. */
function described(outcomes: readonly Outcome[]): Expectation[] {
  if (outcomes.some(({ kind }) => kind === 'error')) return ['error'];
  const reports = outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []));
  const doubtful = reports.some(
    ({ layers, skipped }) => skipped.length > 0 || layers.some(({ alpha }) => alpha === null),
  );
  return doubtful ? ['ok', 'skip-layer'] : ['ok'];
}

describe('hostile and odd files', () => {
  test.each(Object.entries(EXPECTED))('%s', async (file, { expected }) => {
    const outcomes = await analyze(file);
    expect(outcomes.length).toBeGreaterThan(0);
    const became = described(outcomes);
    // A model of which the one layer has to be skipped has none left, and says so.
    const nothingLeft = outcomes.some(
      (outcome) => outcome.kind === 'error' && outcome.error.code === 'NO_LAYERS',
    );
    const allowed = nothingLeft && expected.includes('skip-layer') ? ['error'] : expected;
    expect([file, became, allowed.some((word) => became.includes(word as Expectation))]).toEqual([
      file,
      became,
      true,
    ]);
    for (const outcome of outcomes) {
      if (outcome.kind === 'error') expect(outcome.error.message).toMatch(/^[^\n]{20,}\.$/);
    }
  });

  test('a link to itself, and a directory that links to its parent', async () => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-links-'));
    try {
      await symlink('loop.safetensors', path.join(cwd, 'loop.safetensors'));
      await symlink('..', path.join(cwd, 'up'));
      expect(described(await analyze('loop.safetensors', cwd))).toEqual(['error']);
      expect(described(await analyze('.', cwd))).toEqual(['error']);
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
