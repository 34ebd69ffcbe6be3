import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import { readHead } from '../head.ts';
import type { TensorList } from '../tensor.ts';
import { looksLikeZip, ZIP_SIGNATURE_BYTES } from '../zip/zip-head.ts';
import { looksLikePickle, looksLikeTorchTar, looksLikeTorchZip } from './head.ts';
import { readLegacyCheckpoint } from './legacy-checkpoint.ts';
import { refuse } from './refuse.ts';
import { readZipCheckpoint } from './zip-checkpoint.ts';

/**
 * Files of torch.save, old and new, and TorchScript archives. The pickle inside is parsed and never executed:
 * what it would call is looked up by name in a short list, and everything else stays a name.
 */
export const pytorch: FormatReader = {
  name: 'pytorch',
  suffixes: ['.pt', '.pth', '.bin', '.ckpt', '.jit'],
  recognises: (head) => looksLikeTorchZip(head) || looksLikePickle(head) || looksLikeTorchTar(head),
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  if (looksLikeZip(await readHead(source, options, ZIP_SIGNATURE_BYTES))) {
    return { order: 'stored', tensors: await readZipCheckpoint(source, options) };
  }
  const head = await readHead(source, options);
  if (looksLikeTorchTar(head)) {
    throw refuse(source.name, 'UNSUPPORTED_TAR', 'it is a tar archive, as torch wrote them before 0.1.10', {
      cure: 'Load it with an old torch and save it again with torch.save(model.state_dict(), path)',
    });
  }
  if (!looksLikePickle(head)) {
    const problem =
      source.sizeBytes === 0 ? 'it is empty' : 'it begins neither as a zip archive nor as a pickle';
    throw refuse(source.name, 'NOT_A_CHECKPOINT', problem);
  }
  return { order: 'stored', tensors: await readLegacyCheckpoint(source, options) };
}
