import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/entry/help-link.ts
var TROUBLESHOOTING = "https://github.com/alphagate/alphagate/blob/main/docs/troubleshooting.md";
function helpFor(code) {
  return `${code}, see ${TROUBLESHOOTING}#${code.toLowerCase()}`;
}

export {
  helpFor
};
