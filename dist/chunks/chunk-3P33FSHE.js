import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  rowName
} from "./chunk-WA4HYSTF.js";

// src/verdict/baseline.ts
var SAME_SPECTRUM = 0.05;
function matchBaseline(layers, baseline) {
  const byName = new Map(baseline.map((layer) => [rowName(layer), layer]));
  const matches = /* @__PURE__ */ new Map();
  for (const layer of layers) {
    const match = byName.get(rowName(layer));
    if (match !== void 0 && sameShape(layer, match)) matches.set(rowName(layer), match);
  }
  const taken = new Set(matches.values());
  const pairs = layers.filter((layer) => !matches.has(rowName(layer))).flatMap(
    (layer) => baseline.filter((candidate) => !taken.has(candidate) && sameShape(layer, candidate)).map((candidate) => ({ layer, candidate, distance: spectralDistance(layer, candidate) }))
  ).filter(({ distance }) => distance <= SAME_SPECTRUM).sort((a, b) => a.distance - b.distance);
  for (const { layer, candidate } of pairs) {
    if (matches.has(rowName(layer)) || taken.has(candidate)) continue;
    matches.set(rowName(layer), candidate);
    taken.add(candidate);
  }
  return matches;
}
function sameShape(a, b) {
  return a.N === b.N && a.M === b.M && a.rf === b.rf;
}
function spectralDistance(a, b) {
  return Math.max(relativeDifference(a.norm, b.norm), relativeDifference(a.lambda_max, b.lambda_max));
}
function relativeDifference(a, b) {
  if (a === null || b === null) return Infinity;
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

export {
  matchBaseline,
  sameShape
};
