import {
  type Fall,
  findingsOf,
  firstAlpha,
  isLow,
  isWorse,
  type Series,
  seriesOf,
  THRESHOLD,
} from './conclusions.ts';
import { count, interval, list, number, percent, points, range } from './number-format.ts';
import type { CourseEpoch, Result } from './results.ts';

/** Right on fewer test images than this, a network of ten classes has learned nothing. */
const NOTHING_LEARNED = 0.2;

/** What trainings in smaller and smaller batches say of the claim. */
export function claimSentences(title: string, series: readonly Series[]): string[] {
  if (series.length === 0) return [`- **${title}**: none of these trainings has ended.`];
  const findings = series.map(findingsOf);
  const known = findings.filter(({ correlation }) => !Number.isNaN(correlation));
  const opposed = known.filter(({ correlation }) => correlation >= 0);
  const falls = findings.flatMap(({ fallen }) => fallen);
  const missed = falls.filter(({ alpha }) => !isLow(alpha));
  const early = findings.flatMap((finding) => finding.early);
  const disagreeing = findings.filter(({ agrees }) => !agrees);
  return [
    `- **${title}**, ${count(series.length, 'seed')}. Up to the best test accuracy, alpha of the first layer and test accuracy have a rank correlation of ${list(known.map(({ seed, correlation }) => `${correlation.toFixed(2)} (seed ${seed})`))}: ${opposed.length === 0 ? 'with every seed, alpha falls as accuracy rises' : `alpha does not fall as accuracy rises with ${seeds(opposed)}`}.`,
    falls.length === 0
      ? '- Test accuracy did not fall by more than chance in any of these trainings.'
      : `- Test accuracy fell by more than chance in ${count(falls.length, 'training')}, and alpha was below ${THRESHOLD} in ${missed.length === 0 ? 'every one' : falls.length - missed.length} of them${missed.length === 0 ? '' : `; not in ${list(missed.map(({ result, alpha }) => `${result.run.id} (${number(alpha)})`))}`}.`,
    ...(falls.length === 0 ? [] : explained(falls)),
    early.length === 0
      ? `- No training without a fall has an alpha below ${THRESHOLD}.`
      : `- Alpha is below ${THRESHOLD} without a fall of test accuracy in ${list(early.map((result) => `${result.run.id} (${number(firstAlpha(result))}, ${percent(result.testAccuracy, 2)})`))}: there the gate would be red for a network that is as good as the best.`,
    disagreeing.length === 0
      ? '- No seed disagrees with the claim.'
      : `- The claim as it stands does not hold with ${seeds(disagreeing)}, for the reasons above.`,
  ];
}

/** How much of the loss on test images is a loss on the training images too: not over-training, but worse training. */
function explained(falls: readonly Fall[]): string[] {
  const nothing = falls.filter(({ result }) => result.testAccuracy < NOTHING_LEARNED);
  const rest = falls.filter((fall) => !nothing.includes(fall));
  const share = ({ testLoss, trainLoss }: Fall) => Math.min(1, Math.max(0, trainLoss / testLoss));
  return [
    ...nothing.map(
      ({ result, alpha }) =>
        `- ${result.run.id} has learned nothing in the end: it is right on ${percent(result.testAccuracy, 1)} of the test and ${percent(result.trainAccuracy, 1)} of the training images (alpha ${number(alpha)}).`,
    ),
    ...(rest.length === 0
      ? []
      : [
          `- ${nothing.length === 0 ? 'Where test accuracy fell' : 'In the others'}, accuracy on the training images fell too: ${list(rest.map(({ result, testLoss, trainLoss }) => `${result.run.id} by ${points(testLoss)} points on test and ${points(trainLoss)} on training images`))}. A worse fit of the images it has seen thus explains ${range(rest.map(share), (value) => percent(value, 0))} of the fall, and memorising at most the rest.`,
        ]),
  ];
}

/** What the analysis says of networks that learned random labels. */
export function randomLabelSentences(results: readonly Result[]): string[] {
  const shares = [...Map.groupBy(results, ({ run }) => run.randomLabels)].sort(([a], [b]) => a - b);
  const right = shares.find(([share]) => share === 0)?.[1] ?? [];
  return shares.map(([share, members]) => {
    const alphas = members.map((result) => firstAlpha(result) ?? Number.NaN);
    const worse = members.filter((result) =>
      right.some(({ run, ...other }) => run.seed === result.run.seed && isWorse(result, other)),
    );
    const low = members.filter((result) => isLow(firstAlpha(result)));
    const clear = low.filter(({ layers: [first] }) => isLow(first!.alpha! + (first!.sigma ?? 0)));
    const trust = [...new Set(low.map(({ layers: [first] }) => first!.trust ?? 'not assessed'))];
    const blind = worse.filter((result) => !low.includes(result));
    const otherLayer = blind.filter(isRed);
    return [
      `- **${percent(share, 0)}**, ${count(members.length, 'seed')}: test accuracy ${range(
        members.map(({ testAccuracy }) => testAccuracy),
        (value) => percent(value, 1),
      )}, alpha ${range(alphas, (value) => value.toFixed(2))}.`,
      low.length === 0
        ? `Alpha is never below ${THRESHOLD}.`
        : `Alpha is below ${THRESHOLD} in ${low.length}, with its whole interval in ${clear.length}; trust ${list(trust)}.`,
      ...(share === 0 ? [] : [`Worse than with right labels by more than chance: ${worse.length}.`]),
      ...(blind.length === 0
        ? []
        : [
            `**Not seen** in alpha of the first layer: ${blind.length}, of which another layer turns the gate red in ${otherLayer.length}.`,
          ]),
    ].join(' ');
  });
}

/** What the analysis says of networks that are trained long after they know all images. */
export function longSentences(results: readonly Result[]): string[] {
  return results.map(({ run, course, testAccuracy, ...result }) => {
    const learned = course.slice(1);
    const best = learned.reduce((a, b) => (b.testAccuracy > a.testAccuracy ? b : a));
    const low = learned.find(staysLow(learned));
    const fell = isWorse({ testAccuracy }, best);
    const trust = result.layers[0]?.trust ?? 'not assessed';
    return [
      `- **Seed ${run.seed}**: test accuracy is best at epoch ${best.epoch} (${percent(best.testAccuracy, 2)}) and ends at ${percent(testAccuracy, 2)}, ${fell ? 'lower by more than chance' : 'no lower than chance allows'}.`,
      `Alpha ends at ${interval(result)} (trust ${trust}) and`,
      low === undefined
        ? `does not stay below ${THRESHOLD}.`
        : `is below ${THRESHOLD} for good from epoch ${low.epoch} on, when test accuracy was ${percent(low.testAccuracy, 2)}${low.testAccuracy < best.testAccuracy && low.epoch < best.epoch ? ' and still rising' : ''}.`,
      fell === isLow(firstAlpha(result))
        ? 'The two agree.'
        : fell
          ? 'The fall is not seen.'
          : 'Alpha warns of what did not happen.',
    ].join(' ');
  });
}

function staysLow(epochs: readonly CourseEpoch[]): (at: CourseEpoch) => boolean {
  const lastHigh = epochs.findLast(({ alphas: [first] }) => !isLow(first ?? null));
  return ({ epoch }) => epoch > (lastHigh?.epoch ?? 0);
}

/** Whether the gate is red by its defaults. */
export function isRed({ layers }: Pick<Result, 'layers'>): boolean {
  return layers.some(({ verdict }) => verdict === 'fail');
}

/** The layers that never learned anything are judged too. */
export function untrainedSentences(results: readonly Result[]): string {
  const second = seriesOf(results).flatMap(({ seed, results }) => {
    const layer = results[0]?.layers[1];
    return layer === undefined ? [] : [{ seed, ...layer }];
  });
  if (second.length === 0) return '';
  const good = second.filter(({ alpha }) => alpha !== null && alpha >= THRESHOLD && alpha <= 6);
  return [
    `The second layer, 300×100, keeps its initial random weights in all of these networks. Its alpha is ${list(second.map(({ seed, alpha, trust }) => `${number(alpha)} (seed ${seed}, trust ${trust ?? 'not assessed'})`))};`,
    `in the published run it was 2.32, "good" by the rule that takes 2 to 6 for well trained. Here ${good.length} of ${second.length} would be good by that rule. Alpha alone`,
    'does not tell a random matrix from a trained one: that is what the trust label is for.',
  ].join('\n');
}

function seeds(of: readonly { readonly seed: number }[]): string {
  return `seed${of.length === 1 ? '' : 's'} ${list(of.map(({ seed }) => `${seed}`))}`;
}
