import type { ByteSource, FileEntry, Located, ReadOptions } from '../../sources/byte-source.ts';
import { refuseLfsPointer } from '../../sources/lfs-pointer.ts';
import { FORMATS } from '../formats.ts';
import { readHead, startsWith } from '../head.ts';
import { readZipDirectory } from '../zip/zip-directory.ts';
import { type ArchiveFile, archiveFolder } from './archive-folder.ts';
import { gunzip } from './gunzip.ts';
import { rangeSource } from './member-source.ts';
import { readTarFiles } from './tar-files.ts';
import { zipFiles } from './zip-files.ts';

const ZIP = '.zip';
/** Names of files that may be archives; only their content tells. */
const SUFFIXES = [ZIP, '.tar', '.tar.gz', '.tgz'];

const ZIP_SIGNATURE = [0x50, 0x4b];
const GZIP_SIGNATURE = [0x1f, 0x8b];

/** The pickle of a PyTorch checkpoint, which is a zip itself. */
const TORCH_PICKLE = /^([^/]+\/)?data\.pkl$/;
const NPY = '.npy';

/**
 * Makes an archive, such as CI keeps artifacts in, a folder that was never unpacked: nothing is written, and archives
 * inside the archive stay closed.
 *
 * @returns undefined for a file that is no archive, or whose format is a zip itself: a checkpoint of PyTorch, or
 * arrays of NumPy.
 * @throws FormatError when the archive is not sound or would expand to more than it may.
 */
export async function expandArchive(file: FileEntry, options?: ReadOptions): Promise<Located | undefined> {
  const lowerPath = file.path.toLowerCase();
  if (!SUFFIXES.some((suffix) => lowerPath.endsWith(suffix))) return undefined;
  const source = await file.open(options);
  try {
    const head = await readHead(source, options);
    refuseLfsPointer(source.name, head);
    if (startsWith(head, ZIP_SIGNATURE) || lowerPath.endsWith(ZIP)) {
      const entries = await readZipDirectory(source, options);
      return isModel([...entries.keys()]) ? undefined : archiveFolder(file, zipFiles(file, entries.values()));
    }
    if (startsWith(head, GZIP_SIGNATURE)) {
      const content = await gunzip(source, options);
      return archiveFolder(file, await tarFiles(file, content, async () => content, options));
    }
    if (FORMATS.some((format) => format.recognises(head, source.sizeBytes))) return undefined;
    return archiveFolder(file, await tarFiles(file, source, (opening) => file.open(opening), options));
  } finally {
    await source.close();
  }
}

function isModel(names: readonly string[]): boolean {
  return (
    names.some((name) => TORCH_PICKLE.test(name)) ||
    (names.length > 0 && names.every((name) => name.endsWith(NPY)))
  );
}

async function tarFiles(
  archive: FileEntry,
  source: ByteSource,
  open: (options?: ReadOptions) => Promise<ByteSource>,
  options?: ReadOptions,
): Promise<ArchiveFile[]> {
  const files = await readTarFiles(source, options);
  return files.map(({ name, startByte, sizeBytes }) => ({
    name,
    sizeBytes,
    open: async (path, opening) =>
      rangeSource(await open(opening), startByte, { name: `${archive.name}/${path}`, path, sizeBytes }),
  }));
}
