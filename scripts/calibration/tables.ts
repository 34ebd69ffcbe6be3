import { table } from '../../bench/table.ts';
import type { LayerDetails } from '../../src/metrics/details.ts';
import { SETTINGS } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { TrainedSubject } from './collect.ts';
import { SHAPE_NAMES, shapeOf } from './random-matrices.ts';
import type { Rule } from './rules.ts';
import { type Score, type ScoredRule, type Tally, tallyKinds } from './scores.ts';
import {
  type FittedLayer,
  type Kind,
  lowestLayer,
  nonzeroEigenvalues,
  OVER_TRAINED,
  SOUND,
  type Subject,
} from './subjects.ts';

const FEWEST_EIGENVALUES = SETTINGS.fewestEigenvalues.default;

/** The end of a trained network's name. */
const SEED = /-seed\d+$/;

const COUNT_HEADS = [
  ...SOUND.map((kind) => `false alarms: ${kind}`),
  ...OVER_TRAINED.map((kind) => `caught: ${kind}`),
  ...['failing layers, published', 'depend on the seed'],
];

/** False alarms and hits of each rule. */
export function ruleTable(scored: readonly ScoredRule[]): string {
  const rows = scored.map(({ rule, scores }) => [`**${rule.id}** ${rule.name}`, ...counts(scores)]);
  return table(['rule', ...COUNT_HEADS], rows);
}

/** The same for thresholds. */
export function thresholdTable(scored: readonly ScoredRule[]): string {
  const rows = scored.map(({ rule, scores }) => [rule.id, ...counts(scores)]);
  return table(['min-alpha', ...COUNT_HEADS], rows);
}

function counts(scores: readonly Score[]): string[] {
  const wrongOf = ({ wrong, of }: Tally): string => `${wrong.length} of ${of}`;
  const rightOf = ({ right, of }: Tally): string => `${right} of ${of}`;
  const published = scores.filter(({ subject }) => subject.truth?.kind === 'published');
  const failing = sum(published.map(({ failingLayers }) => failingLayers.length));
  const layers = sum(published.map(({ subject }) => subject.layers.length));
  return [
    ...SOUND.map((kind) => wrongOf(tallyKinds(scores, kind))),
    ...OVER_TRAINED.map((kind) => rightOf(tallyKinds(scores, kind))),
    `${failing} of ${layers}`,
    shareOfSeeds(scores),
  ];
}

/** How many trainings, of those done with several seeds, get one verdict with one seed and another with another. */
function shareOfSeeds(scores: readonly Score[]): string {
  const trainings = Map.groupBy(
    scores.filter(({ subject }) => SEED.test(subject.id)),
    ({ subject }) => subject.id.replace(SEED, ''),
  );
  const several = [...trainings.values()].filter((group) => group.length > 1);
  const divided = several.filter((group) => new Set(group.map(({ colour }) => colour)).size > 1);
  return `${divided.length} of ${several.length}`;
}

/** Which models each rule gets wrong. */
export function wrongList(scored: readonly ScoredRule[]): string {
  return scored
    .map(
      ({ rule, scores }) =>
        `- **${rule.id}** false alarms: ${namesOfWrong(scores, SOUND)}. ` +
        `Misses: ${namesOfWrong(scores, OVER_TRAINED)}.`,
    )
    .join('\n');
}

function namesOfWrong(scores: readonly Score[], kinds: readonly Kind[]): string {
  const names = kinds.flatMap((kind) => {
    const { wrong, of } = tallyKinds(scores, kind);
    return wrong.length === of && of > 1 ? [`all ${of} of *${kind}*`] : wrong;
  });
  return names.length === 0 ? 'none' : names.join(', ');
}

/** Each model under each rule. */
export function verdictTable(scored: readonly ScoredRule[]): string {
  const subjects = scored[0]!.scores.map(({ subject }) => subject);
  const rows = subjects.map((subject, index) => [
    subject.id,
    subject.truth?.kind ?? 'not counted',
    ...scored.map(({ scores }) => cellOf(scores[index]!)),
  ]);
  return table(['model', 'what it is', ...scored.map(({ rule }) => rule.id)], rows);
}

function cellOf({ colour, isRight }: Score): string {
  const mark = isRight === undefined ? '' : isRight ? '✓' : '✗';
  return `${mark} ${colour === 'red' ? 'red' : ''}`.trim();
}

/** Numbers of the golden models. */
export function modelTable(subjects: readonly Subject[]): string {
  const rows = subjects.map((subject) => [
    subject.id,
    subject.remark,
    `${subject.layers.length}`,
    ...cellsOf(lowestLayer(subject, 0)),
    ...cellsOf(lowestLayer(subject, FEWEST_EIGENVALUES)),
  ]);
  const ofLowest = ['alpha', 'D', 'eigenvalues'];
  return table(
    [
      ...['model', 'what it is', 'layers', 'lowest of all', ...ofLowest],
      ...[`lowest with ${FEWEST_EIGENVALUES} eigenvalues`, ...ofLowest],
    ],
    rows,
  );
}

function cellsOf(layer: FittedLayer | undefined): string[] {
  if (layer === undefined) return ['none', '', '', ''];
  return [`\`${layer.name}\``, alphaOf(layer), layer.D.toFixed(3), `${nonzeroEigenvalues(layer)}`];
}

/** Numbers of the trained networks. */
export function trainedTable(subjects: readonly TrainedSubject[]): string {
  const names = subjects[0]!.layers.map(({ name }) => name);
  const rows = subjects.map((subject) => {
    const { id, network, truth, loss, layers } = subject;
    const { recipe, trainAccuracy, testAccuracy } = network;
    return [
      id,
      `${recipe.batchSize}`,
      percent(recipe.randomLabels, 0),
      `${recipe.epochs}`,
      ...[percent(trainAccuracy, 1), percent(testAccuracy, 1), (-100 * loss).toFixed(1)],
      truth!.kind,
      ...names.map((name) => alphaOf(layers.find((layer) => layer.name === name)!)),
      lowestLayer(subject, FEWEST_EIGENVALUES)?.D.toFixed(3) ?? '',
    ];
  });
  return table(
    [
      ...['network', 'batch size', 'random labels', 'epochs', 'training accuracy', 'test accuracy'],
      ...['points gained on its reference', 'what it is', ...names.map((name) => `alpha of ${name}`)],
      'D of the lowest',
    ],
    rows,
  );
}

/** The share of random matrices of each shape that fails, under each rule. */
export function randomMatrixTable(rules: readonly Rule[], layers: readonly LayerDetails[]): string {
  const judged = rules.map((rule) => judge(layers, rule.settings).layers);
  const rows = SHAPE_NAMES.map((shape) => {
    const shares = judged.map((all) => {
      const ofShape = all.filter(({ longname }) => shapeOf(longname) === shape);
      return percent(ofShape.filter(({ verdict }) => verdict === 'fail').length / ofShape.length, 1);
    });
    return [shape, ...shares];
  });
  return table(['shape', ...rules.map(({ id }) => id)], rows);
}

function alphaOf({ alpha, sigma }: Pick<LayerDetails, 'alpha' | 'sigma'>): string {
  return alpha === null || sigma === null ? 'none' : `${alpha.toFixed(3)} ± ${sigma.toFixed(3)}`;
}

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)} %`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
