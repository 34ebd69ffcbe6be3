import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/metrics/row-name.ts
function rowName({ longname, slice_id }) {
  return slice_id === void 0 ? longname : `${longname} [${slice_id}]`;
}

export {
  rowName
};
