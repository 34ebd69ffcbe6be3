import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/digits.ts
var NONE = "\u2013";
function digits(value) {
  if (value === null) return NONE;
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2);
  return size >= 0.01 || value === 0 ? value.toFixed(3) : value.toPrecision(3);
}
function signed(value) {
  return value === null ? NONE : `${value < 0 ? "\u2212" : "+"}${digits(Math.abs(value))}`;
}

export {
  NONE,
  digits,
  signed
};
