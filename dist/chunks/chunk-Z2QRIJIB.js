import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/plots/alpha-axis.ts
var DEFAULT_BOUNDS = { minAlpha: 2, maxAlpha: 6 };
function boundsOf(settings) {
  return {
    minAlpha: numberOr(settings["min-alpha"], DEFAULT_BOUNDS.minAlpha),
    maxAlpha: numberOr(settings["max-alpha"], DEFAULT_BOUNDS.maxAlpha)
  };
}
function numberOr(value, otherwise) {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
var HIGHEST_SHOWN = 2;
function boundLines(kind, { minAlpha, maxAlpha }) {
  return [minAlpha, maxAlpha].map(
    (at) => kind === "vertical" ? { kind, role: "bound", x: at } : { kind, role: "bound", y: at }
  );
}
function inWords({ minAlpha, maxAlpha }) {
  return `Bounds are ${minAlpha} and ${maxAlpha}.`;
}
function alphaAxis(alphas, { minAlpha, maxAlpha }) {
  const highest = alphas.reduce((most, alpha) => Math.max(most, alpha), 0);
  const top = Math.max(maxAlpha * 1.1, Math.min(highest * 1.05, maxAlpha * HIGHEST_SHOWN));
  return { label: "alpha", scale: "linear", domain: [Math.min(1, minAlpha), top] };
}

export {
  boundsOf,
  boundLines,
  inWords,
  alphaAxis
};
