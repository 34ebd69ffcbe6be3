/** Eigenvalues up to this are left out of the fit; WeightWatcher's EVALS_THRESH. */
export const CUT = 1e-5;

/** λ_max after rescaling, for a layer of which the cut would leave less than half. */
const RESCALED_LAMBDA_MAX = 100;

/** The eigenvalues to fit, and the way back from one of them to the layer's own. */
export interface CutEigenvalues {
  readonly usable: Float64Array;
  readonly original: (eigenvalue: number) => number;
  /** What a reader of the numbers has to know about the cut. */
  readonly remark: string | undefined;
}

/**
 * The cut is an absolute number, so a healthy layer of small weights can lie wholly below it: where less than
 * half of the nonzero eigenvalues would be left, they are fitted as λ/λ_max·100, and the remark says so.
 *
 * @param eigenvalues ascending.
 * @param rank how many of them are nonzero.
 * @param literal never scale them, as WeightWatcher does not.
 */
export function cutEigenvalues(
  eigenvalues: Float64Array,
  lambdaMax: number,
  rank: number,
  literal = false,
): CutEigenvalues {
  const usable = eigenvalues.filter((eigenvalue) => eigenvalue > CUT);
  if (literal || usable.length >= rank / 2)
    return { usable, original: (eigenvalue) => eigenvalue, remark: undefined };

  const rescaled = eigenvalues.map((eigenvalue) => (eigenvalue / lambdaMax) * RESCALED_LAMBDA_MAX);
  return {
    usable: rescaled.filter((eigenvalue) => eigenvalue > CUT),
    original: (eigenvalue) => eigenvalues[rescaled.indexOf(eigenvalue)]!,
    remark: `fitted on eigenvalues scaled to a largest of ${RESCALED_LAMBDA_MAX}, because only ${usable.length} of ${rank} nonzero ones lie above ${CUT}`,
  };
}
