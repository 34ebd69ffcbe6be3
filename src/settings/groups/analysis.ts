import * as z from 'zod';
import { choice, count, number, parseNumber, setting, yesOrNo } from '../kinds.ts';

/** Each finger costs a fit. */
const MOST_FINGERS = 1000;

/** Settings of what is computed of each layer. */
export const ANALYSIS = {
  compat: choice(
    {
      option: 'compat',
      key: 'analysis.compat',
      description:
        'With `weightwatcher`, numbers as WeightWatcher 0.7.7 has them, its defects included; see docs/differences.md.',
    },
    ['off', 'weightwatcher'],
    'off',
  ),
  fit: choice(
    {
      option: 'fit',
      key: 'analysis.fit',
      description:
        'What is fitted to the tail: a power law (`PL`); one with exponential cut-off, x^(−alpha)·e^(−Λx), with the column `Lambda` (`TPL`); that, with xmin near the peak of the density (`E_TPL`).',
    },
    ['PL', 'TPL', 'E_TPL'],
    'PL',
  ),
  plPackage: choice(
    {
      option: 'pl-package',
      key: 'analysis.pl_package',
      description:
        'Fit the power law as WeightWatcher does, with its rules for fewer than 20 eigenvalues (`ww`), or as the package `powerlaw` 1.5 does (`powerlaw`).',
    },
    ['ww', 'powerlaw'],
    'ww',
  ),
  xmax: setting<number | 'force'>({
    option: 'xmax',
    key: 'analysis.xmax',
    schema: z.union([z.int(), z.literal('force')]),
    parse: (value) => (value === 'force' ? value : parseNumber(value)),
    expects: 'a whole number or force (0: fit all)',
    default: 0,
    placeholder: 'COUNT|force',
    description:
      'How many of the largest eigenvalues are left out of the fit, whatever the sign; or `force`: the power law ends at the largest, λ_max.',
  }),
  fixFingers: choice(
    {
      option: 'fix-fingers',
      key: 'analysis.fix_fingers',
      description:
        'What is done about eigenvalues that stand apart from the tail: with `clip_xmax` the largest are taken away until alpha falls (columns `raw_alpha`, `num_fingers`); with `xmin_peak` the tail begins near the peak of the density of log λ.',
    },
    ['off', 'xmin_peak', 'clip_xmax'],
    'off',
  ),
  maxFingers: count(
    {
      option: 'max-fingers',
      key: 'analysis.max_fingers',
      description: 'Most eigenvalues that `clip_xmax` takes away.',
    },
    10,
    'none',
    MOST_FINGERS,
  ),
  fingerThresh: number(
    {
      option: 'finger-thresh',
      key: 'analysis.finger_thresh',
      description: 'By how much alpha has to fall for `clip_xmax` to take eigenvalues away.',
    },
    1,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  mpFit: yesOrNo(
    {
      option: 'mp-fit',
      key: 'analysis.mp_fit',
      description:
        'Fit the density of Marchenko and Pastur, √((λ₊ − λ)(λ − λ₋))·Q/(2πσ²λ), to the bulk: columns `num_spikes`, `sigma_mp`, `mp_softrank`, `W_scale`, `bulk_max`, `bulk_min`.',
    },
    false,
  ),
  randomize: yesOrNo(
    {
      option: 'randomize',
      key: 'analysis.randomize',
      description:
        'Compare with the same weights in random order: columns `rand_distance`, `ww_softrank`, `ww_maxdist`, `num_traps` (correlation traps), `max_rand_eval`, and those of `mp_fit` with `rand_`.',
    },
    false,
  ),
  detX: yesOrNo(
    {
      option: 'detx',
      key: 'analysis.detX',
      description:
        'Count the largest eigenvalues that preserve volume, Π λ/mean(λ) = 1: columns `detX_num`, `num_ERG_spikes`, `ERG_gap`, `detX_val`, `detX_val_unrescaled`.',
    },
    false,
  ),
  vectors: yesOrNo(
    {
      option: 'vectors',
      key: 'analysis.vectors',
      description:
        'Compute the eigenvectors, and how localised those of tail and bulk are: mean and variance of `vec_entropy`, of `loc_ratio` ‖v‖₁/‖v‖∞, and of `part_ratio` ‖v‖₂/‖v‖₄.',
    },
    false,
  ),
  tolerance: number(
    {
      option: 'tolerance',
      key: 'analysis.tolerance',
      description: 'Eigenvalues below this count towards `weak_rank_loss`.',
    },
    1e-6,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  trust: choice(
    {
      option: 'trust',
      key: 'analysis.trust',
      description:
        'Which layers get a trust label and a p-value: those out of bounds (`suspects`), `all`, or none (`off`).',
    },
    ['suspects', 'all', 'off'],
    'suspects',
  ),
  seed: count(
    {
      option: 'seed',
      key: 'analysis.seed',
      description: 'Seed of everything that is drawn by chance; the same seed gives the same numbers.',
    },
    1,
    'a seed like any other',
  ),
};
