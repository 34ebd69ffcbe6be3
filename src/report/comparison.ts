import type { DistanceMethod } from '../metrics/distance.ts';
import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { rowName } from '../metrics/row-name.ts';
import { VERSION } from '../version.ts';
import { layerShape } from './layer-shape.ts';
import { mean } from './mean.ts';
import type { Report, ReportLayer } from './report.ts';

/** How far a layer is from its counterpart; null where that cannot be said. */
export interface LayerDistance {
  readonly delta_W: number | null;
  readonly delta_b: number | null;
  readonly b_shape: readonly number[] | null;
}

/** A number of both models, and the second's less the first's. */
export interface Change {
  readonly base: number | null;
  readonly model: number | null;
  readonly delta: number | null;
}

/** The columns of a layer that a comparison shows. */
const COMPARED_COLUMNS = [
  'alpha',
  'alpha_weighted',
  'log_norm',
  'log_spectral_norm',
  'stable_rank',
  'num_pl_spikes',
] as const;

type ComparedColumns = Readonly<Record<(typeof COMPARED_COLUMNS)[number], Change>>;

type SharedColumns = Pick<ReportLayer, 'layer_id' | 'slice_id' | 'longname' | 'N' | 'M' | 'rf' | 'verdict'>;

export interface ComparedLayer extends SharedColumns, ComparedColumns, LayerDistance {
  /** The first model's name for it. */
  readonly base_longname: string;
}

/** Two models, layer by layer. Deltas are the second's numbers less the first's. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  readonly base: Report['model'];
  readonly model: Report['model'];
  /** How `delta_W` is measured. */
  readonly method: DistanceMethod;
  /** The verdict is the gate's, on the second model with the first as its baseline. */
  readonly summary: Pick<Report['summary'], 'verdict' | 'passed' | 'reason'> & {
    readonly layers: number;
    readonly alpha: Change;
    /** Means over the layers that have the value. */
    readonly mean_delta_W: number | null;
    readonly mean_delta_b: number | null;
  };
  /** In the second model's order. */
  readonly layers: readonly ComparedLayer[];
  /** Layers without a counterpart. */
  readonly unmatched: readonly { readonly name: string; readonly reason: string }[];
}

export interface ComparisonParts {
  readonly base: Report;
  readonly model: Report;
  /** The first model's layer by the second's, both as row names. */
  readonly pairs: ReadonlyMap<string, string>;
  /** By the second model's row name. */
  readonly distances: ReadonlyMap<string, LayerDistance>;
  readonly method: DistanceMethod;
}

const UNKNOWN: LayerDistance = { delta_W: null, delta_b: null, b_shape: null };

export function buildComparison({ base, model, pairs, distances, method }: ComparisonParts): Comparison {
  const before = new Map(base.layers.map((layer) => [rowName(layer), layer]));
  const layers = model.layers.flatMap((layer): ComparedLayer[] => {
    const counterpart = before.get(pairs.get(rowName(layer)) ?? '');
    if (counterpart === undefined) return [];
    const { layer_id, slice_id, longname, N, M, rf, verdict } = layer;
    const columns = Object.fromEntries(
      COMPARED_COLUMNS.map((column) => [
        column,
        column === 'alpha'
          ? changeOf(fittedAlpha(counterpart), fittedAlpha(layer))
          : changeOf(counterpart[column], layer[column]),
      ]),
    ) as ComparedColumns;
    return [
      {
        layer_id,
        ...(slice_id !== undefined && { slice_id }),
        longname,
        base_longname: counterpart.longname,
        N,
        M,
        rf,
        verdict,
        ...columns,
        ...(distances.get(rowName(layer)) ?? UNKNOWN),
      },
    ];
  });
  return {
    schemaVersion: 1,
    tool: { ...model.tool, version: VERSION },
    base: base.model,
    model: model.model,
    method,
    summary: {
      verdict: model.summary.verdict,
      passed: model.summary.passed,
      reason: model.summary.reason,
      layers: layers.length,
      alpha: changeOf(base.summary.alpha, model.summary.alpha),
      mean_delta_W: mean(layers.map(({ delta_W }) => delta_W)),
      mean_delta_b: mean(layers.map(({ delta_b }) => delta_b)),
    },
    layers,
    unmatched: unmatched(base, model, pairs),
  };
}

function changeOf(base: number | null, model: number | null): Change {
  return { base, model, delta: base === null || model === null ? null : model - base };
}

function unmatched(base: Report, model: Report, pairs: ReadonlyMap<string, string>): Comparison['unmatched'] {
  const baseShapes = new Map(base.layers.map((layer) => [rowName(layer), layerShape(layer)]));
  const modelNames = new Set(model.layers.map(rowName));
  const taken = new Set(pairs.values());
  const added = model.layers
    .filter((layer) => !pairs.has(rowName(layer)))
    .map((layer) => {
      const name = rowName(layer);
      const shape = taken.has(name) ? undefined : baseShapes.get(name);
      const reason = shape === undefined ? 'not in the base' : `${layerShape(layer)}, in the base ${shape}`;
      return { name, reason };
    });
  const removed = base.layers
    .map(rowName)
    .filter((name) => !taken.has(name) && !(modelNames.has(name) && !pairs.has(name)))
    .map((name) => ({ name, reason: 'only in the base' }));
  return [...added, ...removed];
}
