import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, FormatError } from '../errors.ts';
import { unwritable } from './files.ts';

/** A tensor to write: its bytes come when they are asked for. */
export interface WrittenTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly sizeBytes: number;
  bytes(): Promise<Uint8Array>;
}

const METADATA = '__metadata__';

/** The data section begins at a multiple of this, so that elements can be mapped. */
const ALIGNMENT = 8;

/**
 * Writes a safetensors file whole or not at all, one tensor in memory at a time.
 *
 * Source: the safetensors format description, github.com/huggingface/safetensors, README, "Format".
 *
 * @param inputs files that are being read, none of which is ever written to.
 * @throws ConfigError `OUTPUT_IS_INPUT`, `OUTPUT_UNWRITABLE`; FormatError `NOT_WRITABLE` for names that the format does not
 * allow; whatever reading a tensor throws.
 */
export async function writeSafetensors(
  file: string,
  tensors: readonly WrittenTensor[],
  metadata: Readonly<Record<string, string>>,
  inputs: readonly string[],
): Promise<void> {
  await refuseInput(file, inputs);
  checkNames(file, tensors);
  const header = headerOf(tensors, metadata);
  const unfinished = `${file}.${process.pid}.part`;
  const refuse = (cause: unknown): never => {
    throw unwritable(file, cause);
  };
  await mkdir(path.dirname(file), { recursive: true }).catch(refuse);
  const handle = await open(unfinished, 'w').catch(refuse);
  try {
    await handle.writeFile(header);
    for (const tensor of tensors) {
      const bytes = await tensor.bytes();
      await handle.writeFile(bytes).catch(refuse);
    }
    await handle.close();
    await rename(unfinished, file).catch(refuse);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

/** The header is one JSON object: each name once, and one is taken. */
function checkNames(file: string, tensors: readonly WrittenTensor[]): void {
  const names = new Set([METADATA]);
  for (const { name } of tensors) {
    if (names.has(name)) {
      throw new FormatError({
        code: 'NOT_WRITABLE',
        subject: file,
        problem: `cannot hold ${JSON.stringify(name)} ${name === METADATA ? 'as a tensor' : 'twice'}`,
        cure: 'Save the model again with names of its own for all tensors',
      });
    }
    names.add(name);
  }
}

function headerOf(tensors: readonly WrittenTensor[], metadata: Readonly<Record<string, string>>): Uint8Array {
  const entries: [string, object][] = [[METADATA, metadata]];
  let endByte = 0;
  for (const { name, dtype, shape, sizeBytes } of tensors) {
    entries.push([name, { dtype, shape, data_offsets: [endByte, endByte + sizeBytes] }]);
    endByte += sizeBytes;
  }
  // Members by hand: an object would give names that are numbers another order.
  const text = `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`).join(',')}}`;
  const json = new TextEncoder().encode(text);
  const length = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(8 + length).fill(0x20);
  new DataView(header.buffer).setBigUint64(0, BigInt(length), true);
  header.set(json, 8);
  return header;
}

/** A link or another spelling of an input's name is that input. */
async function refuseInput(file: string, inputs: readonly string[]): Promise<void> {
  const target = await stat(file).catch(() => undefined);
  if (target === undefined) return;
  for (const input of inputs) {
    const source = await stat(input).catch(() => undefined);
    if (source?.dev !== target.dev || source.ino !== target.ino) continue;
    throw new ConfigError({
      code: 'OUTPUT_IS_INPUT',
      subject: file,
      problem: 'is the model that is read',
      cure: 'Name another file to write to',
    });
  }
}
