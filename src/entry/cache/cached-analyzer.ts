import type { LayerDetails } from '../../metrics/details.ts';
import type { LayerTask } from '../../metrics/layer-task.ts';
import type { LayerAnalyzer } from '../../pipeline/analyze-layers.ts';
import type { CacheUse } from './cache-use.ts';
import type { LayerCache } from './layer-cache.ts';
import { layerKey, type NumbersOrigin, tensorHash } from './layer-key.ts';

/**
 * Analyses a layer only where nobody has before, with the same settings and the same code. It prepares nothing: where all
 * is known, no thread is needed.
 */
export class CachedAnalyzer implements LayerAnalyzer {
  readonly concurrency: number;
  readonly #analyzer: LayerAnalyzer;
  readonly #cache: LayerCache;
  readonly #origin: NumbersOrigin;
  /** A tensor may be the matrices of many layers, and its bytes are not changed. */
  readonly #hashes = new WeakMap<Uint8Array, Promise<string>>();
  #layers = 0;
  #known = 0;

  constructor(analyzer: LayerAnalyzer, cache: LayerCache, origin: NumbersOrigin) {
    this.concurrency = analyzer.concurrency;
    this.#analyzer = analyzer;
    this.#cache = cache;
    this.#origin = origin;
  }

  /** Brings the cache within its limits, and says what it was good for. */
  async finish(): Promise<CacheUse> {
    await this.#cache.prune();
    return { layers: this.#layers, known: this.#known, failure: this.#cache.failure };
  }

  async analyze(task: LayerTask, bytes: Uint8Array<SharedArrayBuffer>): Promise<LayerDetails> {
    this.#layers++;
    const key = layerKey(task, await this.#hashOf(bytes), this.#origin);
    const known = await this.#cache.get(key);
    if (known !== undefined) {
      this.#known++;
      return { ...known, layer_id: task.layerId };
    }
    const details = await this.#analyzer.analyze(task, bytes);
    await this.#cache.put(key, details);
    return details;
  }

  #hashOf(bytes: Uint8Array): Promise<string> {
    const hash = this.#hashes.get(bytes) ?? tensorHash(bytes);
    this.#hashes.set(bytes, hash);
    return hash;
  }
}
