import type { LayerAnalyzer } from '../../pipeline/analyze-layers.ts';
import type { EngineName } from '../../spectrum/engine.ts';
import { CachedAnalyzer } from './cached-analyzer.ts';
import { codeHash } from './code-hash.ts';
import { LayerCache } from './layer-cache.ts';
import { numbersOrigin } from './layer-key.ts';

/**
 * Puts a cache before what analyses layers.
 *
 * @param worker the module that computes the numbers.
 * @throws ConfigError `CACHE_NOT_A_FOLDER`.
 */
export async function openCachedAnalyzer(
  analyzer: LayerAnalyzer,
  folder: string,
  engine: EngineName,
  worker: URL,
): Promise<CachedAnalyzer> {
  const [cache, code] = await Promise.all([LayerCache.open(folder), codeHash(worker)]);
  return new CachedAnalyzer(analyzer, cache, numbersOrigin(engine, code));
}
