/** What is computed of a layer's spectrum, and how its tail is fitted; the names are WeightWatcher's. */
export interface AnalysisModes {
  /** `PL`: a power law. `TPL`: one with exponential cut-off. `E_TPL`: that, with xmin near the peak of the density. */
  readonly fit: 'PL' | 'TPL' | 'E_TPL';
  /** Whose power law: WeightWatcher's, with its rules for small samples, or that of the `powerlaw` package. */
  readonly plPackage: 'ww' | 'powerlaw';
  /** How many of the largest eigenvalues are left out of the fit, or `force`: the law ends at the largest. */
  readonly xmax: number | 'force';
  /** What is done about eigenvalues that stand apart from the tail. */
  readonly fixFingers: 'off' | 'xmin_peak' | 'clip_xmax';
  /** Most eigenvalues that `clip_xmax` takes away. */
  readonly maxFingers: number;
  /** By how much alpha has to fall for that. */
  readonly fingerThresh: number;
  readonly mpFit: boolean;
  readonly randomize: boolean;
  readonly detX: boolean;
  readonly vectors: boolean;
  /** Eigenvalues below this count towards `weak_rank_loss`. */
  readonly tolerance: number;
  readonly seed: number;
}

/** WeightWatcher's defaults. */
export const DEFAULT_MODES: AnalysisModes = {
  fit: 'PL',
  plPackage: 'ww',
  xmax: 0,
  fixFingers: 'off',
  maxFingers: 10,
  fingerThresh: 1,
  mpFit: false,
  randomize: false,
  detX: false,
  vectors: false,
  tolerance: 1e-6,
  seed: 1,
};

/** The modes among other settings, as a plain object that can be sent to a worker. */
export function modesAmong(settings: AnalysisModes): AnalysisModes {
  const { fit, plPackage, xmax, fixFingers, maxFingers, fingerThresh } = settings;
  const { mpFit, randomize, detX, vectors, tolerance, seed } = settings;
  return {
    ...{ fit, plPackage, xmax, fixFingers, maxFingers, fingerThresh },
    ...{ mpFit, randomize, detX, vectors, tolerance, seed },
  };
}
