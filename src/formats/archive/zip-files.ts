import { EXPANSION_LIMITS } from '../../limits.ts';
import type { ByteSource, FileEntry, ReadOptions } from '../../sources/byte-source.ts';
import { memoryFile } from '../../sources/memory-file.ts';
import { quote } from '../refusal.ts';
import type { ZipEntry } from '../zip/zip-directory.ts';
import { NOTHING_BEFORE, type ZipMember, zipMember } from '../zip/zip-member.ts';
import type { ArchiveFile } from './archive-folder.ts';
import { rangeSource } from './member-source.ts';
import { refuse } from './refuse.ts';

/** The regular files of a zip archive. A stored one is read in part, a deflated one is expanded when it is opened. */
export function zipFiles(archive: FileEntry, entries: Iterable<ZipEntry>): ArchiveFile[] {
  const memory = new ExpandedMemory(archive.name);
  return [...entries]
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({
      name: entry.name,
      sizeBytes: entry.sizeBytes,
      async open(path, options) {
        const source = await archive.open(options);
        let isKept = false;
        try {
          const member = zipMember(source, entry, 'a file', options);
          const description = { name: `${archive.name}/${path}`, path, sizeBytes: member.sizeBytes };
          if (!member.isStored) return await expand(member, description.name, memory, options);
          const { startByte } = await member.locate(options);
          isKept = true;
          return rangeSource(source, startByte, description);
        } finally {
          if (!isKept) await source.close();
        }
      },
    }));
}

async function expand(
  member: ZipMember,
  name: string,
  memory: ExpandedMemory,
  options?: ReadOptions,
): Promise<ByteSource> {
  const release = memory.take(member.entry.name, member.sizeBytes, options);
  try {
    const bytes = new Uint8Array(member.sizeBytes);
    await member.read(NOTHING_BEFORE, (next) => next(bytes), options);
    return memoryFile(bytes, name, { close: release });
  } catch (error) {
    release();
    throw error;
  }
}

/** What the files of one archive that are open take of memory. */
class ExpandedMemory {
  readonly #archiveName: string;
  #takenBytes = 0;

  constructor(archiveName: string) {
    this.#archiveName = archiveName;
  }

  /** @returns gives the memory back; a second call does nothing. */
  take(fileName: string, bytes: number, options?: ReadOptions): () => void {
    const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
    if (this.#takenBytes + bytes > expandedBytes) {
      const problem = `${quote(fileName)} expands to ${bytes} bytes, and at most ${expandedBytes} may be held in memory`;
      throw refuse(this.#archiveName, 'ARCHIVE_TOO_LARGE', problem, {
        cure: 'Write the archive without compression (level 0), so that it can be read in part, or raise limits.expanded-bytes',
      });
    }
    this.#takenBytes += bytes;
    let held = bytes;
    return () => {
      this.#takenBytes -= held;
      held = 0;
    };
  }
}
