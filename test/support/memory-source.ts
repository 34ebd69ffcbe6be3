import type { ByteSource, FileEntry, Located } from '../../src/sources/byte-source.ts';
import { folderOf, isPlainFileName } from '../../src/sources/file-name.ts';
import { memoryFile } from '../../src/sources/memory-file.ts';

/** A file in memory. */
export function memorySource(bytes: Uint8Array, name = 'memory'): ByteSource {
  return memoryFile(bytes as Uint8Array<ArrayBuffer>, name, { identity: `test:${name}` });
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
      sibling: async (fileName) =>
        isPlainFileName(fileName)
          ? entries.find((entry) => entry.path === folderOf(path) + fileName)
          : undefined,
    }));
  return { reference: 'folder', kind, files: entries };
}
