import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../test/support/cli.ts';
import type { Run } from '../training/run.ts';
import { checkpointOf } from '../training/train-run.ts';
import { percent } from './number-format.ts';
import type { Result } from './results.ts';

/**
 * The networks that `alphagate demo` analyses, by their names. Of the seeds it is the first one whose network in
 * batches of 16 the gate passes without a remark and whose network in batches of 1 has learned something.
 */
export const DEMO: Readonly<Record<string, string>> = {
  'mlp3-healthy': 'every-layer-batch16-seed3',
  'mlp3-overtrained': 'every-layer-batch1-seed3',
};

const FOLDER = path.join(PROJECT, 'examples/demo');

/** Writes `examples/demo`: each network, and beside it how it was made. */
export async function writeDemo(results: readonly Result[], folder: string): Promise<void> {
  const networks = Object.entries(DEMO).map(([name, id]) => {
    const result = results.find(({ run }) => run.id === id);
    if (result === undefined) throw new Error(`the demo needs the training ${id}`);
    return { name, result };
  });
  for (const { name, result } of networks) {
    const checkpoint = checkpointOf(path.join(folder, result.run.id), result.chosen);
    await copyFile(checkpoint, path.join(FOLDER, `${name}.safetensors`));
    await writeFile(path.join(FOLDER, `${name}.json`), describeNetwork(name, result));
  }
  await writeFile(path.join(FOLDER, 'README.md'), demoPage(networks[0]!.result, networks[1]!.result));
}

/** What lies beside a network: how it was made, and how well it does. */
export function describeNetwork(name: string, { run, ...result }: Result): string {
  const network = {
    id: name,
    what: `784-300-100-10 ReLU perceptron, ${describeTraining(run)}, seed ${run.seed}, batch size ${run.batchSize}`,
    training: run.id,
    train_accuracy: result.trainAccuracy,
    test_accuracy: result.testAccuracy,
    file: `${name}.safetensors`,
    sha256: result.sha256,
  };
  return `${JSON.stringify(network, null, 2)}\n`;
}

function describeTraining({ setup }: Run): string {
  const images = setup.images.toLocaleString('en');
  return `plain SGD lr ${setup.learningRate}, first ${images} MNIST training images, ${setup.stop.mostEpochs} epochs`;
}

/** `examples/demo/README.md`. */
export function demoPage(healthy: Result, overtrained: Result): string {
  const both = [healthy, overtrained];
  const row = (title: string, cell: (result: Result) => string) =>
    `| ${title} | ${both.map(cell).join(' | ')} |`;
  const { setup, seed } = healthy.run;
  const lost = 100 * (healthy.testAccuracy - overtrained.testAccuracy);
  const lostInTraining = 100 * (healthy.trainAccuracy - overtrained.trainAccuracy);
  return `# Demo models

Two perceptrons trained on handwritten digits (MNIST) that differ in one number: the batch size. Both are small enough to
keep here, and real enough to show what the gate is for. \`alphagate demo\` analyses both.

| | \`mlp3-healthy\` | \`mlp3-overtrained\` |
| --- | --- | --- |
${[
  row('network', () => '784-300-100-10, ReLU'),
  row('training images', () => `the first ${setup.images.toLocaleString('en')} of MNIST`),
  row(
    'training',
    () => `plain SGD, learning rate ${setup.learningRate}, ${setup.stop.mostEpochs} epochs, seed ${seed}`,
  ),
  row('**batch size**', ({ run }) => `**${run.batchSize}**`),
  row('training accuracy', ({ trainAccuracy }) => percent(trainAccuracy, 1)),
  row('test accuracy', ({ testAccuracy }) => percent(testAccuracy, 1)),
  ...healthy.layers.map(({ name }, index) =>
    row(`alpha of \`${name}\``, ({ layers }) => {
      const { alpha, verdict } = layers[index]!;
      const text = alpha?.toFixed(2) ?? 'none';
      return verdict === 'fail' ? `**${text}**` : text;
    }),
  ),
  row('verdict at `min-alpha: 2`', ({ layers }) =>
    layers.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'pass',
  ),
].join('\n')}

Updating after every single image drove the first layer of \`mlp3-overtrained\` into a tail so heavy that its alpha is below 2,
and the network is ${lost.toFixed(1)} points worse on digits it has not seen. No test data is needed to find that out: alpha is
computed from the weights alone. It is ${lostInTraining.toFixed(1)} points worse on the images it was trained on, too: a training that went
wrong, and not pure memorising.

Both are checkpoints of \`npm run experiment\`, of its trainings \`${healthy.run.id}\` and \`${overtrained.run.id}\`;
[the experiment](../../docs/experiment.md) has them with every other batch size and seed. Beside each \`.safetensors\` file a
\`.json\` file of the same name says how the model was made and has its SHA-256.
`;
}
