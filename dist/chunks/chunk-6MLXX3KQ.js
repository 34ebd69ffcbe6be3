import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// scripts/never-loaded.ts
var never_loaded_default = {
  Extract: () => {
    throw new Error("the bundles cannot unpack artifacts in this way");
  }
};

export {
  never_loaded_default
};
