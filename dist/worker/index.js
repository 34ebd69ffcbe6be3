import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  NO_FIT,
  computeNorms,
  cutEigenvalues,
  fitColumns,
  literallyFailed,
  withLiteralNones
} from "../chunks/chunk-HW4H6SDP.js";
import {
  EVERY_WEIGHT_SAME,
  EVERY_WEIGHT_ZERO,
  notFinite
} from "../chunks/chunk-RFOEC4WV.js";
import {
  assist,
  createEngine,
  randomStream
} from "../chunks/chunk-M257ZRI6.js";
import {
  elementReader
} from "../chunks/chunk-TCZKHMDB.js";
import {
  bytesPerElement
} from "../chunks/chunk-NLMVWZFG.js";
import {
  compareAlternatives,
  cutOffMoments,
  judgeTrust,
  tailOf,
  truncatedPowerLaw
} from "../chunks/chunk-MU35MNOC.js";
import "../chunks/chunk-4MIY2QKT.js";
import {
  fittedAlpha
} from "../chunks/chunk-QD66ABUT.js";
import "../chunks/chunk-JXTWGQ7Y.js";
import {
  NumericError
} from "../chunks/chunk-LSZFXY6A.js";
import "../chunks/chunk-4MUT4G64.js";

// src/entry/worker/index.ts
import { parentPort, workerData } from "node:worker_threads";

// src/metrics/power-law.ts
var SMALL_SAMPLE = 20;
var SHORTEST_TAIL = 8;
var DEGENERATE = 1e-12;
var CANDIDATE_STEP = 64;
var SAMPLING_STEP = 32;
function fitPowerLaw(values) {
  const best = bestCandidate(values);
  return best === void 0 || !Number.isFinite(best.alpha) ? void 0 : toFit(values, best);
}
function fitPowerLawLiterally(values) {
  const n = values.length;
  if (n < 2) return void 0;
  const best = bestCandidate(values);
  const fit = toFit(values, best ?? { start: 0, alpha: 0, D: 1 });
  return best === void 0 || n < SHORTEST_TAIL ? { ...fit, sigma: -1 / Math.sqrt(n) } : fit;
}
function bestCandidate(values) {
  if (values.length < 2) return void 0;
  const logs = values.map(Math.log);
  return values.length < SMALL_SAMPLE ? scanSmallSample(logs) : scan(logs);
}
function toFit(values, { start, alpha, D }) {
  const tail = values.length - start;
  const sigma = (alpha - 1) / Math.sqrt(tail);
  return { alpha, D, sigma, xmin: values[start], xmax: values.at(-1), tail };
}
function* tailsNearerThan(logs, distance2) {
  const n = logs.length;
  const small = n < SMALL_SAMPLE;
  const starts = small ? Math.max(n - SHORTEST_TAIL + 1, 1) : n - 1;
  const sums = sumsOfLogExcess(logs);
  let farthest = n - 1;
  for (let start = 0; start < starts; start++) {
    if (sums[start] <= (small ? DEGENERATE : 0)) continue;
    const tail = n - start;
    const alpha = 1 + (small ? tail - 1 : tail) / sums[start];
    const { D, at } = ksDistance(logs, start, alpha, distance2, farthest);
    farthest = at;
    if (D < distance2) yield { alpha, D, tail };
  }
}
function fitTails(values, starts) {
  const logs = values.map(Math.log);
  const n = logs.length;
  const small = n < SMALL_SAMPLE;
  const sums = sumsOfLogExcess(logs);
  return starts.flatMap((start) => {
    const tail = n - start;
    const sum = sums[start];
    if (sum <= DEGENERATE || tail < 2) return [];
    const alpha = 1 + (small ? tail - 1 : tail) / sum;
    return [{ start, alpha, D: ksDistance(logs, start, alpha, Infinity, n - 1).D, tail }];
  });
}
function scan(logs) {
  const n = logs.length;
  const sums = sumsOfLogExcess(logs);
  const atMost = smallestSampledDistance(logs, sums) * (1 + Number.EPSILON) + Number.MIN_VALUE;
  let best;
  let farthest = n - 1;
  for (let start = 0; start < n - 1; start++) {
    const tail = n - start;
    const sum = sums[start];
    if (sum < 0) continue;
    if (sum === 0) {
      const D = (tail - 1) / tail;
      if (D < (best?.D ?? 1)) best = { start, alpha: Infinity, D };
      continue;
    }
    const alpha = 1 + tail / sum;
    const enough = Math.min(best?.D ?? 1, atMost);
    const distance2 = ksDistance(logs, start, alpha, enough, farthest);
    farthest = distance2.at;
    if (distance2.D < enough) best = { start, alpha, D: distance2.D };
  }
  return best;
}
function smallestSampledDistance(logs, sums) {
  const n = logs.length;
  let smallest = 1;
  let farthest = n - 1;
  for (let start = 0; start < n - 1; start += CANDIDATE_STEP) {
    if (!(sums[start] > 0)) continue;
    const { D, at } = ksDistance(logs, start, 1 + (n - start) / sums[start], smallest, farthest);
    farthest = at;
    smallest = Math.min(smallest, D);
  }
  return smallest;
}
function scanSmallSample(logs) {
  const n = logs.length;
  const sums = sumsOfLogExcess(logs);
  const candidateAt = (start) => {
    const alpha = 1 + (n - start - 1) / sums[start];
    return { start, alpha, D: ksDistance(logs, start, alpha, Infinity, n - 1).D };
  };
  let best;
  for (let start = 0; n - start >= SHORTEST_TAIL; start++) {
    if (sums[start] <= DEGENERATE) continue;
    const candidate = candidateAt(start);
    if (candidate.D < (best?.D ?? 1)) best = candidate;
  }
  if (best === void 0 && sums[0] > DEGENERATE) best = candidateAt(0);
  return best;
}
function sumsOfLogExcess(logs) {
  const n = logs.length;
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = n - 1; i >= 0; i--) {
    sum += logs[i];
    sums[i] = sum - (n - i) * logs[i];
  }
  return sums;
}
function ksDistance(logs, start, alpha, enough, hint) {
  const n = logs.length;
  const tail = n - start;
  const exponent = 1 - alpha;
  const first = logs[start];
  const distanceAt = (j) => Math.abs(1 - Math.exp(exponent * (logs[j] - first)) - (j - start) / tail);
  let D = 0;
  let at = hint;
  if (hint >= start) {
    D = distanceAt(hint);
    if (D >= enough) return { D, at };
  }
  for (const step of [SAMPLING_STEP, 1]) {
    for (let j = start; j < n; j += step) {
      const distance2 = distanceAt(j);
      if (distance2 > D) {
        D = distance2;
        at = j;
        if (D >= enough) return { D, at };
      }
    }
  }
  return { D, at };
}

// src/metrics/symptoms/outliers.ts
var MOST_OUTLIERS = 5;
var SIGNIFICANCE = 1e-3;
function findOutliers(values) {
  for (let count = Math.min(MOST_OUTLIERS, values.length - 2); count > 0; count--) {
    const rest = values.subarray(0, values.length - count);
    const fit = fitPowerLaw(rest);
    if (fit === void 0 || fit.tail < 2) continue;
    const largest = Math.log(rest.at(-1));
    const gap = count * (Math.log(values[rest.length]) - largest);
    const first = Math.log(fit.xmin);
    let spacings = count * (largest - first);
    for (const value of rest.subarray(rest.length - fit.tail)) spacings += Math.log(value) - first;
    const probability = (1 + gap / spacings) ** -(fit.tail - 1);
    if (probability < SIGNIFICANCE / MOST_OUTLIERS) return { count, fit };
  }
  return void 0;
}

// src/metrics/uncertainty/goodness-of-fit.ts
var DEFAULT_GOODNESS_OF_FIT = { replicas: 1e3, sufficient: 25 };
function goodnessOfFit(values, fit, random, { replicas, sufficient } = DEFAULT_GOODNESS_OF_FIT) {
  const logs = values.map(Math.log);
  const replica = new Float64Array(logs.length);
  let drawn = 0;
  let farther = 0;
  while (drawn < replicas && farther < sufficient) {
    drawReplica(logs, fit, random, replica);
    drawn++;
    if (!isNearer(replica, fit.D)) farther++;
  }
  const pValue = farther === sufficient ? (farther - 1) / (drawn - 1) : farther / drawn;
  return { pValue, replicas: drawn };
}
function isNearer(logs, distance2) {
  return tailsNearerThan(logs, distance2).next().done === false;
}
function drawReplica(logs, { alpha, tail }, random, replica) {
  const n = logs.length;
  const body = n - tail;
  const copies = new Uint32Array(body);
  let inTail = 0;
  for (let i = 0; i < n; i++) {
    const drawn = random.integer(n);
    if (drawn < body) copies[drawn]++;
    else inTail++;
  }
  let filled = 0;
  for (let i = 0; i < body; i++) {
    for (let copy = 0; copy < copies[i]; copy++) replica[filled++] = logs[i];
  }
  let log = logs[body];
  for (let left = inTail; left > 0; left--) {
    log += random.exponential() / ((alpha - 1) * left);
    replica[filled++] = log;
  }
}

// src/metrics/esd.ts
function computeEsd(engine2, bytes, dtype, matrices, scale) {
  const spectra = matrices.map((place) => engine2.singularValues({ bytes, dtype, ...place }));
  const eigenvalues = new Float64Array(spectra.reduce((sum, spectrum) => sum + spectrum.length, 0));
  let filled = 0;
  let rankLoss = 0;
  let svMax = 0;
  let svMin = Infinity;
  for (const [index, spectrum] of spectra.entries()) {
    const { rows, cols } = matrices[index];
    const zero = spectrum.at(-1) * scale * Math.max(rows, cols) * Number.EPSILON;
    for (const unscaled of spectrum) {
      const singularValue = unscaled * scale;
      if (singularValue <= zero) rankLoss++;
      eigenvalues[filled++] = singularValue * singularValue;
    }
    svMax = Math.max(svMax, spectrum.at(-1) * scale);
    svMin = Math.min(svMin, spectrum[0] * scale);
  }
  return { eigenvalues: eigenvalues.sort(), svMax, svMin, rankLoss };
}

// src/metrics/symptoms/bulk-edge.ts
var DEVIATIONS = 10;
var FACTOR = 1.25;
function bulkEdge(matrices, scale) {
  const { rows, cols } = matrices[0];
  const [root, otherRoot] = [Math.sqrt(Math.max(rows, cols) - 1), Math.sqrt(Math.min(rows, cols))];
  const edge = (root + otherRoot) ** 2;
  const deviation = (root + otherRoot) * Math.cbrt(1 / root + 1 / otherRoot);
  const largest = matrices.reduce((most, matrix) => Math.max(most, meanSquare(matrix)), 0);
  return largest * scale ** 2 * Math.max(edge * FACTOR, edge + DEVIATIONS * deviation);
}
function meanSquare(matrix) {
  const read = elementReader(matrix);
  let sum = 0;
  for (let row = 0; row < matrix.rows; row++) {
    for (let col = 0; col < matrix.cols; col++) sum += read(row, col) ** 2;
  }
  return sum / (matrix.rows * matrix.cols);
}

// src/metrics/uncertainty/shuffle-elements.ts
function shuffledCopy(bytes, dtype, matrices) {
  const size = bytesPerElement(dtype);
  const counts = matrices.map(({ rows, cols }) => rows * cols);
  const elements = emptyElements(
    size,
    counts.reduce((sum, count) => sum + count, 0)
  );
  const read = elementBits(bytes, size);
  const places = [];
  let filled = 0;
  for (const { rows, cols, offset, rowStride, colStride } of matrices) {
    places.push({ rows, cols, offset: filled, rowStride: cols, colStride: 1 });
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++)
        elements[filled++] = read(offset + row * rowStride + col * colStride);
    }
  }
  return {
    bytes: new Uint8Array(elements.buffer),
    matrices: places,
    shuffle: (random) => {
      for (const { offset, rows, cols } of places) shuffleRange(elements, offset, rows * cols, random);
    }
  };
}
function shuffleRange(elements, start, count, random) {
  for (let left = count; left > 1; left--) {
    const chosen = start + random.integer(left);
    const last = start + left - 1;
    const element = elements[chosen];
    elements[chosen] = elements[last];
    elements[last] = element;
  }
}
function emptyElements(size, length) {
  if (size === 8) return new Float64Array(length);
  if (size === 4) return new Uint32Array(length);
  return size === 2 ? new Uint16Array(length) : new Uint8Array(length);
}
function elementBits(bytes, size) {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 8) return (index) => data.getFloat64(index * 8, true);
  if (size === 4) return (index) => data.getUint32(index * 4, true);
  return size === 2 ? (index) => data.getUint16(index * 2, true) : (index) => data.getUint8(index);
}

// src/metrics/uncertainty/null-alpha.ts
var DEFAULT_NULL_ALPHA = { shuffles: 10 };
function nullAlpha(engine2, layer, random, { shuffles } = DEFAULT_NULL_ALPHA) {
  const copy = shuffledCopy(layer.bytes, layer.dtype, layer.matrices);
  const edge = bulkEdge(
    copy.matrices.map((place) => ({ bytes: copy.bytes, dtype: layer.dtype, ...place })),
    layer.scale
  );
  const alphas = [];
  const spectra = [];
  let traps = Infinity;
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    copy.shuffle(random);
    const esd = computeEsd(engine2, copy.bytes, layer.dtype, copy.matrices, layer.scale);
    spectra.push(esd.eigenvalues.map(Math.sqrt));
    traps = Math.min(traps, esd.eigenvalues.filter((eigenvalue) => eigenvalue > edge).length);
    const alpha = alphaOf(esd, layer.N);
    if (alpha !== void 0) alphas.push(alpha);
  }
  const asLow = alphas.filter((alpha) => alpha <= layer.alpha).length;
  return {
    alphas: alphas.sort((a, b) => a - b),
    pValue: (1 + asLow) / (1 + alphas.length),
    separation: separationOf(layer.eigenvalues.map(Math.sqrt), spectra),
    traps
  };
}
function alphaOf(esd, N) {
  const { lambda_max, matrix_rank } = computeNorms(esd, N);
  return fitPowerLaw(cutEigenvalues(esd.eigenvalues, lambda_max, matrix_rank).usable)?.alpha;
}
function separationOf(layer, spectra) {
  const sums = layer.map((_, index) => spectra.reduce((sum, spectrum) => sum + spectrum[index], 0));
  const mean = sums.map((sum) => sum / spectra.length);
  const own = spectra.map(
    (spectrum) => distance(
      spectrum,
      sums.map((sum, index) => (sum - spectrum[index]) / (spectra.length - 1))
    )
  );
  const farthest = Math.max(...own);
  const layerDistance = distance(layer, mean);
  return layerDistance === 0 ? 0 : layerDistance / farthest;
}
function distance(a, b) {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]), 0);
}

// src/metrics/uncertainty/xmin-stability.ts
var NEARLY = 1.25;
var SHORTEST = 1 / 2;
function xminStability(values, fit) {
  let lowest = fit.alpha;
  let highest = fit.alpha;
  for (const { alpha, tail } of tailsNearerThan(values.map(Math.log), fit.D * NEARLY)) {
    if (tail < fit.tail * SHORTEST) break;
    lowest = Math.min(lowest, alpha);
    highest = Math.max(highest, alpha);
  }
  return { lowest, highest, ratio: (highest - 1) / (lowest - 1) };
}

// src/metrics/uncertainty/assess-alpha.ts
function assessAlpha(engine2, name2, layer, usable, fit, { seed, replicas, shuffles }) {
  const bootstrap = { ...DEFAULT_GOODNESS_OF_FIT, replicas };
  const evidence = {
    fit,
    goodnessOfFit: goodnessOfFit(usable, fit, randomStream(seed, name2, "goodness of fit"), bootstrap),
    stability: xminStability(usable, fit),
    alternatives: compareAlternatives(usable, fit.xmin),
    nullAlpha: shuffles === 0 ? void 0 : nullAlpha(engine2, { ...layer, alpha: fit.alpha }, randomStream(seed, name2, "shuffles"), {
      shuffles
    })
  };
  return { ...evidence, trust: judgeTrust(evidence) };
}

// src/metrics/assessment-columns.ts
var REPLICAS = 1e3;
var SHUFFLES = 5;
var MOST_SHUFFLED_ELEMENTS = 4e6;
var NOT_ASSESSED = {
  p_value: null,
  trust: null,
  trust_reasons: [],
  outliers: null,
  alpha_without_outliers: null,
  correlation_traps: null
};
function isPlainFit({ fit, plPackage, xmax, fixFingers }) {
  return fit === "PL" && plPackage === "ww" && xmax === 0 && fixFingers === "off";
}
function assessmentColumns(engine2, { assess, modes, longname, product, rule }, layer, usable, fit) {
  if (assess === void 0 || !isPlainFit(modes)) return NOT_ASSESSED;
  if (fit === void 0 || fittedAlpha(fit) === null) return NOT_ASSESSED;
  if (fit.alpha >= assess.minAlpha && fit.alpha <= assess.maxAlpha) return NOT_ASSESSED;
  const isShuffled = product === void 0 && rule.eigenvalues === "squares" && rule.inverse === "none";
  const elements = layer.matrices.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const options = {
    seed: assess.seed,
    replicas: REPLICAS,
    shuffles: isShuffled && elements <= MOST_SHUFFLED_ELEMENTS ? SHUFFLES : 0
  };
  const { goodnessOfFit: goodnessOfFit2, trust, nullAlpha: nullAlpha2 } = assessAlpha(engine2, longname, layer, usable, fit, options);
  const outliers = findOutliers(usable);
  return {
    p_value: goodnessOfFit2.pValue,
    trust: trust.label,
    trust_reasons: trust.reasons,
    outliers: outliers?.count ?? 0,
    alpha_without_outliers: outliers?.fit.alpha ?? null,
    correlation_traps: nullAlpha2?.traps ?? null
  };
}

// src/metrics/tails.ts
var PEAK_BINS = 100;
var FROM_PEAK = 0.95;
var TO_PEAK = 1.5;
function allStarts(values) {
  return Array.from({ length: Math.max(values.length - 1, 0) }, (_, start) => start);
}
function startsNearPeak(values, literal) {
  const peak = 10 ** peakOf(values.map(Math.log10));
  const bounds = [literal ? Math.log10(FROM_PEAK * peak) : FROM_PEAK * peak, TO_PEAK * peak];
  const [from, to] = [Math.min(...bounds), Math.max(...bounds)];
  const starts = [...values.keys()].filter(
    (index) => values[index] >= from && values[index] <= to && values[index] !== values[index - 1]
  );
  return literal ? starts.slice(0, -1) : starts.filter((start) => start < values.length - 1);
}
function peakOf(logs) {
  const first = logs[0];
  const width = (logs.at(-1) - first) / PEAK_BINS;
  if (width === 0) return first;
  const counts = new Uint32Array(PEAK_BINS);
  for (const log of logs) counts[Math.min(Math.floor((log - first) / width), PEAK_BINS - 1)]++;
  return first + width * counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}
function fitPowerLawAmong(values, starts, isBounded) {
  const logs = values.map(Math.log);
  const n = logs.length;
  const sums = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) sums[i] = sums[i + 1] + logs[i];
  let farthest = n - 1;
  let best;
  for (const start2 of starts) {
    const tail2 = n - start2;
    const first = logs[start2];
    const alpha2 = 1 + tail2 / (sums[start2] - tail2 * first);
    if (!(alpha2 > 1 && Number.isFinite(alpha2))) continue;
    const below = (log) => -Math.expm1((1 - alpha2) * (log - first));
    const whole = isBounded ? below(logs[n - 1]) : 1;
    const distanceAt = (j) => Math.abs(below(logs[j]) / whole - (j - start2) / tail2);
    let D2 = distanceAt(Math.max(farthest, start2));
    for (let j = start2; j < n && D2 < (best?.D ?? 1); j++) {
      const distance2 = distanceAt(j);
      if (distance2 <= D2) continue;
      D2 = distance2;
      farthest = j;
    }
    if (D2 < (best?.D ?? 1)) best = { start: start2, alpha: alpha2, D: D2 };
  }
  if (best === void 0) return void 0;
  const { start, alpha, D } = best;
  const tail = n - start;
  return { alpha, D, sigma: (alpha - 1) / Math.sqrt(tail), xmin: values[start], xmax: values[n - 1], tail };
}

// src/metrics/truncated-fit.ts
function fitTruncatedAmong(values, starts) {
  let best;
  for (const start of starts) {
    const xmin = values[start];
    const tail = tailOf(values.subarray(start), xmin);
    if (tail === void 0) continue;
    const { slope, theta } = truncatedPowerLaw(tail);
    const D = distanceOf(tail.t, slope, theta, best?.D ?? 1);
    if (D >= (best?.D ?? 1)) continue;
    const size = tail.t.length;
    const fit = { xmin, xmax: values.at(-1), tail: size, sigma: slope / Math.sqrt(size) };
    best = { ...fit, alpha: 1 + slope, Lambda: theta / xmin, D };
  }
  return best;
}
function distanceOf(t, slope, theta, enough) {
  const whole = areaOf(slope, theta);
  let D = 0;
  for (const [k, u] of t.entries()) {
    const beyond = Math.exp(-slope * u - theta * Math.expm1(u)) * (areaOf(slope, theta * Math.exp(u)) / whole);
    D = Math.max(D, Math.abs(1 - beyond - k / t.length));
    if (D >= enough) break;
  }
  return D;
}
function areaOf(slope, theta) {
  return theta === 0 ? 1 / slope : cutOffMoments(slope, theta).area;
}

// src/metrics/fit-tail.ts
var LOW_ENOUGH = 2;
var LITERAL_MAX_FINGERS = 10;
var LITERAL_MORE_FITS = 3;
function fitTail(values, modes, eigenvalueCount, literal) {
  if (modes.fit !== "PL") {
    const isNearPeak = modes.fit === "E_TPL" && values.length > 0;
    const starts = isNearPeak ? startsNearPeak(values, literal) : allStarts(values);
    const fit = fitTruncatedAmong(values, starts);
    return { fit, columns: { Lambda: fit?.Lambda ?? null } };
  }
  if (modes.fixFingers === "xmin_peak") {
    const starts = values.length === 0 ? [] : startsNearPeak(values, literal);
    return { fit: fitPowerLawAmong(values, starts, false), columns: {} };
  }
  const fitTo = (some) => {
    if (modes.xmax === "force") return fitPowerLawAmong(some, allStarts(some), true);
    if (modes.plPackage === "powerlaw") return fitPowerLawAmong(some, allStarts(some), false);
    return literal ? fitPowerLawLiterally(some) : fitPowerLaw(some);
  };
  if (modes.fixFingers === "off") return { fit: fitTo(values), columns: {} };
  return literal ? clipFingersLiterally(values, fitTo, modes, eigenvalueCount) : clipFingers(values, fitTo, modes);
}
function clipFingers(values, fitTo, { maxFingers, fingerThresh }) {
  const first = fitTo(values);
  const most = first === void 0 ? 0 : Math.min(maxFingers, values.length - 2);
  for (let fingers = 1; fingers <= most; fingers++) {
    const fit = fitTo(values.subarray(0, values.length - fingers));
    if (fit === void 0) continue;
    if (fit.alpha + fingerThresh < first.alpha)
      return { fit, columns: { raw_alpha: first.alpha, num_fingers: fingers } };
    if (fit.alpha <= LOW_ENOUGH) break;
  }
  return { fit: first, columns: { raw_alpha: first?.alpha ?? null, num_fingers: 0 } };
}
function clipFingersLiterally(values, fitTo, { maxFingers, fingerThresh, plPackage }, eigenvalueCount) {
  const failed = { fit: void 0, columns: { raw_alpha: null, num_fingers: 0 } };
  const end = maxFingers >= eigenvalueCount / 2 ? maxFingers : LITERAL_MAX_FINGERS;
  const first = fitTo(values);
  if (first === void 0 || end <= 2) return failed;
  let best = first;
  let fingers = 0;
  let removed = 2;
  for (; removed < end; removed++) {
    const fit = fitTo(values.subarray(0, Math.max(values.length - removed, 0)));
    if (fit === void 0) continue;
    if (fit.alpha + fingerThresh < first.alpha) {
      best = fit;
      fingers = removed - 1;
      break;
    }
    if (fit.alpha <= LOW_ENOUGH) break;
  }
  const fewest = values.length - Math.min(removed, end - 1) - LITERAL_MORE_FITS;
  return fewest < 2 && plPackage === "ww" ? failed : { fit: best, columns: { raw_alpha: first.alpha, num_fingers: fingers } };
}

// src/metrics/erg.ts
function ergColumns(eigenvalues, powerLawSpikes, literal) {
  const count = volumePreserving(eigenvalues);
  const n = eigenvalues.length;
  const mean = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0) / n;
  const index = count === 0 ? 0 : Math.max(n - count, 1);
  const own = literal && mean === 0 ? null : eigenvalues[index] ?? null;
  const rescaled = own === null || mean === 0 ? null : own / mean;
  return {
    detX_num: count,
    num_ERG_spikes: count,
    ERG_gap: powerLawSpikes === null ? null : count - powerLawSpikes,
    detX_val: literal ? own : rescaled,
    detX_val_unrescaled: literal ? rescaled : own
  };
}
function volumePreserving(eigenvalues) {
  const n = eigenvalues.length;
  if (n < 2 || !(eigenvalues[0] < eigenvalues[n - 1])) return 0;
  const logMean = Math.log(eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0) / n);
  let logProduct = 0;
  for (let index = n - 1; index > 0; index--) {
    logProduct += Math.log(eigenvalues[index]) - logMean;
    if (logProduct < 0) return n - index;
  }
  return n;
}

// src/metrics/nelder-mead.ts
var TOLERANCE = 1e-4;
var MOST_ITERATIONS = 200;
var FIRST_STEP = 1.05;
function minimize(f, start) {
  let best = { x: start, value: f(start) };
  let worst = { x: start * FIRST_STEP, value: f(start * FIRST_STEP) };
  let calls = 2;
  const at = (x) => {
    calls++;
    return { x, value: f(x) };
  };
  if (worst.value < best.value) [best, worst] = [worst, best];
  for (let iteration = 1; iteration < MOST_ITERATIONS && calls < MOST_ITERATIONS; iteration++) {
    if (Math.abs(worst.x - best.x) <= TOLERANCE && Math.abs(worst.value - best.value) <= TOLERANCE) break;
    const reflected = at(2 * best.x - worst.x);
    if (reflected.value < best.value) {
      const expanded = at(3 * best.x - 2 * worst.x);
      worst = expanded.value < reflected.value ? expanded : reflected;
    } else {
      const isOutside = reflected.value < worst.value;
      const contracted = at(isOutside ? 1.5 * best.x - 0.5 * worst.x : 0.5 * (best.x + worst.x));
      const isBetter = isOutside ? contracted.value <= reflected.value : contracted.value < worst.value;
      worst = isBetter ? contracted : at(best.x + 0.5 * (worst.x - best.x));
    }
    if (worst.value < best.value) [best, worst] = [worst, best];
  }
  return best.x;
}

// src/metrics/marchenko-pastur.ts
var GRID_POINTS = 1e3;
var GRID_MARGIN = 0.5;
var BANDWIDTH = 0.1;
var LEAST_DENSITY = 0.01;
var FIRST_SIGMA = 0.05;
var LAST_SIGMA = 2;
var SIGMA_STEP = 0.01;
var CONTRADICTION = 1e6;
function fitMarchenkoPastur(eigenvalues, N, M) {
  const sum = eigenvalues.reduce((total, eigenvalue) => total + eigenvalue, 0);
  const scale = Math.sqrt(eigenvalues.length) / Math.sqrt(sum);
  if (!(sum > 0 && Number.isFinite(scale))) return void 0;
  const scaled = eigenvalues.map((eigenvalue) => scale * scale * eigenvalue);
  const largest = scaled.at(-1);
  const aspect = Math.sqrt(M / N);
  const density = estimateDensity(M === N ? scaled.map(Math.sqrt) : scaled);
  if (density.at.length === 0) return void 0;
  const cost = M === N ? quarterCircleCost(density) : marchenkoPasturCost(density, aspect);
  const outermost = Math.sqrt(largest / (1 + aspect) ** 2);
  const sigma = minimize(cost, bestOnGrid(cost, outermost));
  const bulkMax = (sigma * (1 + aspect)) ** 2;
  const bulkMin = (sigma * (1 - aspect)) ** 2;
  const fluctuation = Math.sqrt(aspect * bulkMax ** (2 / 3) * M ** (-2 / 3));
  const isSpike = (value) => value > bulkMax + fluctuation;
  return {
    spikes: scaled.filter(isSpike).length,
    spikesAbove: (bulkMax + fluctuation) / scale ** 2,
    sigma,
    softrank: bulkMax / largest,
    scale,
    bulkMax: bulkMax / scale ** 2,
    bulkMin: bulkMin / scale ** 2
  };
}
function marchenkoPasturColumns(fit) {
  return {
    num_spikes: fit?.spikes ?? null,
    sigma_mp: fit?.sigma ?? null,
    mp_softrank: fit?.softrank ?? null,
    W_scale: fit?.scale ?? null,
    bulk_max: fit?.bulkMax ?? null,
    bulk_min: fit?.bulkMin ?? null
  };
}
function estimateDensity(values) {
  const end = values.at(-1) + GRID_MARGIN;
  const step = end / (GRID_POINTS - 1);
  const at = [];
  const densities = [];
  let first = 0;
  for (let i = 0; i < GRID_POINTS; i++) {
    const point = i === GRID_POINTS - 1 ? end : i * step;
    while (first < values.length && values[first] <= point - BANDWIDTH) first++;
    let sum = 0;
    for (let j = first; j < values.length; j++) {
      const distance2 = Math.abs(point - values[j]);
      if (distance2 < BANDWIDTH) sum += 1 - distance2 / BANDWIDTH;
      else if (values[j] > point) break;
    }
    const density = sum / (values.length * BANDWIDTH);
    if (density <= LEAST_DENSITY) continue;
    at.push(point);
    densities.push(density);
  }
  return { at, values: densities };
}
function marchenkoPasturCost({ at, values }, aspect) {
  const peak = at[values.indexOf(values.reduce((most, value) => Math.max(most, value), 0))];
  const last = at.at(-1);
  return (sigma) => {
    const upper = (sigma * (1 + aspect)) ** 2;
    const lower = (sigma * (1 - aspect)) ** 2;
    if (upper < peak || upper > last || lower > peak) return CONTRADICTION * at.length;
    return squaredDistance(values, (i) => {
      const x = at[i];
      const product = (upper - x) * (x - lower);
      return product > 0 ? Math.sqrt(product) / (2 * Math.PI * sigma * sigma * x * aspect * aspect) : 0;
    });
  };
}
function quarterCircleCost({ at, values }) {
  return (sigma) => squaredDistance(values, (i) => Math.sqrt(Math.max(0, 4 - at[i] ** 2)) / (Math.PI * sigma * sigma));
}
function squaredDistance(values, model) {
  return values.reduce((sum, value, index) => sum + (model(index) - value) ** 2, 0);
}
function bestOnGrid(cost, unit) {
  const first = FIRST_SIGMA * unit;
  const step = SIGMA_STEP * unit;
  const count = Math.ceil((LAST_SIGMA * unit - first) / step);
  let best = first;
  let least = Infinity;
  for (let k = 0; k < count; k++) {
    const sigma = first + step * k;
    const value = cost(sigma);
    if (value < least) {
      least = value;
      best = sigma;
    }
  }
  return best;
}

// src/metrics/ruled-esd.ts
function computeRuledEsd(rule, matrices, N, compute) {
  if (rule.inverse === "none" && !rule.literal) return restrict(compute(matrices), rule, N);
  const parts = matrices.map((place, index) => {
    const esd = restrict(compute([place]), rule, N);
    const isInverted = rule.inverse === "all" || rule.inverse === "alternating" && (matrices.length - 1 - index) % 2 === 0;
    return isInverted ? inverted(esd) : esd;
  });
  const minima = parts.map(({ svMin }) => svMin);
  return {
    eigenvalues: Float64Array.from(parts.flatMap(({ eigenvalues }) => [...eigenvalues])).sort(),
    svMax: Math.max(...parts.map(({ svMax }) => svMax)),
    svMin: rule.literal ? Math.max(...minima) : Math.min(...minima),
    rankLoss: parts.reduce((sum, { rankLoss }) => sum + rankLoss, 0)
  };
}
function inverted(esd) {
  if (esd.svMax === 0) return esd;
  return { ...esd, eigenvalues: esd.eigenvalues.slice(esd.rankLoss).map((eigenvalue) => 1 / eigenvalue) };
}
function restrict(esd, { largest, eigenvalues: kind }, N) {
  if (kind === "squares" && (largest === void 0 || largest >= esd.eigenvalues.length)) return esd;
  const kept = esd.eigenvalues.slice(-(largest ?? esd.eigenvalues.length));
  const eigenvalues = kind === "squares" ? kept : kept.map(Math.sqrt);
  const svMax = Math.sqrt(eigenvalues.at(-1));
  const zero = svMax * N * Number.EPSILON;
  return {
    eigenvalues,
    svMax,
    svMin: Math.sqrt(eigenvalues[0]),
    rankLoss: eigenvalues.filter((eigenvalue) => Math.sqrt(eigenvalue) <= zero).length
  };
}

// src/metrics/randomized.ts
var FEW_EIGENVALUES = 100;
var REPLICAS_OF_FEW = 5;
function randomizedColumns(engine2, layer, random, keep) {
  const { bytes, dtype, matrices, rule, N, M, eigenvalueCount, eigenvalues } = layer;
  const copy = shuffledCopy(bytes, dtype, matrices);
  const shuffle = () => {
    copy.shuffle(random);
    const compute = (places) => computeEsd(engine2, copy.bytes, dtype, places, rule.scale);
    return computeRuledEsd(rule, copy.matrices, N, compute).eigenvalues;
  };
  const replicas = Array.from({ length: eigenvalueCount < FEW_EIGENVALUES ? REPLICAS_OF_FEW : 1 }, shuffle);
  const pooled = Float64Array.from(replicas.flatMap((replica) => [...replica])).sort();
  keep?.(pooled);
  const fit = fitMarchenkoPastur(pooled, N, M);
  const single = shuffle();
  const largest = eigenvalues.at(-1);
  const largestRandom = single.at(-1);
  const traps = fit && replicas[0].filter((eigenvalue) => eigenvalue > fit.spikesAbove).length;
  return {
    max_rand_eval: pooled.at(-1),
    rand_distance: jensenShannonDistance(eigenvalues, single),
    ww_softrank: largest === 0 ? null : largestRandom / largest,
    ww_maxdist: largest - largestRandom,
    num_traps: (rule.literal ? fit?.spikes : traps) ?? null,
    rand_num_spikes: fit?.spikes ?? null,
    rand_sigma_mp: fit?.sigma ?? null,
    rand_mp_softrank: fit?.softrank ?? null,
    rand_W_scale: fit?.scale ?? null,
    rand_bulk_max: fit?.bulkMax ?? null,
    rand_bulk_min: fit?.bulkMin ?? null
  };
}
function jensenShannonDistance(p, q) {
  const middle = p.map((value, index) => (value + (q[index] ?? 0)) / 2);
  const distance2 = Math.sqrt(Math.max(0, (divergence(p, middle) + divergence(q, middle)) / 2));
  return p.length === q.length && Number.isFinite(distance2) ? distance2 : null;
}
function divergence(p, q) {
  const pSum = p.reduce((sum, value) => sum + value, 0);
  const qSum = q.reduce((sum, value) => sum + value, 0);
  return p.reduce((sum, value, index) => {
    const share = value / pSum;
    return value === 0 ? sum : sum + share * Math.log(share / (q[index] / qSum));
  }, 0);
}

// src/metrics/vector-columns.ts
var BINS = 100;
var EMPTY_BIN = 1e-10;
function vectorColumns(engine2, source, tail) {
  const measures = source.matrices.flatMap((place) => measuresOf(engine2, source, place));
  measures.sort((a, b) => a.eigenvalue - b.eigenvalue);
  const bulk = measures.length - tail;
  return { ...columnsOf("bulk", measures.slice(0, bulk)), ...columnsOf("tail", measures.slice(bulk)) };
}
function measuresOf(engine2, { bytes, dtype }, place) {
  const { eigenvalues, vector } = engine2.eigenvectors({ bytes, dtype, ...place });
  return [...eigenvalues].map((eigenvalue, rank) => {
    const magnitudes = vector(rank).map(Math.abs);
    return { eigenvalue, ...localisationOf(magnitudes) };
  });
}
function localisationOf(magnitudes) {
  let [sum, squares, fourth, most, least] = [0, 0, 0, 0, Infinity];
  for (const magnitude of magnitudes) {
    sum += magnitude;
    squares += magnitude ** 2;
    fourth += magnitude ** 4;
    most = Math.max(most, magnitude);
    least = Math.min(least, magnitude);
  }
  return {
    vec_entropy: entropyOf(magnitudes, least, most),
    loc_ratio: sum / most,
    part_ratio: Math.sqrt(squares) / fourth ** 0.25
  };
}
function entropyOf(values, least, most) {
  const range = most > least ? most - least : 1;
  const counts = new Uint32Array(BINS);
  for (const value of values) counts[Math.min(Math.floor((value - least) / range * BINS), BINS - 1)]++;
  const densities = Array.from(counts, (count) => count * BINS / (values.length * range) + EMPTY_BIN);
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.reduce((entropy, density) => entropy - density / total * Math.log(density / total), 0);
}
function columnsOf(part, measures) {
  const columns = {};
  for (const name2 of ["vec_entropy", "loc_ratio", "part_ratio"]) {
    const count = measures.length;
    const mean = measures.reduce((sum, one) => sum + one[name2], 0) / count;
    const variance = measures.reduce((sum, one) => sum + (one[name2] - mean) ** 2, 0) / count;
    columns[`${part}_mean_${name2}`] = count === 0 ? null : mean;
    columns[`${part}_var_${name2}`] = count === 0 ? null : variance;
  }
  return columns;
}

// src/metrics/mode-row.ts
function modeColumns(engine2, layer, { mpFit, randomize, detX, vectors, seed }) {
  const { longname, eigenvalues, N, M, hasOwnElements, rule, xmin } = layer;
  const literal = rule.literal === true;
  return {
    ...mpFit && marchenkoPasturColumns(fitMarchenkoPastur(eigenvalues, N, M)),
    ...randomize && hasOwnElements && randomizedColumns(engine2, layer, randomStream(seed, longname, "randomize"), layer.keepRandom),
    ...detX && ergColumns(eigenvalues, layer.num_pl_spikes, literal),
    ...vectors && hasOwnElements && vectorColumns(engine2, layer, tailOf2(eigenvalues, xmin ?? (literal ? 0 : Infinity)))
  };
}
function tailOf2(eigenvalues, xmin) {
  return eigenvalues.filter((eigenvalue) => eigenvalue >= xmin).length;
}

// src/metrics/non-finite.ts
var SMALL_FLOATS = {
  F16: { exponent: 31744, mantissa: 1023, infinity: true },
  BF16: { exponent: 32640, mantissa: 127, infinity: true },
  F8_E5M2: { exponent: 124, mantissa: 3, infinity: true },
  F8_E4M3: { exponent: 120, mantissa: 7, infinity: false }
};
function describeNonFinite(bytes, dtype) {
  const elements = elementsOf(bytes, dtype);
  const small = SMALL_FLOATS[dtype];
  let nans = 0;
  let infinities = 0;
  for (const element of elements) {
    if (small === void 0) {
      if (Number.isNaN(element)) nans++;
      else if (!Number.isFinite(element)) infinities++;
    } else if ((element & small.exponent) === small.exponent) {
      const mantissa = element & small.mantissa;
      if (small.infinity && mantissa === 0) infinities++;
      else if (small.infinity || mantissa === small.mantissa) nans++;
    }
  }
  const parts = [nans > 0 && `${nans} NaN`, infinities > 0 && `${infinities} infinite`].filter(Boolean);
  return `${parts.join(" and ")} of ${elements.length} weights`;
}
function elementsOf(bytes, dtype) {
  const own = new Uint8Array(bytes);
  if (dtype === "F64") return new Float64Array(own.buffer);
  if (dtype === "F32") return new Float32Array(own.buffer);
  return dtype === "F16" || dtype === "BF16" ? new Uint16Array(own.buffer) : own;
}

// src/metrics/spectrum-curves.ts
var DIGITS = 5;
function spectrumCurves(eigenvalues, cut, bestXmin, points, random) {
  const largest = eigenvalues.at(-1);
  return {
    log_bins: logBinsOf(eigenvalues, points),
    bins: { to: largest, counts: countIn(eigenvalues, 0, largest, points) },
    ...random !== void 0 && random.at(-1) > 0 && { random_log_bins: logBinsOf(random, points) },
    scan: scanOf(cut, bestXmin, points)
  };
}
function logBinsOf(values, points) {
  const largest = values.at(-1);
  const smallest = values.find((value) => value > largest * Number.EPSILON) ?? largest;
  const [from, to] = [Math.log10(smallest), Math.log10(largest)];
  const positive = values.filter((value) => value >= smallest);
  return { from, to, counts: countIn(positive.map(Math.log10), from, to, points) };
}
function countIn(values, from, to, bins) {
  const counts = new Array(bins).fill(0);
  const width = (to - from) / bins;
  for (const value of values) {
    const bin = width === 0 ? 0 : Math.floor((value - from) / width);
    counts[Math.min(Math.max(bin, 0), bins - 1)]++;
  }
  return counts;
}
function scanOf({ usable, original }, bestXmin, points) {
  const starts = bestXmin === void 0 ? [] : startsToShow(usable, bestXmin, points);
  const fits = fitTails(usable, starts);
  return {
    xmin: fits.map(({ start }) => rounded(original(usable[start]))),
    D: fits.map(({ D }) => rounded(D)),
    alpha: fits.map(({ alpha }) => rounded(alpha))
  };
}
function startsToShow(values, best, points) {
  const first = Math.log(values[0]);
  const step = (Math.log(values.at(-1)) - first) / (points - 1);
  const starts = /* @__PURE__ */ new Set([values.indexOf(best)]);
  let next = first;
  for (const [index, value] of values.entries()) {
    if (starts.size === points) break;
    if (Math.log(value) < next) continue;
    starts.add(index);
    next = Math.max(next + step, Math.log(value));
  }
  return [...starts].sort((a, b) => a - b);
}
function rounded(value) {
  return Number(value.toPrecision(DIGITS));
}

// src/metrics/symptoms/constant.ts
function isConstant(matrices) {
  const first = elementReader(matrices[0])(0, 0);
  return matrices.every((matrix) => {
    const read = elementReader(matrix);
    for (let row = 0; row < matrix.rows; row++) {
      for (let col = 0; col < matrix.cols; col++) if (read(row, col) !== first) return false;
    }
    return true;
  });
}

// src/metrics/symptoms/numerical-rank.ts
var UNIT_ROUNDOFF = {
  F64: 2 ** -53,
  F32: 2 ** -24,
  F16: 2 ** -11,
  BF16: 2 ** -8,
  F8_E4M3: 2 ** -4,
  F8_E5M2: 2 ** -3
};
function numericalRank(eigenvalues, { dtype, N, M, matrices }) {
  const norm = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
  const meanSquare2 = norm / (N * M * matrices);
  const roundoff = Math.max(UNIT_ROUNDOFF[dtype], 2 ** -50);
  const largestNoise = meanSquare2 * (roundoff * (Math.sqrt(N) + Math.sqrt(M))) ** 2;
  return eigenvalues.filter((eigenvalue) => eigenvalue > largestNoise).length;
}

// src/metrics/analyze-layer.ts
function analyzeLayer(engine2, task, bytes) {
  const { modes, rule } = task;
  const { scale } = rule;
  const literal = rule.literal === true;
  try {
    const esd = computeRuledEsd(
      task.rule,
      task.matrices,
      task.N,
      (matrices) => computeEsd(engine2, bytes, task.dtype, matrices, scale)
    );
    const norms = computeNorms(esd, task.N, modes.tolerance, literal);
    const offered = withoutLargest(esd.eigenvalues, modes.xmax);
    const offeredRank = Math.max(norms.matrix_rank - (esd.eigenvalues.length - offered.length), 0);
    const cut = cutEigenvalues(offered, norms.lambda_max, offeredRank, literal);
    const rank = rankOf(task, esd.eigenvalues);
    const sameness = literal ? void 0 : whatIsTheSame(task, bytes, norms, rank);
    const { fit, columns: fitModeColumns } = fitTail(
      sameness === void 0 ? cut.usable : new Float64Array(0),
      modes,
      offered.length,
      literal
    );
    const shape = shapeColumns(task);
    const fitted = literal && fit === void 0 ? literallyFailed(esd.eigenvalues, norms) : fitColumns(esd.eigenvalues, offered, norms, cut, fit, sameness, task.product?.remark);
    const asWritten = literal ? withLiteralNones : (columns) => columns;
    const isLiteralWithoutEnd = literal && modes.xmax !== "force" && !hasLiteralXmax(modes);
    const layer = {
      bytes,
      dtype: task.dtype,
      matrices: task.matrices,
      scale,
      N: task.N,
      eigenvalues: esd.eigenvalues
    };
    let random;
    return {
      ...shape,
      ...norms,
      numerical_rank: rank,
      ...fitted,
      ...isLiteralWithoutEnd && { xmax: null },
      ...literal && modes.fit !== "PL" && { sigma: null },
      ...asWritten(fitModeColumns),
      ...asWritten(
        modeColumns(
          engine2,
          {
            ...layer,
            longname: task.sliceId === void 0 ? task.longname : `${task.longname}
${task.sliceId}`,
            hasOwnElements: task.product === void 0,
            rule,
            M: task.M,
            eigenvalueCount: shape.num_evals,
            xmin: fitted.xmin,
            num_pl_spikes: fitted.num_pl_spikes,
            keepRandom: (eigenvalues) => {
              random = eigenvalues;
            }
          },
          modes
        )
      ),
      ...assessmentColumns(engine2, task, layer, cut.usable, fit),
      ...task.curvePoints !== void 0 && norms.lambda_max !== 0 && {
        curves: spectrumCurves(
          esd.eigenvalues,
          cut,
          fittedAlpha(fitted) === null ? void 0 : fit?.xmin,
          task.curvePoints,
          random
        )
      }
    };
  } catch (error) {
    if (!(error instanceof NumericError) || error.code !== "NOT_FINITE") throw error;
    const what = task.product ? "NaN or infinite weights in its factors" : describeNonFinite(bytes, task.dtype);
    return { ...shapeColumns(task), ...NO_NUMBERS, status: notFinite(what) };
  }
}
function withoutLargest(eigenvalues, xmax) {
  const dropped = xmax === "force" ? 0 : Math.min(Math.abs(xmax), eigenvalues.length);
  return eigenvalues.subarray(0, eigenvalues.length - dropped);
}
function hasLiteralXmax({ fit, plPackage, fixFingers }) {
  return fit === "PL" && plPackage === "ww" && fixFingers !== "xmin_peak";
}
function rankOf({ dtype, N, M, matrices, rule }, eigenvalues) {
  const areSquares = rule.eigenvalues === "squares" && rule.inverse === "none" && rule.largest === void 0;
  return areSquares ? numericalRank(eigenvalues, { dtype, N, M, matrices: matrices.length }) : null;
}
function whatIsTheSame({ matrices, dtype, product }, bytes, { lambda_max }, rank) {
  if (lambda_max === 0) return EVERY_WEIGHT_ZERO;
  if (rank === null || rank > matrices.length || product !== void 0) return void 0;
  return isConstant(matrices.map((place) => ({ bytes, dtype, ...place }))) ? EVERY_WEIGHT_SAME : void 0;
}
function shapeColumns(task) {
  const { layerId, sliceId, name: name2, longname, layerType, N, M, matrices, rule } = task;
  const rf = task.receptiveField;
  const { rows, cols } = matrices[0];
  return {
    layer_id: layerId,
    ...sliceId !== void 0 && { slice_id: sliceId },
    name: name2,
    longname,
    layer_type: layerType,
    N,
    M,
    Q: N / M,
    rf,
    num_evals: Math.min(Math.min(rows, cols) * matrices.length, rule.largest ?? Infinity)
  };
}
var NO_NUMBERS = {
  ...NO_FIT,
  ...NOT_ASSESSED,
  lambda_max: null,
  sv_max: null,
  sv_min: null,
  rank_loss: null,
  weak_rank_loss: null,
  norm: null,
  log_norm: null,
  spectral_norm: null,
  log_spectral_norm: null,
  stable_rank: null,
  matrix_rank: null,
  numerical_rank: null,
  entropy: null
};

// src/entry/worker/index.ts
var { engine: name, memory } = workerData;
var engine = await createEngine(name, memory);
parentPort?.on("message", (request) => {
  parentPort?.postMessage(answer(request));
});
function answer(request) {
  if (request.kind === "assist") {
    assist(request.memory);
    return { kind: "assisted" };
  }
  try {
    return { kind: "details", details: analyzeLayer(engine, request.task, request.bytes) };
  } catch (error) {
    if (!(error instanceof NumericError)) throw error;
    return { kind: "numeric-error", code: error.code, problem: error.problem, cure: error.cure };
  }
}
