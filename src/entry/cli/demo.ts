import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AlphagateError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { writeDocument } from '../../publish/files.ts';
import type { Report } from '../../report/report.ts';
import { exitCodeOf } from '../exit-code.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { render } from '../render.ts';
import type { Arguments } from './arguments.ts';

/** A bundled network: what it was trained on, and how good it became. */
interface Example {
  readonly name: string;
  readonly what: string;
  /** Shares of right answers, 0 to 1. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

const HEALTHY = 'mlp3-healthy';
const OVERTRAINED = 'mlp3-overtrained';
const REPORT_FILE = 'alphagate-demo.md';

/**
 * Analyses the two bundled networks, shows what the gate says of each, writes the report and says in plain words
 * what was found.
 *
 * @param analyze runs the pipeline over the models it is given.
 */
export async function runDemo(
  analyze: (models: readonly string[]) => Promise<Outcome[]>,
  { format, verbose, outputs }: Pick<Arguments, 'format' | 'verbose' | 'outputs'>,
): Promise<void> {
  const healthy = await readExample(HEALTHY);
  const overtrained = await readExample(OVERTRAINED);
  const outcomes = await analyze(
    [healthy, overtrained].map(({ name }) => exampleFile(`${name}.safetensors`)),
  );
  for (const outcome of outcomes) if (outcome.kind === 'error') throw outcome.error;

  process.stdout.write(await render(outcomes, format, process.stdout, verbose));
  const documents = outputs.length > 0 ? outputs : [{ path: REPORT_FILE, format: 'markdown' as const }];
  for (const document of documents) {
    await writeDocument(document.path, await render(outcomes, document.format, undefined, verbose));
  }
  if (format !== 'table') return;

  const [healthyReport, overtrainedReport] = outcomes.map(
    (outcome) => (outcome as { report: Report }).report,
  );
  const codes = outcomes
    .map((outcome, index) => `${[HEALTHY, OVERTRAINED][index]} ${exitCodeOf(outcome)}`)
    .join(', ');
  process.stdout.write(
    `${explain(healthy, healthyReport!, overtrained, overtrainedReport!)}

Exit codes that analyze would return: ${codes}
Report written to ${documents.map(({ path }) => path).join(', ')}
`,
  );
}

function explain(
  healthy: Example,
  healthyReport: Report,
  overtrained: Example,
  overtrainedReport: Report,
): string {
  const failing = overtrainedReport.layers.filter((layer) => layer.verdict === 'fail');
  const sameLayer = (name: string) => healthyReport.layers.find((layer) => layer.name === name)?.alpha;
  const found = failing
    .map(({ name, N, M, alpha }) => {
      const before = sameLayer(name);
      const compared = before == null ? '' : ` (${before.toFixed(2)} in ${healthy.name})`;
      return `its layer ${name}, ${N}×${M}, has alpha ${alpha?.toFixed(2)}${compared}`;
    })
    .join('; ');
  return `What was found
  Both are the same perceptron, trained on the same 5,000 images of handwritten digits. Only the batch size differs.
    ${describe(healthy)}
    ${describe(overtrained)}
  ${found === '' ? `No layer of ${overtrained.name} is below its threshold.` : `${overtrained.name} fails: ${found}.`}
  Its test accuracy is ${points(healthy.testAccuracy, overtrained.testAccuracy)} than ${healthy.name}'s, and the gate saw it without any data.
  Do not read too much into one pair: its training accuracy is ${points(healthy.trainAccuracy, overtrained.trainAccuracy)} too. It fits
  the images it has seen worse as well, so this is a training run that went wrong, not pure memorising.`;
}

function describe({ name, what, trainAccuracy, testAccuracy }: Example): string {
  const batchSize = /batch size \d+/.exec(what)?.[0] ?? what;
  return `${name}: ${batchSize}, right on ${percent(trainAccuracy)} of the training and ${percent(testAccuracy)} of the test images`;
}

function points(before: number, after: number): string {
  const difference = 100 * (after - before);
  return `${Math.abs(difference).toFixed(1)} points ${difference < 0 ? 'lower' : 'higher'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function exampleFile(fileName: string): string {
  return fileURLToPath(new URL(`examples/demo/${fileName}`, PROJECT_ROOT));
}

async function readExample(name: string): Promise<Example> {
  const path = exampleFile(`${name}.json`);
  try {
    const meta = JSON.parse(await readFile(path, 'utf8'));
    return { name, what: meta.what, trainAccuracy: meta.train_accuracy, testAccuracy: meta.test_accuracy };
  } catch (cause) {
    throw new AlphagateError({
      code: 'DEMO_INCOMPLETE',
      subject: path,
      problem: 'the bundled example cannot be read',
      cure: 'Clone the repository again: examples/demo belongs to it',
      cause,
    });
  }
}
