import type { LayerDetails } from '../metrics/details.ts';
import { rowName } from '../metrics/row-name.ts';

/** The columns of a baseline that a comparison needs. */
export type BaselineLayer = Pick<
  LayerDetails,
  'longname' | 'slice_id' | 'N' | 'M' | 'rf' | 'alpha' | 'norm' | 'lambda_max'
>;

type Shape = Pick<LayerDetails, 'N' | 'M' | 'rf'>;

/** A renamed layer keeps its spectrum: norms this close, relatively, are the same weights or nearly so. */
const SAME_SPECTRUM = 0.05;

/**
 * Finds for each layer the baseline's: by name, and for what is left the one of the same shape whose norms are
 * nearest, if they are near. Each of the baseline's layers is given once.
 *
 * @returns the baseline's layer by the row name of this model's.
 */
export function matchBaseline<Before extends BaselineLayer>(
  layers: readonly BaselineLayer[],
  baseline: readonly Before[],
): ReadonlyMap<string, Before> {
  const byName = new Map(baseline.map((layer) => [rowName(layer), layer]));
  const matches = new Map<string, Before>();
  for (const layer of layers) {
    const match = byName.get(rowName(layer));
    if (match !== undefined && sameShape(layer, match)) matches.set(rowName(layer), match);
  }

  const taken = new Set(matches.values());
  const pairs = layers
    .filter((layer) => !matches.has(rowName(layer)))
    .flatMap((layer) =>
      baseline
        .filter((candidate) => !taken.has(candidate) && sameShape(layer, candidate))
        .map((candidate) => ({ layer, candidate, distance: spectralDistance(layer, candidate) })),
    )
    .filter(({ distance }) => distance <= SAME_SPECTRUM)
    .sort((a, b) => a.distance - b.distance);
  for (const { layer, candidate } of pairs) {
    if (matches.has(rowName(layer)) || taken.has(candidate)) continue;
    matches.set(rowName(layer), candidate);
    taken.add(candidate);
  }
  return matches;
}

/** Whether two layers have as many matrices of the same sides. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.N === b.N && a.M === b.M && a.rf === b.rf;
}

/** The larger relative difference of Frobenius and spectral norm. */
function spectralDistance(a: BaselineLayer, b: BaselineLayer): number {
  return Math.max(relativeDifference(a.norm, b.norm), relativeDifference(a.lambda_max, b.lambda_max));
}

function relativeDifference(a: number | null, b: number | null): number {
  if (a === null || b === null) return Infinity;
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
