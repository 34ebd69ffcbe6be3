import { cutEigenvalues } from '../../src/metrics/cut-eigenvalues.ts';
import { fitPowerLaw } from '../../src/metrics/power-law.ts';
import { spectrumCurves } from '../../src/metrics/spectrum-curves.ts';
import type { ReportLayer } from '../../src/report/report.ts';
import { seededUniforms } from './random.ts';
import { reportLayer } from './report-builder.ts';

const EIGENVALUES = 200;

/** A layer whose eigenvalues are drawn from a power law of that exponent, fitted and with the curves of its plots. */
export function plottedLayer(
  exponent: number,
  parts: Partial<ReportLayer> = {},
  points = 100,
  seed = 1,
): ReportLayer {
  const random = seededUniforms(seed);
  const eigenvalues = Float64Array.from(
    { length: EIGENVALUES },
    () => (1 - random()) ** (-1 / (exponent - 1)),
  ).sort();
  const cut = cutEigenvalues(eigenvalues, eigenvalues.at(-1)!, EIGENVALUES);
  const fit = fitPowerLaw(cut.usable)!;
  return reportLayer({
    num_evals: EIGENVALUES,
    alpha: fit.alpha,
    D: fit.D,
    sigma: fit.sigma,
    xmin: fit.xmin,
    xmax: fit.xmax,
    num_pl_spikes: fit.tail,
    curves: spectrumCurves(eigenvalues, cut, fit.xmin, points),
    ...parts,
  });
}
