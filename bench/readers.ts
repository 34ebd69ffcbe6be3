/**
 * Measures what each reader costs on a real model, as a table for docs/formats.md: `node bench/readers.ts`. The models
 * are fetched from their registries once; the command line has to be built.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { groupModels } from '../src/formats/models.ts';
import { openModel } from '../src/formats/open-model.ts';
import { selectLayers } from '../src/layers/select-layers.ts';
import { completeSettings } from '../src/settings/resolve.ts';
import type { ByteSource, FileEntry } from '../src/sources/byte-source.ts';
import { locate } from '../src/sources/locate.ts';
import { PROJECT } from '../test/support/cli.ts';
import { MODELS } from '../test/support/golden-models.ts';
import { fetchModel, publishedModels } from '../test/support/published-models.ts';

/** One for each format, by the names that the golden models have. */
const MEASURED = [
  'minilm-l6-safetensors',
  'deeplc-fx-pt',
  'rapidocr-cls-onnx',
  'minilm-l0-gguf-q8_0',
  'minilm-l0-npz',
  'deepcut',
  'rnet-keras',
  'minilm-l0-flax',
  'basic-pitch-savedmodel',
  'face-expression-tfjs',
  'basic-pitch-tflite',
];

const KILO = 1000;

/** What was read so far. */
interface Reads {
  count: number;
  bytes: number;
}

function countedEntry(file: FileEntry, reads: Reads): FileEntry {
  return {
    ...file,
    open: async (options) => countedSource(await file.open(options), reads),
    sibling: async (fileName) => {
      const sibling = await file.sibling(fileName);
      return sibling === undefined ? undefined : countedEntry(sibling, reads);
    },
  };
}

function countedSource(source: ByteSource, reads: Reads): ByteSource {
  return {
    name: source.name,
    sizeBytes: source.sizeBytes,
    identity: () => source.identity(),
    close: () => source.close(),
    async readInto(startByte, target, options) {
      reads.count++;
      reads.bytes += target.length;
      await source.readInto(startByte, target, options);
    },
  };
}

/** The most memory that the built command line had at once, in bytes. */
async function peakMemory(model: string): Promise<number> {
  const script = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(script)}`,
      `${PROJECT}dist/cli/index.js`,
      ...['analyze', model, '--threads', '1', '--format', 'json'],
    ],
    { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await once(child, 'close');
  return Math.max(...[...errors.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) * 1024));
}

async function measure(id: string): Promise<string> {
  const published = (await publishedModels())[id];
  const reference = published === undefined ? MODELS[id]! : await fetchModel(id, published);
  const reads: Reads = { count: 0, bytes: 0 };
  const located = await locate(reference, { cwd: PROJECT });
  const counted = { ...located, files: located.files.map((file) => countedEntry(file, reads)) };
  const [files] = await groupModels(counted);
  const model = await openModel(files!);
  const listing = { ...reads };
  const { layers } = selectLayers(model, completeSettings());
  for (const { tensor } of layers) await tensor.readInto(new Uint8Array(tensor.sizeBytes));
  await model.close();
  const layerBytes = reads.bytes - listing.bytes;
  const cells = [
    model.format,
    id,
    kilobytes(model.sizeBytes),
    `${model.tensors.length} / ${layers.length}`,
    `${listing.count}`,
    kilobytes(listing.bytes),
    `${reads.count - listing.count}`,
    kilobytes(layerBytes),
    `${Math.round((await peakMemory(reference)) / KILO / KILO)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KILO).toLocaleString('en', { maximumFractionDigits: bytes < 10 * KILO ? 1 : 0 })} kB`;
}

console.log(
  '| format | model | size | tensors / layers | reads to list | bytes | reads of layers | bytes | peak memory |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const id of MEASURED) console.log(await measure(id));
