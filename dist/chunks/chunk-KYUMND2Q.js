import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/spectrum/power-of-two.ts
var HIGHEST = 1e3;
function scaleToUnit(magnitude) {
  if (magnitude === 0) return 1;
  const exponent = Math.floor(Math.log2(magnitude)) + 1;
  return 2 ** -Math.max(-HIGHEST, Math.min(HIGHEST, exponent));
}

export {
  scaleToUnit
};
