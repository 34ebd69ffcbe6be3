import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/sources/file-name.ts
var MAX_FILE_NAME_LENGTH = 255;
var LEAVES_DIRECTORY = /[/\\\0]|^[a-z]:/i;
function isPlainFileName(fileName) {
  return fileName !== "" && fileName !== "." && fileName !== ".." && fileName.length <= MAX_FILE_NAME_LENGTH && fileName.isWellFormed() && !LEAVES_DIRECTORY.test(fileName);
}
function baseName(name) {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}
function folderOf(path) {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
function siblingIn(entries, path, fileName) {
  return isPlainFileName(fileName) ? entries.get(folderOf(path) + fileName) : void 0;
}

export {
  isPlainFileName,
  baseName,
  folderOf,
  siblingIn
};
