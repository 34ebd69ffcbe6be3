import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/metrics/fitted-alpha.ts
function fittedAlpha({ alpha }) {
  return alpha !== null && alpha >= 1 ? alpha : null;
}

export {
  fittedAlpha
};
