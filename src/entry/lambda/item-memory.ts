import type { Deployment } from './deployment.ts';

/** What Node, the code and the report of an item take beside layers, as measured, with room to spare. */
const RESERVED_BYTES = 320 * 1024 * 1024;

/** What layers may take together of the memory of the function that analyses an item. */
export function layerMemoryBytes({ itemMemoryBytes }: Pick<Deployment, 'itemMemoryBytes'>): number {
  return Math.max(1, itemMemoryBytes - RESERVED_BYTES);
}
