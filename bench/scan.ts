import { fitPowerLaw } from '../src/metrics/power-law.ts';
import { normalNumbers } from './cases.ts';
import { milliseconds, table } from './table.ts';
import { fastest, timesOf } from './timing.ts';

const COUNT = 15_000;
const REPETITIONS = 9;

/** Eigenvalues from which a tail has to be told: of a heavy tail, of a bulk, and of a bulk with a tail. */
function samples(): Readonly<Record<string, Float64Array>> {
  const next = normalNumbers();
  const pareto = () => (1 + next() ** 2) * Math.exp(Math.abs(next()));
  return {
    'a power law, alpha 2.5': Float64Array.from(
      { length: COUNT },
      (_, k) => ((k + 0.5) / COUNT) ** (-1 / 1.5),
    ),
    'normal numbers, squared': Float64Array.from({ length: COUNT }, () => next() ** 2),
    'a bulk and a tail': Float64Array.from({ length: COUNT }, (_, k) =>
      k % 10 === 0 ? 4 * pareto() : 1 + next() ** 2,
    ),
  };
}

/** The fit of a power law to as many eigenvalues as are analysed at most by default. */
export function scanTable(): string {
  const rows = Object.entries(samples()).map(([name, sample]) => {
    const values = sample.sort();
    const times = timesOf(() => fitPowerLaw(values), REPETITIONS);
    const fit = fitPowerLaw(values);
    return [name, milliseconds(times[0]!), milliseconds(fastest(times)), fit?.alpha.toFixed(3) ?? ''];
  });
  return table([`${COUNT} eigenvalues`, 'first', 'fastest', 'alpha'], rows);
}
