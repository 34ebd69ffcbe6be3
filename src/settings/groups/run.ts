import * as z from 'zod';
import { MAX_SHARDS } from '../../limits.ts';
import { choice, count, number, setting, text, yesOrNo } from '../kinds.ts';

const shard = z
  .strictObject({ index: z.int().min(1), count: z.int().min(1).max(MAX_SHARDS) })
  .refine(({ index, count }) => index <= count);

/** The part of a model that one of several runs analyses: number `index`, counted from 1, of `count`. */
export type Shard = z.infer<typeof shard>;

/** No machine that runs workflows has more processors, and each thread holds a layer in memory. */
const MOST_THREADS = 256;

/** GitHub ends jobs of the longest kind, those on machines of one's own, after five days. */
const MOST_MINUTES = 7200;

/** Settings of how a run goes about it, and names that stand for other settings. */
export const RUN = {
  ERG: yesOrNo(
    {
      option: 'erg',
      key: 'analysis.ERG',
      description: 'WeightWatcher’s other name for `detX`: one of them is enough.',
    },
    false,
  ),
  svdMethod: choice(
    {
      option: 'svd-method',
      key: 'analysis.svd_method',
      description:
        'WeightWatcher’s name for the engine: `accurate` is `--engine reference`, and `fast` leaves the engine as it is.',
    },
    ['fast', 'accurate'],
    'fast',
  ),
  distances: choice(
    {
      option: 'distances',
      key: 'analysis.distances',
      description:
        'How `compare` measures how far a layer has moved: by the norm of the difference of its tensors (`raw`), by its mean over their matrices (`euclidean`), or by the similarity `cka`, which is 1 for equal ones.',
    },
    ['raw', 'euclidean', 'cka'],
    'raw',
  ),
  mode: choice(
    {
      input: 'mode',
      description:
        '`check` analyses, reports and gates. `analyze` only computes the numbers, for a later job: no token, no gate, no comment. `merge` joins the reports of shards, and `publish` takes over a report of another run, as after `workflow_run`; both judge and report it.',
    },
    ['check', 'analyze', 'merge', 'publish'],
    'check',
  ),
  shard: setting<Shard | null>({
    input: 'shard',
    option: 'shard',
    schema: shard.nullable(),
    parse: parseShard,
    expects: `a part of a whole, such as 2/8, of at most ${MAX_SHARDS}`,
    default: null,
    placeholder: 'I/N',
    description:
      'Analyse only part I of N of each model, parts of equal cost. Their reports are joined by `merge`, which judges them.',
  }),
  reanalyze: yesOrNo(
    {
      input: 'reanalyze',
      description:
        'With `publish`: analyse `model` here and now, with the settings of the base, instead of taking over the numbers of a report.',
    },
    false,
  ),
  smoothMethod: choice(
    {
      option: 'smooth-method',
      key: 'smooth.method',
      description:
        'What `smooth` keeps of each layer: the singular values of the volume-preserving part of its spectrum (`detX`), a share of them (`svd`), or those in the power law’s tail (`alpha_min`). `sharpness` clips those that stand out even when all elements are shuffled.',
    },
    ['detX', 'svd', 'alpha_min', 'sharpness'],
    'detX',
  ),
  smoothPercent: number(
    {
      option: 'smooth-percent',
      key: 'smooth.percent',
      description: 'The share of singular values that the method `svd` keeps.',
    },
    0.8,
    z.number().positive().max(1),
    'a number above 0, up to 1',
  ),
  engine: choice(
    {
      option: 'engine',
      key: 'engine',
      description: 'What computes the eigenvalues: WebAssembly kernels, or ml-matrix to check them by.',
    },
    ['wasm', 'reference'],
    'wasm',
  ),
  threads: count(
    {
      input: 'threads',
      option: 'threads',
      key: 'threads',
      description: 'Worker threads. The numbers do not depend on it.',
    },
    0,
    'as many as there are processors',
    MOST_THREADS,
  ),
  memoryBytes: count(
    {
      input: 'memory-bytes',
      option: 'memory-bytes',
      key: 'memory-bytes',
      description:
        'What layers that are being read or analysed may take of memory together, in bytes; a layer that takes more alone is refused.',
    },
    0,
    'three quarters of what the machine has free',
  ),
  timeoutMinutes: number(
    {
      input: 'timeout-minutes',
      option: 'timeout-minutes',
      description:
        'Longest time of a run in minutes, from reading to publishing. What is not read or analysed by then fails; what is not published by then is left out.',
    },
    300,
    z.number().positive().max(MOST_MINUTES),
    `a number above 0, at most ${MOST_MINUTES}`,
  ),
  cache: text(
    {
      input: 'cache',
      option: 'cache',
      description:
        'A folder that keeps the numbers of layers, so that one that has not changed is not analysed again. Whoever can write to it decides what the gate sees: keep it out of the checkout. See docs/cache.md.',
    },
    'FOLDER',
  ),
};

function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text.trim()) ?? [];
  return count === undefined ? undefined : { index: Number(index), count: Number(count) };
}
