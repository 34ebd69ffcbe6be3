import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/entry/action/workspace-path.ts
import path from "node:path";
function workspacePath(file, workspace = process.cwd(), paths = path) {
  const relative = paths.relative(workspace, paths.resolve(workspace, file));
  const leadsOut = relative === ".." || relative.startsWith(`..${paths.sep}`) || paths.isAbsolute(relative);
  return relative === "" || leadsOut ? void 0 : relative.replaceAll(paths.sep, "/");
}

export {
  workspacePath
};
