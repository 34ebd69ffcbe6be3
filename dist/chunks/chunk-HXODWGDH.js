import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/plots/plot-kinds.ts
var PLOT_KINDS = {
  esd: { spectrum: "log-log" },
  "esd-log-linear": { spectrum: "log-linear" },
  "esd-linear": { spectrum: "linear" },
  ks: { spectrum: "ks-distance" },
  "alpha-xmin": { spectrum: "alpha-over-xmin" },
  mp: { spectrum: "marchenko-pastur", setting: "mpFit" },
  random: { spectrum: "randomized", setting: "randomize" },
  "alpha-depth": {},
  "alpha-histogram": {}
};
function kindOf(name) {
  return PLOT_KINDS[name];
}

export {
  PLOT_KINDS,
  kindOf
};
