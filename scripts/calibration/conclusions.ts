import { SETTINGS } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Collection, TrainedSubject } from './collect.ts';
import { rankCorrelation, shareLower } from './rank-statistics.ts';
import { DEFAULT_RULE, type Rule } from './rules.ts';
import { dominates, falseAlarms, misses, type ScoredRule, tallyKinds } from './scores.ts';
import { type Kind, lowestLayer, nonzeroEigenvalues, OVER_TRAINED, type Subject } from './subjects.ts';

const FEWEST_EIGENVALUES = SETTINGS.fewestEigenvalues.default;

/** From here on two series are said to go together. */
const CLEAR_CORRELATION = 0.5;

/** What the numbers say, in sentences. */
export function conclusions(collection: Collection, scored: readonly ScoredRule[]): string[] {
  const { golden, trained, randomLayers } = collection;
  const [strict, standard] = ['A', DEFAULT_RULE].map((id) => scored.find(({ rule }) => rule.id === id)!);
  return [
    ofDefaults(standard!),
    ofBetterRules(standard!, scored),
    ofFewestEigenvalues(strict!.rule, randomLayers),
    ofSoundRed(standard!, trained),
    ofOrder([...golden, ...trained]),
    ...ofNoise(trained),
  ];
}

function ofDefaults({ scores }: ScoredRule): string {
  const [alarms, missed] = [falseAlarms(scores), misses(scores)];
  const caught = OVER_TRAINED.map((kind) => {
    const { right, of } = tallyKinds(scores, kind);
    return `${right} of ${of} of *${kind}*`;
  });
  return (
    `The defaults turn ${alarms.wrong.length} of ${alarms.of} sound models red, ` +
    `${tallyKinds(scores, 'published').wrong.length} of them published ones, and catch ${missed.right} of ${missed.of} ` +
    `over-trained ones: ${caught.join(', ')}.`
  );
}

function ofBetterRules(standard: ScoredRule, scored: readonly ScoredRule[]): string {
  const better = scored.filter((rule) => dominates(rule, standard));
  const front = scored.filter((rule) => !scored.some((other) => dominates(other, rule)));
  const words =
    better.length === 0
      ? 'No rule compared here has fewer false alarms than the defaults without more misses, nor fewer misses without more false alarms.'
      : `Better than the defaults in false alarms or misses, and worse in neither: ${namesOf(better)}.`;
  return (
    `${words} Not beaten in this way by any other: ${namesOf(front)}. A rule that is chosen by the models it is measured ` +
    'on looks better than it is.'
  );
}

function namesOf(scored: readonly ScoredRule[]): string {
  return scored
    .map(
      ({ rule, scores }) =>
        `${rule.id} (${falseAlarms(scores).wrong.length} false alarms, ${misses(scores).wrong.length} misses)`,
    )
    .join(', ');
}

function ofFewestEigenvalues({ settings }: Rule, layers: Collection['randomLayers']): string {
  const failing = judge(layers, settings).layers;
  const shareOf = (isCounted: (eigenvalues: number) => boolean): string => {
    const counted = failing.filter((layer) => isCounted(nonzeroEigenvalues(layer)));
    const share = counted.filter(({ verdict }) => verdict === 'fail').length / counted.length;
    return `${(100 * share).toFixed(1)} % of ${counted.length}`;
  };
  return (
    `Judged without a fewest number of eigenvalues, matrices in which nothing was learned fail by chance: ` +
    `${shareOf((count) => count < FEWEST_EIGENVALUES)} with fewer than ${FEWEST_EIGENVALUES} eigenvalues, ` +
    `${shareOf((count) => count >= FEWEST_EIGENVALUES)} with as many or more.`
  );
}

/** Whether what turns red in spite of sound training is at least the worse part of it. */
function ofSoundRed({ scores }: ScoredRule, trained: readonly TrainedSubject[]): string {
  const red = new Set(falseAlarms(scores).wrong);
  const suspected = trained.filter(({ id }) => red.has(id));
  if (suspected.length === 0) return 'The defaults turn no soundly trained network red.';
  const gain = -suspected.reduce((sum, { loss }) => sum + loss, 0) / suspected.length;
  const words = gain > 0 ? 'better' : 'worse';
  return (
    `The soundly trained networks that the defaults turn red (${suspected.map(({ id }) => id).join(', ')}) are on ` +
    `average ${Math.abs(100 * gain).toFixed(1)} points *${words}* on test images than their references.`
  );
}

/** How far the lowest alpha tells one kind of models from another, at whatever threshold. */
function ofOrder(subjects: readonly Subject[]): string {
  const lowestOf = (kind: Kind): number[] =>
    subjects
      .filter(({ truth }) => truth?.kind === kind)
      .flatMap((subject) => lowestLayer(subject, FEWEST_EIGENVALUES)?.alpha ?? []);
  const pairs = (kind: Kind, other: Kind): string =>
    `${(100 * shareLower(lowestOf(kind), lowestOf(other))).toFixed(0)} %`;
  const ofKinds = OVER_TRAINED.filter((kind) => lowestOf(kind).length > 0).map(
    (kind) => `one of *${kind}* in ${pairs(kind, 'sound training')} and ${pairs(kind, 'published')}`,
  );
  return (
    'Whatever the threshold: the share of pairs in which an over-trained network has a lower lowest alpha than a soundly ' +
    `trained one, and than a published model: ${ofKinds.join('; ')}. Where alpha tells nothing it is 50 %.`
  );
}

/** Whether alpha follows the share of random labels, for each length of training. */
function ofNoise(trained: readonly TrainedSubject[]): string[] {
  const [usual] = trained.map(({ network }) => network.recipe);
  const alike = trained.filter(({ network }) => network.recipe.batchSize === usual!.batchSize);
  const byEpochs = Map.groupBy(alike, ({ network }) => network.recipe.epochs);
  return [...byEpochs].map(([epochs, subjects]) => {
    const correlation = rankCorrelation(
      subjects.map(({ network }) => network.recipe.randomLabels),
      subjects.map((subject) => lowestLayer(subject, FEWEST_EIGENVALUES)?.alpha ?? Number.NaN),
    );
    return (
      `Over the ${subjects.length} networks trained for ${epochs} epochs with batches of ${usual!.batchSize}, ` +
      `${wordsOf(correlation)} (rank correlation ${correlation.toFixed(2)}).`
    );
  });
}

function wordsOf(correlation: number): string {
  if (correlation <= -CLEAR_CORRELATION) return 'more random labels go with a *lower* lowest alpha';
  if (correlation < CLEAR_CORRELATION) return 'the lowest alpha does not follow the share of random labels';
  return 'more random labels go with a *higher* lowest alpha, so that a lower bound on alpha cannot see them';
}
