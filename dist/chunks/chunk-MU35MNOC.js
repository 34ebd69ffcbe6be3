import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  NumericError
} from "./chunk-LSZFXY6A.js";

// src/metrics/uncertainty/integrate.ts
var STEP = 1 / 16;
var FROM = Math.round(-4.4 / STEP);
var TO = Math.round(709 / STEP);
var POINTS = new Float64Array(TO - FROM + 1);
var WEIGHTS = new Float64Array(TO - FROM + 1);
for (let i = 0; i < POINTS.length; i++) {
  const u = (FROM + i) * STEP;
  const point = Math.exp(u - Math.exp(-u));
  POINTS[i] = point;
  WEIGHTS[i] = STEP * point * (1 + Math.exp(-u));
}
function momentsOf(density, first, second) {
  let area = 0;
  let sumOfFirst = 0;
  let sumOfSecond = 0;
  for (let i = 0; i < POINTS.length; i++) {
    const t = POINTS[i];
    const share = WEIGHTS[i] * density(t);
    if (share === 0) break;
    area += share;
    sumOfFirst += share * first(t);
    sumOfSecond += share * second(t);
  }
  return { area, first: sumOfFirst / area, second: sumOfSecond / area };
}
function integrate(f) {
  return momentsOf(f, ZERO, ZERO).area;
}
var ZERO = () => 0;

// src/metrics/uncertainty/normal-tail.ts
function twoSidedNormalTail(z) {
  if (z === Infinity) return 0;
  const x = z / Math.SQRT2;
  const scale = 1 / Math.max(x, 1);
  const integral = scale * integrate((t) => Math.exp(-((t * scale) ** 2) - 2 * x * t * scale));
  return Math.min(2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * integral, 1);
}

// src/metrics/uncertainty/alternatives/exponential.ts
function fitExponential({ meanExcess }) {
  const rate = 1 / meanExcess;
  return (t) => Math.log(rate) + t - rate * Math.expm1(t);
}

// src/metrics/uncertainty/find-root.ts
var MOST_STEPS = 200;
function findRoot(f, low, high, tolerance) {
  let a = high;
  let b = low;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw noRoot(low, high);
  let t = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Number.isNaN(fx)) throw noRoot(low, high);
    let c = a;
    let fc = fa;
    if (Math.sign(fx) !== Math.sign(fa)) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const smallest = (2 * Number.EPSILON * Math.abs(best) + tolerance / 2) / Math.abs(b - a);
    if (smallest > 0.5 || fa === 0 || fb === 0) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi ? fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb)) : 0.5;
    t = Math.min(Math.max(t, smallest), 1 - smallest);
  }
  throw noRoot(low, high);
}
function noRoot(low, high) {
  return new NumericError({
    code: "NO_CONVERGENCE",
    subject: `the root between ${low} and ${high}`,
    problem: "it was not found",
    cure: "Please report the eigenvalues",
    details: { low, high }
  });
}

// src/metrics/uncertainty/alternatives/log-normal.ts
var LEAST_CURVATURE = 1e-6;
var UNCUT = 1 / 8;
var LEAST_SLOPE = -9;
function fitLogNormal({ mean, meanSquare }) {
  const ratio = meanSquare / mean ** 2;
  if (ratio - 1 < UNCUT ** 2) {
    const variance = meanSquare - mean ** 2;
    return (t) => -((t - mean) ** 2) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;
  }
  const excessOf = (shape) => ratioOf(shape) - ratio;
  let best;
  if (excessOf({ slope: 1, curvature: 1 }) > 0) {
    const excess = (slope) => excessOf({ slope, curvature: 1 });
    best = { slope: findRoot(excess, LEAST_SLOPE, 1, 1e-10), curvature: 1 };
  } else {
    const excess = (curvature) => excessOf({ slope: 1, curvature });
    if (excess(LEAST_CURVATURE) <= 0) return void 0;
    best = { slope: 1, curvature: findRoot(excess, LEAST_CURVATURE, 1, 1e-10) };
  }
  const { area, first } = shapeMoments(best);
  const scale = first / mean;
  const logArea = Math.log(area / scale);
  return (t) => exponentOf(best, t * scale) - logArea;
}
function exponentOf({ slope, curvature }, w) {
  return slope < 0 ? -curvature * (w + slope / curvature) ** 2 / 2 : -slope * w - curvature * w * w / 2;
}
function shapeMoments(shape) {
  return momentsOf(
    (w) => Math.exp(exponentOf(shape, w)),
    (w) => w,
    (w) => w * w
  );
}
function ratioOf(shape) {
  const { first, second } = shapeMoments(shape);
  return second / first ** 2;
}

// src/metrics/uncertainty/alternatives/tail.ts
function tailOf(values, xmin) {
  const t = values.filter((x) => x >= xmin).map((x) => Math.log(x / xmin));
  const mean = meanOf(t, (u) => u);
  const meanExcess = meanOf(t, Math.expm1);
  if (!(mean > 0 && meanExcess < Infinity)) return void 0;
  return { t, mean, meanSquare: meanOf(t, (u) => u * u), meanExcess };
}
function meanOf(values, f) {
  let sum = 0;
  for (const value of values) sum += f(value);
  return sum / values.length;
}
function fitPowerLawTo({ mean }) {
  const rate = 1 / mean;
  return (t) => Math.log(rate) - rate * t;
}

// src/metrics/uncertainty/alternatives/stretched-exponential.ts
var LEAST_CURVATURE2 = 1e-6;
function fitStretchedExponential({ t, mean }) {
  const longest = t.at(-1);
  const power = (beta2, u) => Math.exp(beta2 * (u - longest));
  const excess = (beta2, u) => -Math.expm1(-beta2 * u) * power(beta2, u);
  const meanExcess = (beta2) => meanOf(t, (u) => excess(beta2, u));
  const slope = (beta2) => mean + 1 / beta2 - meanOf(t, (u) => u * power(beta2, u)) / meanExcess(beta2);
  const least = LEAST_CURVATURE2 / longest;
  if (slope(least) <= 0) return void 0;
  let most = 1 / mean;
  while (slope(most) > 0) most *= 2;
  const beta = findRoot(slope, least, most, 1e-9 / mean);
  const c = 1 / meanExcess(beta);
  return (u) => Math.log(c * beta) + beta * (u - longest) - c * excess(beta, u);
}

// src/metrics/uncertainty/alternatives/truncated-power-law.ts
var LEAST_CUTOFF = 1e-12;
function truncatedPowerLaw({ t, mean, meanExcess }) {
  const bestSlope = (theta2) => {
    const excess = (slope) => cutOffMoments(slope, theta2).first - mean;
    return excess(0) <= 0 ? 0 : findRoot(excess, 0, 2 / mean, 1e-11 / mean);
  };
  const surplus = (logTheta) => {
    const theta2 = Math.exp(logTheta);
    return cutOffMoments(bestSlope(theta2), theta2).second - meanExcess;
  };
  const least = Math.log(LEAST_CUTOFF) - t.at(-1);
  if (surplus(least) <= 0) return { slope: 1 / mean, theta: 0 };
  const theta = Math.exp(findRoot(surplus, least, Math.log(2 / meanExcess), 1e-9));
  return { slope: bestSlope(theta), theta };
}
function fitTruncatedPowerLaw(tail) {
  const { slope, theta } = truncatedPowerLaw(tail);
  if (theta === 0) return void 0;
  const logArea = Math.log(cutOffMoments(slope, theta).area);
  return (u) => -slope * u - theta * Math.expm1(u) - logArea;
}
function cutOffMoments(slope, theta) {
  const scale = 1 / (1 + slope + theta);
  const moments = momentsOf(
    (w) => Math.exp(-(slope + 1) * Math.log1p(scale * w) - theta * scale * w),
    (w) => Math.log1p(scale * w),
    (w) => scale * w
  );
  return { ...moments, area: scale * moments.area };
}

// src/metrics/uncertainty/alternatives/compare.ts
var ALTERNATIVES = [
  "exponential",
  "lognormal",
  "truncated_power_law",
  "stretched_exponential"
];
var FITTERS = {
  exponential: { fitTo: fitExponential, nested: false },
  lognormal: { fitTo: fitLogNormal, nested: false },
  truncated_power_law: { fitTo: fitTruncatedPowerLaw, nested: true },
  stretched_exponential: { fitTo: fitStretchedExponential, nested: false }
};
var SAME = { logLikelihoodRatio: 0, R: 0, p: 1 };
function compareAlternatives(values, xmin) {
  const tail = tailOf(values, xmin);
  const compareWith = (name) => {
    if (tail === void 0) return SAME;
    const { fitTo, nested } = FITTERS[name];
    const alternative = fitTo(tail);
    return alternative === void 0 ? SAME : compare(tail.t, fitPowerLawTo(tail), alternative, nested);
  };
  return {
    exponential: compareWith("exponential"),
    lognormal: compareWith("lognormal"),
    truncated_power_law: compareWith("truncated_power_law"),
    stretched_exponential: compareWith("stretched_exponential")
  };
}
function compare(t, powerLaw, alternative, nested) {
  const terms = t.map((u) => powerLaw(u) - alternative(u));
  const n = terms.length;
  const ratio = terms.reduce((sum, term) => sum + term, 0);
  const variance = terms.reduce((sum, term) => sum + (term - ratio / n) ** 2, 0) / n;
  if (!(variance > 0)) return SAME;
  const R = ratio / Math.sqrt(n * variance);
  const p = twoSidedNormalTail(nested ? Math.sqrt(2 * Math.abs(ratio)) : Math.abs(R));
  return { logLikelihoodRatio: ratio, R, p };
}

// src/metrics/uncertainty/trust.ts
var TRUST_LABELS = ["none", "low", "medium", "high"];
var TRUST = {
  /** A layer whose `separation` is smaller is noise. */
  noiseBelowSeparation: 2,
  /** Alpha is no lower than chance gives it where the null's p-value is larger. */
  chanceAboveP: 0.2,
  /** Values in the tail. */
  lowBelowTail: 20,
  mediumBelowTail: 50,
  /** p-values of the goodness of fit and of alternatives that are held to be significant. */
  significance: 0.1,
  /** Where the goodness of fit is significant, a tail that is nowhere this far from the fit is still near a power law. */
  nearBelowD: 0.1,
  /** By which factor alpha − 1 depends on the start of the tail. */
  lowAboveRatio: 2,
  mediumAboveRatio: 1.5
};
var NAMES = {
  exponential: "an exponential distribution",
  lognormal: "a log-normal distribution",
  truncated_power_law: "a power law with a cut-off",
  stretched_exponential: "a stretched exponential"
};
function judgeTrust(evidence) {
  const doubts = [
    doubtNoise(evidence),
    doubtSize(evidence),
    doubtFit(evidence),
    doubtStability(evidence),
    doubtShape(evidence)
  ].filter((doubt) => doubt !== void 0).sort((a, b) => TRUST_LABELS.indexOf(a.cap) - TRUST_LABELS.indexOf(b.cap));
  return { label: doubts[0]?.cap ?? "high", reasons: doubts.map(({ reason }) => reason) };
}
function doubtNoise({ nullAlpha }) {
  if (nullAlpha === void 0) {
    return { cap: "medium", reason: "it was not compared with its own weights in random order" };
  }
  const { alphas, pValue, separation } = nullAlpha;
  if (!(separation >= TRUST.noiseBelowSeparation)) {
    return {
      cap: "none",
      reason: "not distinguishable from a shuffled layer: its own weights in random order have this spectrum"
    };
  }
  if (alphas.length > 0 && pValue > TRUST.chanceAboveP) {
    const range = `${short(alphas[0])} to ${short(alphas.at(-1))}`;
    return { cap: "low", reason: `its own weights in random order have an alpha as low (${range})` };
  }
  return void 0;
}
function doubtSize({ fit: { tail, sigma } }) {
  const reason = `only ${tail} eigenvalues in the tail (alpha \xB1 ${short(sigma)})`;
  if (tail < TRUST.lowBelowTail) return { cap: "low", reason };
  return tail < TRUST.mediumBelowTail ? { cap: "medium", reason } : void 0;
}
function doubtFit({ fit: { D }, goodnessOfFit: { pValue } }) {
  if (pValue >= TRUST.significance) return void 0;
  const facts = `${pText(pValue)}, D = ${short(D)}`;
  return D < TRUST.nearBelowD ? { cap: "medium", reason: `its tail is near a power law, but not one (${facts})` } : { cap: "low", reason: `its tail is not a power law (${facts})` };
}
function doubtStability({ stability: { lowest, highest, ratio } }) {
  if (!(ratio > TRUST.mediumAboveRatio)) return void 0;
  return {
    cap: ratio > TRUST.lowAboveRatio ? "low" : "medium",
    reason: `alpha depends on where the tail begins: ${short(lowest)} to ${short(highest)} for nearly as good fits`
  };
}
function doubtShape({ alternatives }) {
  const isBetter = (name) => alternatives[name].R < 0 && alternatives[name].p < TRUST.significance;
  const ratio = (name) => alternatives[name].logLikelihoodRatio;
  const [best] = ALTERNATIVES.filter(isBetter).sort((a, b) => ratio(a) - ratio(b));
  if (best === void 0) return void 0;
  if (isBetter("exponential")) {
    return {
      cap: "low",
      reason: `its tail is not heavy: an exponential distribution is more likely (${pText(alternatives.exponential.p)})`
    };
  }
  return { cap: "medium", reason: `${NAMES[best]} is more likely (${pText(alternatives[best].p)})` };
}
function pText(p) {
  return p < 1e-3 ? "p < 0.001" : `p = ${short(p)}`;
}
function short(x) {
  return String(Number(x.toPrecision(3)));
}

export {
  tailOf,
  truncatedPowerLaw,
  cutOffMoments,
  compareAlternatives,
  TRUST_LABELS,
  judgeTrust
};
