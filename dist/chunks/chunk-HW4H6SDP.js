import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  SUCCESS,
  failed,
  successWithRemark
} from "./chunk-RFOEC4WV.js";
import {
  DEFAULT_MODES
} from "./chunk-M257ZRI6.js";

// src/metrics/cut-eigenvalues.ts
var CUT = 1e-5;
var RESCALED_LAMBDA_MAX = 100;
function cutEigenvalues(eigenvalues, lambdaMax, rank, literal = false) {
  const usable = eigenvalues.filter((eigenvalue) => eigenvalue > CUT);
  if (literal || usable.length >= rank / 2)
    return { usable, original: (eigenvalue) => eigenvalue, remark: void 0 };
  const rescaled = eigenvalues.map((eigenvalue) => eigenvalue / lambdaMax * RESCALED_LAMBDA_MAX);
  return {
    usable: rescaled.filter((eigenvalue) => eigenvalue > CUT),
    original: (eigenvalue) => eigenvalues[rescaled.indexOf(eigenvalue)],
    remark: `fitted on eigenvalues scaled to a largest of ${RESCALED_LAMBDA_MAX}, because only ${usable.length} of ${rank} nonzero ones lie above ${CUT}`
  };
}

// src/metrics/literal-columns.ts
var LITERAL_NONE = -1;
var LITERAL_NO_FIT = {
  alpha: LITERAL_NONE,
  D: LITERAL_NONE,
  sigma: LITERAL_NONE,
  xmin: LITERAL_NONE,
  xmax: null,
  num_pl_spikes: LITERAL_NONE,
  warning: "over-trained",
  status: "failed"
};
var NOT_A_NUMBER = /^(?:detX_val|(?:bulk|tail)_(?:mean|var)_)/;
function withLiteralNones(columns) {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      value === null && !NOT_A_NUMBER.test(column) ? LITERAL_NONE : value
    ])
  );
}

// src/metrics/norms.ts
var ENTROPY_EPSILON = 1e-10;
function computeNorms({ eigenvalues, svMax, svMin, rankLoss }, N, tolerance = DEFAULT_MODES.tolerance, literal = false) {
  const lambdaMax = eigenvalues.at(-1);
  const norm = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
  const rank = countAbove(eigenvalues, Math.sqrt(lambdaMax) * N * Number.EPSILON);
  return {
    lambda_max: lambdaMax,
    sv_max: svMax,
    sv_min: svMin,
    rank_loss: rankLoss,
    weak_rank_loss: eigenvalues.filter((eigenvalue) => eigenvalue < tolerance).length,
    norm: existing(norm),
    log_norm: existing(Math.log10(norm)),
    spectral_norm: lambdaMax,
    log_spectral_norm: existing(Math.log10(lambdaMax)),
    stable_rank: existing(norm / lambdaMax),
    matrix_rank: rank,
    entropy: rank < (literal ? 1 : 2) ? null : existing(entropyOf(eigenvalues, norm, rank))
  };
}
function logAlphaNorm(eigenvalues, alpha) {
  const lambdaMax = eigenvalues.at(-1);
  const sum = eigenvalues.reduce((total, eigenvalue) => total + (eigenvalue / lambdaMax) ** alpha, 0);
  return existing(alpha * Math.log10(lambdaMax) + Math.log10(sum));
}
function countAbove(eigenvalues, tolerance) {
  let count = 0;
  for (const eigenvalue of eigenvalues) if (Math.sqrt(eigenvalue) > tolerance) count++;
  return count;
}
function entropyOf(eigenvalues, norm, rank) {
  let sum = 0;
  for (const eigenvalue of eigenvalues) {
    const p = eigenvalue / norm + ENTROPY_EPSILON;
    sum -= p * Math.log(p);
  }
  return sum / Math.log(rank + ENTROPY_EPSILON);
}
function existing(value) {
  return Number.isFinite(value) ? value : null;
}

// src/metrics/fit-columns.ts
var OVER_TRAINED_BELOW = 2;
var UNDER_TRAINED_ABOVE = 6;
var NO_FIT = {
  alpha: null,
  D: null,
  sigma: null,
  xmin: null,
  xmax: null,
  num_pl_spikes: null,
  alpha_weighted: null,
  log_alpha_norm: null,
  warning: ""
};
function fitColumns(eigenvalues, offered, { log_spectral_norm }, { usable, original, remark }, fit, sameness, productRemark) {
  if (sameness !== void 0) return { ...NO_FIT, status: failed(sameness) };
  if (fit === void 0) return { ...NO_FIT, status: failed(`no power law: ${whyNotFitted(usable)}`) };
  const { alpha, D } = fit;
  const xmin = original(fit.xmin);
  const remarks = [productRemark, remark].filter((text) => text !== void 0);
  return {
    alpha: existing(alpha),
    D,
    sigma: existing(fit.sigma),
    xmin,
    xmax: original(fit.xmax),
    num_pl_spikes: offered.filter((eigenvalue) => eigenvalue >= xmin).length,
    alpha_weighted: weighted(alpha, log_spectral_norm),
    log_alpha_norm: logAlphaNorm(eigenvalues, alpha),
    warning: warningOf(alpha),
    status: remarks.length === 0 ? SUCCESS : successWithRemark(remarks.join("; "))
  };
}
function literallyFailed(eigenvalues, { log_spectral_norm }) {
  const { alpha } = LITERAL_NO_FIT;
  return {
    ...LITERAL_NO_FIT,
    alpha_weighted: weighted(alpha, log_spectral_norm),
    log_alpha_norm: logAlphaNorm(eigenvalues, alpha)
  };
}
function weighted(alpha, logSpectralNorm) {
  return logSpectralNorm === null ? null : existing(alpha * logSpectralNorm);
}
function whyNotFitted(usable) {
  if (usable.length < 2)
    return `only ${usable.length} eigenvalue${usable.length === 1 ? "" : "s"} above ${CUT}`;
  if (usable[0] === usable.at(-1)) return "all eigenvalues are equal";
  return "the largest eigenvalues are one value many times over";
}
function warningOf(alpha) {
  if (alpha < OVER_TRAINED_BELOW) return "over-trained";
  return alpha > UNDER_TRAINED_ABOVE ? "under-trained" : "";
}

export {
  cutEigenvalues,
  LITERAL_NO_FIT,
  withLiteralNones,
  computeNorms,
  NO_FIT,
  fitColumns,
  literallyFailed,
  warningOf
};
