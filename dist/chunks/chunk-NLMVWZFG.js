import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/formats/dtype.ts
var BYTES_PER_ELEMENT = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  F8_E4M3: 1,
  F8_E5M2: 1,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U64: 8,
  U32: 4,
  U16: 2,
  U8: 1,
  BOOL: 1
};
var FLOAT_DTYPES = /* @__PURE__ */ new Set(["F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"]);
function isDtype(text) {
  return Object.hasOwn(BYTES_PER_ELEMENT, text);
}
function isFloatDtype(dtype) {
  return FLOAT_DTYPES.has(dtype);
}
function bytesPerElement(dtype) {
  return BYTES_PER_ELEMENT[dtype];
}

// src/formats/half.ts
function halfToNumber(bits) {
  const sign = bits & 32768 ? -1 : 1;
  const exponent = bits >> 10 & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

export {
  isDtype,
  isFloatDtype,
  bytesPerElement,
  halfToNumber
};
