import { FormatError, SourceError } from '../errors.ts';
import type { ByteSource, FileEntry, ReadOptions } from '../sources/byte-source.ts';
import { refuseLfsPointer } from '../sources/lfs-pointer.ts';
import { sha256Of } from '../sources/memory-file.ts';
import type { FormatReader } from './format.ts';
import { FORMATS } from './formats.ts';
import { readHead } from './head.ts';
import type { ModelFiles } from './models.ts';
import type { ShardIndex } from './shard-index.ts';
import type { OpenModel, Tensor, TensorList } from './tensor.ts';

/**
 * Opens a model and reads its structure: one file, a set of shards, or the shards that an index names.
 *
 * @throws FormatError when a file is not sound or of no known format; SourceError when one cannot be read.
 */
export async function openModel(model: ModelFiles, options?: ReadOptions): Promise<OpenModel> {
  const sources: ByteSource[] = [];
  const close = async () => {
    await Promise.all(sources.map((source) => source.close()));
  };
  try {
    const read = (file: FileEntry) => openFile(file, sources, options);
    const { format, order, tensors } =
      model.index === undefined ? await readFiles(model.files, read) : await readIndexed(model.index, read);
    return {
      name: model.name,
      format,
      sizeBytes: sources.reduce((sum, source) => sum + source.sizeBytes, 0),
      order,
      tensors,
      identity: () => identityOf(sources),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface OpenFile extends TensorList {
  readonly format: string;
}

type ReadFile = (file: FileEntry) => Promise<OpenFile>;

async function openFile(file: FileEntry, sources: ByteSource[], options?: ReadOptions): Promise<OpenFile> {
  const source = await file.open(options);
  sources.push(source);
  const head = await readHead(source, options);
  refuseLfsPointer(source.name, head);
  const reader = readerFor(source, head);
  const openSibling = async (fileName: string) => {
    const sibling = await (await file.sibling(fileName))?.open(options);
    if (sibling === undefined) return undefined;
    sources.push(sibling);
    refuseLfsPointer(sibling.name, await readHead(sibling, options));
    return sibling;
  };
  return { format: reader.name, ...(await reader.readTensors(source, { ...options, openSibling })) };
}

/** By content first; a file that its content does not give away is judged by its name, and told what is wrong. */
function readerFor(source: ByteSource, head: Uint8Array): FormatReader {
  const lowerName = source.name.toLowerCase();
  const reader =
    FORMATS.find((format) => format.recognises(head, source.sizeBytes)) ??
    FORMATS.find((format) => format.suffixes.some((suffix) => lowerName.endsWith(suffix)));
  if (reader !== undefined) return reader;
  throw new FormatError({
    code: 'UNKNOWN_FORMAT',
    subject: source.name,
    problem: source.sizeBytes === 0 ? 'is empty' : 'is in no format that can be read',
    cure: `Formats read: ${FORMATS.map((format) => `${format.name} (${format.suffixes.join(' ')})`).join(', ')}`,
  });
}

async function readFiles(files: readonly FileEntry[], read: ReadFile): Promise<OpenFile> {
  const parts: OpenFile[] = [];
  for (const file of files) parts.push(await read(file));
  const first = parts[0]!;
  return { format: first.format, order: first.order, tensors: parts.flatMap((part) => part.tensors) };
}

/** The index's own order of tensors; whatever a shard holds beyond it comes after. */
async function readIndexed({ file: index, shardOf }: ShardIndex, read: ReadFile): Promise<OpenFile> {
  const byShard = new Map<string, Map<string, Tensor>>();
  let format = '';
  for (const shardName of new Set(shardOf.values())) {
    const shard = await index.sibling(shardName);
    if (shard === undefined) {
      throw new SourceError({
        code: 'SHARD_MISSING',
        subject: index.name,
        problem: `names the shard ${JSON.stringify(shardName)}, which is not beside it`,
        cure: 'Upload every shard into the same directory as the index',
        details: { shard: shardName },
      });
    }
    const part = await read(shard);
    format = part.format;
    byShard.set(shardName, new Map(part.tensors.map((tensor) => [tensor.name, tensor])));
  }

  const tensors: Tensor[] = [];
  for (const [name, shardName] of shardOf) {
    const shard = byShard.get(shardName);
    const tensor = shard?.get(name);
    if (tensor === undefined) {
      throw new FormatError({
        code: 'TENSOR_NOT_IN_SHARD',
        subject: index.name,
        problem: `places tensor ${JSON.stringify(name)} in ${JSON.stringify(shardName)}, which does not hold it`,
        cure: 'Index and shards are not of the same model: save them again together',
        details: { tensor: name, shard: shardName },
      });
    }
    tensors.push(tensor);
    shard!.delete(name);
  }
  for (const shard of byShard.values()) tensors.push(...shard.values());
  return { format, order: 'stored', tensors };
}

async function identityOf(sources: readonly ByteSource[]): Promise<string> {
  const identities = await Promise.all(sources.map((source) => source.identity()));
  if (identities.length === 1) return identities[0]!;
  return sha256Of(new TextEncoder().encode(identities.join('\n')));
}
