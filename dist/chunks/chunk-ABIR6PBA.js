import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/sources/similar-names.ts
var SHOWN = 3;
var COMPARED_CHARACTERS = 100;
var COMPARED_NAMES = 1e3;
function describeNames(wanted, names) {
  const similar = names.slice(0, COMPARED_NAMES).map((name) => ({ name, distance: editDistance(wanted.toLowerCase(), name.toLowerCase()) })).filter(({ distance }) => distance <= Math.max(2, wanted.length / 3)).toSorted((a, b) => a.distance - b.distance).map(({ name }) => name);
  const shown = (similar.length > 0 ? similar : names).slice(0, SHOWN);
  const others = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return shown.map((name) => JSON.stringify(name)).join(", ") + others;
}
function editDistance(a, b) {
  const left = a.slice(0, COMPARED_CHARACTERS);
  const right = b.slice(0, COMPARED_CHARACTERS);
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = above[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    above = current;
  }
  return above[right.length];
}

export {
  describeNames
};
