import * as z from 'zod';
import { choice, count, number, parseNumber, setting } from '../kinds.ts';

const threshold = z.strictObject({
  layers: z.string().min(1),
  'min-alpha': z.number().optional(),
  'max-alpha': z.number().optional(),
});

const acceptance = z.strictObject({ layers: z.string().min(1), alpha: z.number() });

/** An alpha below the threshold that is tolerated of the layers whose name matches a glob. */
export type Acceptance = z.infer<typeof acceptance>;

/** A threshold for the layers whose name matches a glob; the first that matches counts. */
export type Threshold = z.infer<typeof threshold>;

/** Settings of what a layer and a model are judged by. */
export const GATE = {
  minAlpha: number(
    {
      input: 'min-alpha',
      option: 'min-alpha',
      key: 'min-alpha',
      description: 'A layer whose alpha is below this fails the check.',
    },
    2,
  ),
  maxAlpha: number(
    {
      input: 'max-alpha',
      option: 'max-alpha',
      key: 'max-alpha',
      description: 'A layer whose alpha is above this gets a warning: it is hardly trained.',
    },
    6,
  ),
  thresholds: setting<readonly Threshold[]>({
    key: 'thresholds',
    schema: z.array(threshold),
    parse: () => undefined,
    expects: 'a list of {layers: GLOB, min-alpha: NUMBER, max-alpha: NUMBER}',
    default: [],
    description:
      'Thresholds for layers by name; the first entry whose `layers` matches wins over `min-alpha` and `max-alpha`.',
  }),
  maxAlphaDrop: setting<number | null>({
    input: 'max-alpha-drop',
    option: 'max-alpha-drop',
    key: 'max-alpha-drop',
    schema: z.number().nonnegative().nullable(),
    parse: (value) => (value === 'off' ? null : parseNumber(value)),
    expects: 'a number from 0 on, or off',
    default: null,
    placeholder: 'NUMBER',
    description:
      'A layer whose alpha is lower than the baseline’s by more than this fails, wherever it lies.',
  }),
  failOn: choice(
    {
      input: 'fail-on',
      option: 'fail-on',
      key: 'fail-on',
      description:
        '`new` only warns of layers that were below their threshold in the baseline already; `none` warns of all.',
    },
    ['any', 'new', 'none'],
    'any',
  ),
  accepted: setting<readonly Acceptance[]>({
    key: 'accepted',
    schema: z.array(acceptance),
    parse: () => undefined,
    expects: 'a list of {layers: GLOB, alpha: NUMBER}',
    default: [],
    description:
      'Layers below their threshold that are tolerated as long as alpha does not fall below the one given; the first entry whose `layers` matches counts.',
  }),
  epsilon: number(
    {
      option: 'epsilon',
      key: 'epsilon',
      description: 'How far alpha may move against `accepted` and the baseline before it counts as a change.',
    },
    0.01,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  confidence: number(
    {
      option: 'confidence',
      key: 'confidence',
      description:
        'A layer fails only when alpha + confidence·sigma is below its threshold; otherwise it warns.',
    },
    0,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  fewestEigenvalues: count(
    {
      option: 'fewest-eigenvalues',
      key: 'reliability.fewest-eigenvalues',
      description:
        'A layer that is out of bounds but has fewer nonzero eigenvalues than this is `inconclusive`: small random matrices look over-trained by chance.',
    },
    50,
    'judge every layer',
  ),
  maxKsDistance: number(
    {
      option: 'max-ks-distance',
      key: 'reliability.max-ks-distance',
      description:
        'A layer that is out of bounds but whose fit has a larger Kolmogorov-Smirnov distance D is `inconclusive`. 1 judges every fit.',
    },
    1,
    z.number().min(0).max(1),
    'a number from 0 to 1',
  ),
  minPValue: number(
    {
      option: 'min-p-value',
      key: 'reliability.min-p-value',
      description:
        'A layer that is out of bounds but whose goodness of fit has a smaller p-value is `inconclusive`. 0 judges every fit.',
    },
    0,
    z.number().min(0).max(1),
    'a number from 0 to 1',
  ),
  leastTrust: choice(
    {
      option: 'least-trust',
      key: 'reliability.least-trust',
      description: 'A layer that is out of bounds but whose alpha has a lower trust label is `inconclusive`.',
    },
    ['none', 'low', 'medium', 'high'],
    'none',
  ),
  onInconclusive: choice(
    {
      input: 'on-inconclusive',
      option: 'on-inconclusive',
      key: 'on-inconclusive',
      description: 'What the check says when no layer at all could be judged.',
    },
    ['fail', 'pass'],
    'fail',
  ),
};
