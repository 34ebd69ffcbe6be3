import type { Deployment } from './deployment.ts';

/**
 * What a function takes beside layers. Node with the code and the numbers of a small model was measured at 120 MB; the
 * SDK and a report of thousands of layers come on top.
 */
const RESERVED_BYTES = 320 * 1024 * 1024;

/** What layers may take together of the memory of the function that analyses an item. */
export function layerMemoryBytes({ itemMemoryBytes }: Pick<Deployment, 'itemMemoryBytes'>): number {
  return Math.max(1, itemMemoryBytes - RESERVED_BYTES);
}
