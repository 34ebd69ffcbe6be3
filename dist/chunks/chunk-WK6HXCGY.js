import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/entry/lambda/item-memory.ts
var RESERVED_BYTES = 320 * 1024 * 1024;
function layerMemoryBytes({ itemMemoryBytes }) {
  return Math.max(1, itemMemoryBytes - RESERVED_BYTES);
}

export {
  layerMemoryBytes
};
