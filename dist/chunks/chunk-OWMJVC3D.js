import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  compileGlob
} from "./chunk-ET7JD5AR.js";

// src/sources/within.ts
function selectWithin(files, wanted) {
  const path = wanted.replace(/\/+$/, "");
  const select = (kind, accepts) => {
    const found = files.filter((file) => accepts(file.path));
    return found.length === 0 ? void 0 : { kind, files: found };
  };
  const { base, matches } = compileGlob(path);
  return select("file", (filePath) => filePath === path) ?? select("folder", (filePath) => filePath.startsWith(`${path}/`)) ?? select("file", (filePath) => filePath.startsWith(base) && matches(filePath.slice(base.length)));
}

export {
  selectWithin
};
