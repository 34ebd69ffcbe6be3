import type { AnalysisModes } from './analysis-modes.ts';
import type { ModeColumns } from './mode-columns.ts';
import { fitPowerLaw, fitPowerLawLiterally, type PowerLawFit } from './power-law.ts';
import { allStarts, fitPowerLawAmong, startsNearPeak } from './tails.ts';
import { fitTruncatedAmong } from './truncated-fit.ts';

/** The fit of a layer's tail, and what its mode adds to the row. */
export interface FittedTail {
  readonly fit: PowerLawFit | undefined;
  readonly columns: ModeColumns;
}

/** `clip_xmax` goes on no further where alpha is down to this. */
const LOW_ENOUGH = 2;

/** What WeightWatcher uses in place of a `max_fingers` that is less than half of the eigenvalues. */
const LITERAL_MAX_FINGERS = 10;
/** Fits that it makes, and does not use, with this many values less than the last. */
const LITERAL_MORE_FITS = 3;

/**
 * Fits a tail in the mode that was asked for.
 *
 * @param values the eigenvalues to fit, positive and ascending.
 * @param eigenvalueCount how many the layer has, with those too small to fit.
 * @param literal follow WeightWatcher where it does not do what it says.
 */
export function fitTail(
  values: Float64Array,
  modes: AnalysisModes,
  eigenvalueCount: number,
  literal: boolean,
): FittedTail {
  if (modes.fit !== 'PL') {
    const isNearPeak = modes.fit === 'E_TPL' && values.length > 0;
    const starts = isNearPeak ? startsNearPeak(values, literal) : allStarts(values);
    const fit = fitTruncatedAmong(values, starts);
    return { fit, columns: { Lambda: fit?.Lambda ?? null } };
  }
  if (modes.fixFingers === 'xmin_peak') {
    const starts = values.length === 0 ? [] : startsNearPeak(values, literal);
    return { fit: fitPowerLawAmong(values, starts, false), columns: {} };
  }
  const fitTo = (some: Float64Array) => {
    if (modes.xmax === 'force') return fitPowerLawAmong(some, allStarts(some), true);
    if (modes.plPackage === 'powerlaw') return fitPowerLawAmong(some, allStarts(some), false);
    return literal ? fitPowerLawLiterally(some) : fitPowerLaw(some);
  };
  if (modes.fixFingers === 'off') return { fit: fitTo(values), columns: {} };
  return literal
    ? clipFingersLiterally(values, fitTo, modes, eigenvalueCount)
    : clipFingers(values, fitTo, modes);
}

type FitTo = (values: Float64Array) => PowerLawFit | undefined;

/**
 * Fingers are large eigenvalues apart from the tail, which make alpha too large. The largest are taken away one by one
 * until alpha has fallen by more than the threshold, at most `maxFingers`; where it never does, they stay.
 */
function clipFingers(
  values: Float64Array,
  fitTo: FitTo,
  { maxFingers, fingerThresh }: AnalysisModes,
): FittedTail {
  const first = fitTo(values);
  const most = first === undefined ? 0 : Math.min(maxFingers, values.length - 2);
  for (let fingers = 1; fingers <= most; fingers++) {
    const fit = fitTo(values.subarray(0, values.length - fingers));
    if (fit === undefined) continue;
    if (fit.alpha + fingerThresh < first!.alpha)
      return { fit, columns: { raw_alpha: first!.alpha, num_fingers: fingers } };
    if (fit.alpha <= LOW_ENOUGH) break;
  }
  return { fit: first, columns: { raw_alpha: first?.alpha ?? null, num_fingers: 0 } };
}

/**
 * As WeightWatcher 0.7.7 does it: never one finger, `num_fingers` one too small, and a layer with too few values for three
 * more fits fails.
 */
function clipFingersLiterally(
  values: Float64Array,
  fitTo: FitTo,
  { maxFingers, fingerThresh, plPackage }: AnalysisModes,
  eigenvalueCount: number,
): FittedTail {
  const failed = { fit: undefined, columns: { raw_alpha: null, num_fingers: 0 } };
  const end = maxFingers >= eigenvalueCount / 2 ? maxFingers : LITERAL_MAX_FINGERS;
  const first = fitTo(values);
  if (first === undefined || end <= 2) return failed;
  let best = first;
  let fingers = 0;
  let removed = 2;
  for (; removed < end; removed++) {
    const fit = fitTo(values.subarray(0, Math.max(values.length - removed, 0)));
    if (fit === undefined) continue;
    if (fit.alpha + fingerThresh < first.alpha) {
      best = fit;
      fingers = removed - 1;
      break;
    }
    if (fit.alpha <= LOW_ENOUGH) break;
  }
  const fewest = values.length - Math.min(removed, end - 1) - LITERAL_MORE_FITS;
  // The package `powerlaw` makes no exception of too few values.
  return fewest < 2 && plPackage === 'ww'
    ? failed
    : { fit: best, columns: { raw_alpha: first.alpha, num_fingers: fingers } };
}
