/** The calibration page: Markdown, every number and every conclusion computed. */

import { WIDTHS } from '../training/run.ts';
import type { Collection } from './collect.ts';
import { conclusions } from './conclusions.ts';
import { DRAWS } from './random-matrices.ts';
import { LEARNING_RATE, TRAINING_IMAGES } from './recipes.ts';
import { DEFAULT_RULE, RULES, THRESHOLD_RULES } from './rules.ts';
import { scoreRules } from './scores.ts';
import { LARGEST_LOSS, MEMORISED, NOISE_SHARE } from './subjects.ts';
import {
  modelTable,
  randomMatrixTable,
  ruleTable,
  thresholdTable,
  trainedTable,
  verdictTable,
  wrongList,
} from './tables.ts';

export function calibrationPage(collection: Collection): string {
  const { golden, trained, withoutLayers, randomLayers } = collection;
  const subjects = [...golden, ...trained];
  const scored = scoreRules(RULES, subjects);
  const networks = trained.length;
  return `# Which defaults the gate should have

Made by \`npm run calibrate\`. Every number is computed, and so is every sentence under "What follows"; the decision that
was taken from them is [record 10](adr/0010-default-thresholds.md).

## What is compared

A rule is a way to set the gate. It is **right** about a model when it turns the check red and the model is over-trained,
or leaves it green and the model is sound. What a model is has to be known from elsewhere:

- **published**: models that their authors published and others use. That they are sound is an *assumption*; their training
  data are not here to check it.
- **sound training** and **small batches**: perceptrons ${WIDTHS.join('-')} with ReLU, trained on the first
  ${TRAINING_IMAGES} images of MNIST by plain stochastic gradient descent with learning rate ${LEARNING_RATE}. Each is held
  against its reference, the network with the same seed, batches of 16 and 15 epochs: one whose accuracy on the 10,000 test
  images is more than ${100 * LARGEST_LOSS} points lower is over-trained, else sound. Two more
  networks, mlp3-healthy and mlp3-overtrained, were trained by PyTorch in the same way.
- **noise memorised** and **noise not memorised**: the same, with a share of the training labels drawn at random. From
  ${100 * NOISE_SHARE} % on the gate should be red, whatever the test accuracy; below that the test accuracy decides. Memorised
  means that the training accuracy, random labels included, is at least ${100 * MEMORISED} % in the end. A network below that
  is the worse for its labels, but has learned them by heart in part or not at all: these are counted apart.

A **false alarm** is a sound model that turns red, a **miss** an over-trained one that stays green. Not counted are models
that are others in another format, and those made to test a reader. ${sentenceOfMissing(withoutLayers)}

These are few models of few kinds, and the over-trained ones are all small perceptrons with one data set. The counts compare
rules with each other; they are no rates to expect of other models.

## Rules

${ruleTable(scored)}

Rules other than ${DEFAULT_RULE} are the defaults with these settings in their place. The last column counts the trainings,
of those that were repeated with other seeds, whose verdict is not the same for all of them.

${wrongList(scored)}

## Threshold

The defaults with other values of \`min-alpha\`.

${thresholdTable(scoreRules(THRESHOLD_RULES, subjects))}

## What follows

${conclusions(collection, scored)
  .map((sentence) => `- ${sentence}`)
  .join('\n')}

## Every model under every rule

✓ where the rule is right, ✗ where it is wrong, red where it turns the check red. Models that are not counted have neither
mark.

${verdictTable(scored)}

## The models' lowest alphas

Alpha ± sigma, D and eigenvalues of the layer with the lowest alpha, once of all layers and once of those with the fewest
eigenvalues that the gate asks for by default.

${modelTable(golden)}

## The ${networks} trained networks

The training accuracy is on the labels that were learned, random ones included; the test accuracy is on right labels. The
reference is the network \`usual\` of the same seed; D is that of the layer with the lowest alpha among those with enough
eigenvalues to be judged.

${trainedTable(trained)}

## Matrices in which nothing was learned

${DRAWS} matrices of normal numbers for each shape, each judged as a layer: the share that fails by chance.

${randomMatrixTable(RULES, randomLayers)}
`;
}

function sentenceOfMissing(ids: readonly string[]): string {
  if (ids.length === 0) return 'Every golden model has layers to judge.';
  return `Without a layer that can be judged: ${ids.join(', ')}.`;
}
