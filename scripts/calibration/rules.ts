import { completeSettings, type PartialSettings } from '../../src/settings/resolve.ts';
import type { GateSettings } from '../../src/verdict/judge.ts';

/** A way to set the gate. */
export interface Rule {
  /** One or two characters, for the head of a column. */
  readonly id: string;
  readonly name: string;
  readonly settings: GateSettings;
}

export const DEFAULT_RULE = 'B';

/** Alpha is never below 1, so that none of them fails. */
const EMBEDDING_TABLES = { layers: '*_embeddings', 'min-alpha': 1 };

/** The rules that are compared, the default one among them. */
export const RULES: readonly Rule[] = [
  rule('A', 'alpha below 2, every layer judged', { fewestEigenvalues: 0 }),
  rule(DEFAULT_RULE, 'the defaults', {}),
  rule('C', 'confidence 1', { confidence: 1 }),
  rule('D', 'confidence 2', { confidence: 2 }),
  rule('E', 'confidence 3', { confidence: 3 }),
  rule('F', 'max-ks-distance 0.15', { maxKsDistance: 0.15 }),
  rule('G', 'max-ks-distance 0.1', { maxKsDistance: 0.1 }),
  rule('H', 'min-alpha 1.8', { minAlpha: 1.8 }),
  rule('I', 'min-alpha 1.5', { minAlpha: 1.5 }),
  rule('J', 'min-alpha 1.8, confidence 1', { minAlpha: 1.8, confidence: 1 }),
  rule('K', 'min-alpha 1.8, max-ks-distance 0.1', { minAlpha: 1.8, maxKsDistance: 0.1 }),
  rule('L', 'min-alpha 1.5, max-ks-distance 0.1', { minAlpha: 1.5, maxKsDistance: 0.1 }),
  rule('M', 'confidence 2, max-ks-distance 0.1', { confidence: 2, maxKsDistance: 0.1 }),
  rule('N', 'fewest-eigenvalues 100', { fewestEigenvalues: 100 }),
  rule('O', 'embedding tables not judged', { thresholds: [EMBEDDING_TABLES] }),
  rule('P', 'least-trust low', { leastTrust: 'low' }),
  rule('Q', 'least-trust medium', { leastTrust: 'medium' }),
  rule('R', 'least-trust high', { leastTrust: 'high' }),
  rule('S', 'confidence 1, least-trust medium', { confidence: 1, leastTrust: 'medium' }),
];

/** The defaults with another threshold, from one that hardly any layer reaches to the default one and beyond. */
export const THRESHOLD_RULES: readonly Rule[] = [1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1].map((minAlpha) =>
  rule(`${minAlpha}`, `min-alpha ${minAlpha}`, { minAlpha }),
);

function rule(id: string, name: string, settings: PartialSettings): Rule {
  return { id, name, settings: completeSettings(settings) };
}
