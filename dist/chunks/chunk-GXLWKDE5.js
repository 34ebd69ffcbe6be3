import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/entry/cache/cache-use.ts
function describeCacheUse({ layers, known, failure }) {
  const use = `${known} of ${layers} layers were in the cache`;
  return failure === void 0 ? use : `${use}, and no more are kept there: ${failure}`;
}

export {
  describeCacheUse
};
