import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/verdict/format.ts
function formatNumber(value) {
  return Number(value.toPrecision(4)).toString();
}
function formatAlpha(alpha, bound) {
  let digits = 4;
  while (digits < 17 && alpha !== bound && Number(alpha.toPrecision(digits)) === bound) digits++;
  return Number(alpha.toPrecision(digits)).toString();
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export {
  formatNumber,
  formatAlpha,
  count
};
