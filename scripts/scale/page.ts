/** The manual's page about large models: what a run takes, by the figures of `docs/benchmarks.md`. */

import { table } from '../../bench/table.ts';
import { estimatedSecondsOf } from '../../src/layers/cost.ts';
import { MAX_PLAN_ITEMS } from '../../src/limits.ts';
import { workspaceBytes } from '../../src/spectrum/workspace.ts';
import {
  bytesOfModel,
  bytesOfShape,
  LANGUAGE_MODELS,
  type LanguageModel,
  type Shape,
} from './language-models.ts';
import { type Rates, ratesOf, secondsOf, timedMatrices } from './layer-cost.ts';
import { type Architecture, PRICES, priceOf, S3_GETS_OF_ITEM } from './prices.ts';
import { type Item, type Platform, type Run, simulate } from './simulate.ts';

const CONCURRENCIES = [1, 32, 1000];

/** 1769 MB come with one processor, by Lambda's documentation; it is the template's default. */
const MEMORY_MB = 1769;

/** How many times longer one of Lambda's processors takes than the machine of the benchmarks. */
const SLOWDOWN = 2;

/** What one environment reads from S3 beside computing. */
const READ_BYTES_PER_SECOND = 60e6;

const PLATFORM: Platform = {
  memoryGb: MEMORY_MB / 1024,
  coldStartSeconds: 1,
  dispatchSeconds: 0.5,
  planSeconds: 10,
  reportSeconds: 20,
};

/** How long an item is meant to take; the template's default. */
const ITEM_SECONDS = 30;

/** The longest that a function may run. */
const TIMEOUT_SECONDS = 900;

/** What the process takes beside a layer: Node and the bundle, measured as 120 MB. */
const PROCESS_BYTES = 150e6;

/**
 * Items as the plan makes them: as many as their estimated seconds ask for, the costliest layer that is left always to
 * the item that has least to do.
 */
export function itemsOf({ shapes }: LanguageModel, rates: Rates): Item[] {
  const layers = shapes
    .flatMap((shape) => Array<Planned>(shape.count).fill(plannedLayer(shape, rates)))
    .sort((a, b) => b.estimatedSeconds - a.estimatedSeconds);
  const total = layers.reduce((sum, { estimatedSeconds }) => sum + estimatedSeconds, 0);
  const count = Math.min(Math.ceil(total / ITEM_SECONDS), layers.length, MAX_PLAN_ITEMS);
  const items = Array.from({ length: count }, () => ({ estimatedSeconds: 0, seconds: 0 }));
  for (const layer of layers) {
    const least = items.reduce((a, b) => (b.estimatedSeconds < a.estimatedSeconds ? b : a));
    least.estimatedSeconds += layer.estimatedSeconds;
    least.seconds += layer.seconds;
  }
  return items;
}

interface Planned extends Item {
  readonly estimatedSeconds: number;
}

function plannedLayer(shape: Shape, rates: Rates): Planned {
  const place = { rows: shape.rows, cols: shape.cols, offset: 0, rowStride: 0, colStride: 0 };
  return { estimatedSeconds: estimatedSecondsOf({ matrices: [place] }), seconds: layerSeconds(shape, rates) };
}

/** As if nothing were computed while a layer is being read. */
const layerSeconds = (shape: Shape, rates: Rates): number =>
  SLOWDOWN * secondsOf(shape, rates) + bytesOfShape(shape) / READ_BYTES_PER_SECOND;

const memoryOf = (shape: Shape): number =>
  PROCESS_BYTES + bytesOfShape(shape) + workspaceBytes(shape.rows, shape.cols, 'BF16');

/**
 * @param benchmarks the text of `docs/benchmarks.md`.
 */
export function scalePage(benchmarks: string): string {
  const rates = ratesOf(timedMatrices(benchmarks));
  const machine = /^Machine: ([^,]+),/m.exec(benchmarks)?.[1];
  return `<!-- Made by "npm run scale" from docs/benchmarks.md. -->

# How long a large model takes, and what it costs

No deployment was timed for this page: it is a simulation of [the state machine](lambda.md) by times of single layers that
were measured. \`npm run scale\` writes it anew from [benchmarks.md](benchmarks.md).

${runsTable(rates)}

One item at a time is what a single function would take if it might run for hours. With as many at a time as there are items, the longest
item is what one waits for. What a run costs hardly depends on how many items run at once: only each further environment's start is
paid for.

## What it is made of

${shapesTable(rates)}

${LANGUAGE_MODELS.map((model) => costParagraph(model, rates)).join('\n\n')}

## Assumptions

- **Models**: the shapes of Llama 2 in bfloat16; settings by default; items as the plan makes them, of ${ITEM_SECONDS} s by its estimate or
  of one layer.
- **Layers**: on one thread of the benchmarks' machine (${machine}) the Gram matrix does ${giga(rates.gram)}·10⁹ multiply-adds a second and its
  reduction ${giga(rates.reduction)}·10⁹; solved for from the largest square matrix of "One matrix" and the tall one of its order.
  Layers of a higher order are extrapolated by their work. ${heldAgainst(benchmarks, rates)} A layer whose spectrum takes the backward stable way takes up to 2.5 times
  as long (see "Spectra that take longer").
- **Processor**: ${MEMORY_MB} MB of memory come with one processor, which is taken to be ${SLOWDOWN} times slower than that thread. This is
  the least certain figure here; times and prices are proportional to it.
- **Reading**: ${READ_BYTES_PER_SECOND / 1e6} MB a second for each environment, before its layer is computed.
- **Starts**: ${PLATFORM.coldStartSeconds} s from init to handler, paid for; ${PLATFORM.dispatchSeconds} s for Step Functions to start an item and take its
  answer. All environments may start at once. Plan ${PLATFORM.planSeconds} s, report ${PLATFORM.reportSeconds} s.
- **Prices**: list prices of ${PRICES.region} as noted on ${PRICES.noted}, without free tiers: $${PRICES.gbSecond.arm64} (arm64) or $${PRICES.gbSecond.x86_64} (x86_64) a
  GB-second, $${(PRICES.invocation * 1e6).toFixed(2)} a million invocations, $${(PRICES.transition * 1e3).toFixed(3)} a thousand state transitions (3 for each item, 6 for the run),
  $${(PRICES.s3Get * 1e3).toFixed(4)} a thousand GET (${S3_GETS_OF_ITEM} for each item) and $${(PRICES.s3Put * 1e3).toFixed(3)} a thousand PUT. Reading from a bucket of the same region costs nothing more. Look
  them up before you rely on them.
- **Retries**: none.
`;
}

function runsTable(rates: Rates): string {
  const rows = LANGUAGE_MODELS.flatMap((model) => {
    const items = itemsOf(model, rates);
    return CONCURRENCIES.map((concurrency) => {
      const run = simulate(items, concurrency, PLATFORM);
      return [
        model.name,
        gigabytes(bytesOfModel(model)),
        String(items.length),
        concurrency.toLocaleString('en'),
        duration(run.wallSeconds),
        Math.round(run.gbSeconds).toLocaleString('en'),
        dollars(priceOf(run, 'arm64')),
        dollars(priceOf(run, 'x86_64')),
      ];
    });
  });
  const head = [
    'Model',
    'GB',
    'items',
    'at once',
    'wall time',
    'GB-seconds',
    'price, arm64',
    'price, x86_64',
  ];
  return table(head, rows);
}

function shapesTable(rates: Rates): string {
  const rows = LANGUAGE_MODELS.flatMap(({ name, shapes }) =>
    shapes.map((shape) => {
      const seconds = layerSeconds(shape, rates);
      const memoryBytes = memoryOf(shape);
      if (seconds > TIMEOUT_SECONDS || memoryBytes > MEMORY_MB * 2 ** 20)
        throw new Error(`${name}, ${shape.name}: ${seconds} s and ${memoryBytes} bytes do not fit`);
      return [
        `${name}, ${shape.name}`,
        `${shape.rows} × ${shape.cols}`,
        String(shape.count),
        secondsOf(shape, rates).toFixed(1),
        seconds.toFixed(1),
        (memoryBytes / 1e6).toFixed(0),
      ];
    }),
  );
  return table(['Layers', 'shape', 'how many', 's, one thread here', 's, in a function', 'MB'], rows);
}

function costParagraph(model: LanguageModel, rates: Rates): string {
  const run = simulate(itemsOf(model, rates), 32, PLATFORM);
  const share = (part: number): string => `${((100 * part) / priceOf(run, 'arm64')).toFixed(1)} %`;
  const computing = run.gbSeconds * PRICES.gbSecond.arm64;
  const steps = run.transitions * PRICES.transition;
  return `Of the price of the ${model.name} model, 32 items at once on arm64, ${share(computing)} are the functions' GB-seconds, ${share(steps)} Step
Functions' ${run.transitions.toLocaleString('en')} transitions, and the rest are requests. ${startsSentence(run, 'arm64')}`;
}

/** One layer of each shape of the small model was measured as a whole, on two threads. */
function heldAgainst(benchmarks: string, rates: Rates): string {
  const measured = /^\| \d+ \| [\d.]+ \| 4 \| ([\d.]+) \|/m.exec(benchmarks)?.[1];
  if (measured === undefined) throw new Error('docs/benchmarks.md has no model of 7·10⁹ parameters');
  const seconds = LANGUAGE_MODELS[0]!.shapes.reduce((sum, shape) => sum + secondsOf(shape, rates), 0) / 2;
  return `Held against the four layers of
  "A model of 7·10⁹ parameters": ${seconds.toFixed(1)} s on two threads by these rates, ${measured} s measured from start to end.`;
}

const startsSentence = (run: Run, architecture: Architecture): string =>
  `An environment's start costs ${dollars(PLATFORM.coldStartSeconds * PLATFORM.memoryGb * PRICES.gbSecond[architecture])}, ${run.coldStarts} of them ${dollars(run.coldStarts * PLATFORM.coldStartSeconds * PLATFORM.memoryGb * PRICES.gbSecond[architecture])}.`;

const giga = (value: number): string => (value / 1e9).toFixed(1);
const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
const dollars = (value: number): string => `$${value < 0.01 ? value.toPrecision(2) : value.toFixed(2)}`;

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 600)
    return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
