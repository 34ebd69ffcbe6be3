import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/layer-shape.ts
function layerShape({ N, M, rf, slice_id }) {
  return `${N}\xD7${M}${rf > 1 && slice_id === void 0 ? `, ${rf} times` : ""}`;
}

export {
  layerShape
};
