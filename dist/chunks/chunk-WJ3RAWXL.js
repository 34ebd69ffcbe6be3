import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/mean.ts
function mean(values) {
  const existing = values.filter((value) => value != null);
  return existing.length === 0 ? null : existing.reduce((sum, value) => sum + value, 0) / existing.length;
}

export {
  mean
};
