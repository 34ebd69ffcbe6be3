import * as z from 'zod';
import { printableReference } from '../../sources/reference.ts';
import { choice, count, globs, setting, text, yesOrNo } from '../kinds.ts';

/** Settings of which layers are analysed, and of each which matrix. */
export const LAYERS = {
  include: globs({
    input: 'include',
    option: 'include',
    key: 'include',
    description: 'Analyse only layers whose name matches one of these patterns.',
  }),
  exclude: globs({
    input: 'exclude',
    option: 'exclude',
    key: 'exclude',
    description: 'Leave out layers whose name matches one of these patterns.',
  }),
  minEvals: count(
    {
      option: 'min-evals',
      key: 'analysis.min_evals',
      description: 'Skip layers with fewer eigenvalues.',
    },
    8,
    'no limit',
  ),
  maxEvals: count(
    {
      option: 'max-evals',
      key: 'analysis.max_evals',
      description: 'Skip layers with more eigenvalues.',
    },
    15_000,
    'no limit',
  ),
  maxN: count(
    {
      option: 'max-n',
      key: 'analysis.max_N',
      description: 'Skip layers whose larger side is longer.',
    },
    50_000,
    'no limit',
  ),
  layers: setting<readonly (string | number)[]>({
    option: 'layers',
    key: 'analysis.layers',
    schema: z.array(z.union([z.int(), z.string().min(1)])),
    parse: (value) =>
      value
        .split(/[\n,]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => (/^-?\d+$/.test(word) ? Number(word) : word)),
    expects: 'ids, names or types of layers, all with a minus or none',
    default: [],
    placeholder: 'ID|NAME|TYPE',
    repeatable: true,
    description:
      'Analyse only these layers: by `layer_id`, by name, or by type (`dense`, `conv1d`, `conv2d`, `conv3d`). With a minus before each, all but these.',
  }),
  startIds: count(
    {
      option: 'start-ids',
      key: 'analysis.start_ids',
      description: 'The `layer_id` of the first candidate.',
    },
    0,
    'from zero',
  ),
  pool: yesOrNo(
    {
      option: 'pool',
      key: 'analysis.pool',
      description:
        'Analyse the matrices of a kernel, one for each of its positions, together. With `false` each is a row of its own, told apart by `slice_id`.',
    },
    true,
  ),
  channels: choice(
    {
      option: 'channels',
      key: 'analysis.channels',
      description:
        'Where kernels have their channels: as their format stores them (`auto`), before the positions as in PyTorch (`first`), or after them as in TensorFlow (`last`).',
    },
    ['auto', 'first', 'last'],
    'auto',
  ),
  conv2dNorm: yesOrNo(
    {
      option: 'conv2d-norm',
      key: 'analysis.conv2d_norm',
      description:
        'Scale the weights of convolutions by √½, so that their eigenvalues are halved; with `pool: false` by √(rf/2).',
    },
    true,
  ),
  glorotFix: yesOrNo(
    {
      option: 'glorot-fix',
      key: 'analysis.glorot_fix',
      description:
        'Divide the weights by the standard deviation of Glorot’s initialisation, √(2/((N + M)·rf)), so that layers of different shapes have eigenvalues that can be compared.',
    },
    false,
  ),
  fft: yesOrNo(
    {
      option: 'fft',
      key: 'analysis.fft',
      description:
        'Analyse the two-dimensional Fourier transform of each matrix. It multiplies every eigenvalue by N·M, alpha stays.',
    },
    false,
  ),
  inverse: yesOrNo(
    {
      option: 'inverse',
      key: 'analysis.inverse',
      description: 'Fit the inverse eigenvalues, those of (WᵀW)⁻¹, whose tail is the small singular values.',
    },
    false,
  ),
  stacked: yesOrNo(
    {
      option: 'stacked',
      key: 'analysis.stacked',
      description:
        'Analyse one matrix of all layers: each standardised by median and median absolute deviation, one below the other.',
    },
    false,
  ),
  intra: yesOrNo(
    {
      option: 'intra',
      key: 'analysis.intra',
      description:
        'Analyse the products of consecutive layers that share a dimension, W₀·S·W₁ / (‖W₀‖·‖W₁‖ + √‖S‖), by their singular values.',
    },
    false,
  ),
  sparsify: yesOrNo(
    {
      option: 'sparsify',
      key: 'analysis.sparsify',
      description: 'With `intra`, put random zeros and ones S between two layers; without, nothing.',
    },
    true,
  ),
  baseModel: {
    ...text(
      {
        option: 'base-model',
        key: 'analysis.base_model',
        description:
          'The model that this one was trained from, by any reference that `model` may be: analysed is the difference, W − W₀, matched by name.',
      },
      'REFERENCE',
    ),
    printable: printableReference,
  },
  peft: choice(
    {
      option: 'peft',
      key: 'analysis.peft',
      description:
        'With `on`, the factors A and B of a LoRA adapter are analysed as what they add to the model: B·A, scaled as `adapter_config.json` says. With `with-base`, the weights W of `base_model` and the sum W + B·A as well. With `off`, each factor by itself.',
    },
    ['off', 'on', 'with-base'],
    'off',
  ),
};
