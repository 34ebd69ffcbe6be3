import { compareNaturally } from '../../layers/natural-order.ts';
import { rowName } from '../../metrics/row-name.ts';
import type { ReportedOutcome } from '../outcome.ts';
import { checkpointSteps } from './checkpoint-steps.ts';
import { buildTrend, foundIn, type Trend, type TrendRun } from './trend.ts';

/** The checkpoints of one training, in the order of their steps. */
export interface Series<Outcome extends ReportedOutcome> {
  readonly outcomes: readonly Outcome[];
  /** Over the checkpoints that could be analysed. */
  readonly trend: Trend;
}

/** Layers with curves in all reports of a series: those of more would make a page that does not open. */
const MOST_CURVES = 1000;

/**
 * Puts the outcomes of a training's checkpoints into the order of the steps in their names, by
 * {@link checkpointSteps}; where names tell no steps, into the natural order of the names, numbered from 1. Of many
 * layers only the last checkpoint keeps its curves.
 */
export function seriesOf<Outcome extends ReportedOutcome>(outcomes: readonly Outcome[]): Series<Outcome> {
  const names = outcomes.map(nameOf);
  const steps = checkpointSteps(names);
  const order = names
    .map((name, index) => ({ name, index, at: steps?.[index] ?? 0 }))
    .sort((a, b) => a.at - b.at || compareNaturally(a.name, b.name))
    .map(({ index, name, at }, position) => ({
      name,
      at: steps === undefined ? position + 1 : at,
      outcome: outcomes[index]!,
    }));
  const runs = order.flatMap(({ outcome, at, name }): TrendRun[] =>
    outcome.kind === 'report' ? [{ at, name, ...foundIn(outcome.report) }] : [],
  );
  const thresholds = new Map(
    order.flatMap(({ outcome }) =>
      outcome.kind === 'report'
        ? outcome.report.layers.map((layer) => [rowName(layer), layer.threshold] as const)
        : [],
    ),
  );
  return {
    outcomes: withoutManyCurves(order.map(({ outcome }) => outcome)),
    trend: buildTrend(steps === undefined ? 'checkpoint' : 'step', runs, thresholds),
  };
}

function nameOf(outcome: ReportedOutcome): string {
  return outcome.kind === 'report' ? outcome.report.model.source : outcome.reference;
}

function withoutManyCurves<Outcome extends ReportedOutcome>(outcomes: readonly Outcome[]): Outcome[] {
  const total = outcomes.reduce(
    (sum, outcome) => sum + (outcome.kind === 'report' ? outcome.report.layers.length : 0),
    0,
  );
  if (total <= MOST_CURVES) return [...outcomes];
  const last = outcomes.findLastIndex(({ kind }) => kind === 'report');
  return outcomes.map((outcome, index) => {
    if (outcome.kind !== 'report' || index === last) return outcome;
    const layers = outcome.report.layers.map(({ curves: _, ...layer }) => layer);
    return { ...outcome, report: { ...outcome.report, layers } };
  });
}
