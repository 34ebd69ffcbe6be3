import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  printableReference
} from "./chunk-XJUTMDZ7.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

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

// src/entry/cli/only-outcome.ts
function onlyOutcome(model, outcomes, whyOne) {
  const [outcome] = outcomes;
  if (outcome !== void 0 && outcomes.length === 1) return outcome;
  throw new ConfigError({
    code: "SEVERAL_MODELS",
    subject: printableReference(model),
    problem: `stands for ${outcomes.length} models, and ${whyOne}`,
    cure: "Name one of them"
  });
}

export {
  PLOT_KINDS,
  kindOf,
  onlyOutcome
};
