import { SourceError } from '../../src/errors.ts';
import type { ByteSource, FileEntry, Located } from '../../src/sources/byte-source.ts';

/** A file in memory. */
export function memorySource(bytes: Uint8Array, name = 'memory'): ByteSource {
  return {
    name,
    sizeBytes: bytes.length,
    identity: async () => `test:${name}`,
    readInto: async (startByte, target) => {
      if (startByte + target.length > bytes.length) {
        throw new SourceError({ code: 'READ_PAST_END', subject: name, problem: 'ends before' });
      }
      target.set(bytes.subarray(startByte, startByte + target.length));
    },
    close: async () => {},
  };
}

/** A folder in memory, as if a reference had named it. */
export function memoryFolder(
  files: Readonly<Record<string, Uint8Array>>,
  kind: Located['kind'] = 'folder',
): Located {
  const entries: FileEntry[] = Object.keys(files)
    .sort()
    .map((path) => ({
      name: path,
      path,
      sizeBytes: files[path]!.length,
      open: async () => memorySource(files[path]!, path),
      sibling: async (fileName) => {
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        return fileName.includes('/') ? undefined : entries.find((entry) => entry.path === folder + fileName);
      },
    }));
  return { reference: 'folder', kind, files: entries };
}
