import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "./chunk-BFC25OSE.js";

// src/publish/comment-marker.ts
function commentMarker(reportKey) {
  const key = reportKey.replace(
    /[^A-Za-z0-9._ /]/g,
    (character) => `%${character.codePointAt(0).toString(16)}`
  );
  return `<!-- alphagate: ${key} -->`;
}
export {
  commentMarker
};
