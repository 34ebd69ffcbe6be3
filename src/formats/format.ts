import type { ByteSource, ReadOptions } from '../sources/byte-source.ts';
import type { TensorList } from './tensor.ts';

/** What a reader may ask for besides the file itself. */
export interface FormatOptions extends ReadOptions {
  /**
   * Opens a file beside the one being read, for formats that keep weights in others; undefined where there is none.
   * Names that lead out of the directory are never followed and yield undefined. It is closed together with the model.
   */
  openSibling?(fileName: string): Promise<ByteSource | undefined>;
}

/** Reads one kind of weight file. Content decides which reader a file gets; names only find files in directories. */
export interface FormatReader {
  /** The format's name in reports and in `--model-format`. */
  readonly name: string;
  /** Endings, with the dot, of files that a directory holds as models of this format. */
  readonly suffixes: readonly string[];
  /** True when a file that begins with these bytes is of this format, sound or not. */
  recognises(head: Uint8Array, sizeBytes: number): boolean;
  /**
   * Reads and checks the structure of a file, none of its data.
   *
   * @throws FormatError when the file is not sound, with the offset of what is wrong in `details.offsetBytes`.
   */
  readTensors(source: ByteSource, options?: FormatOptions): Promise<TensorList>;
  /**
   * Of a format whose suffixes other files have too, or that keeps weights in files that look like models themselves:
   * the names of the files that belong to this one.
   *
   * @throws FormatError when the file is not sound.
   */
  filesBeside?(source: ByteSource, options?: ReadOptions): Promise<readonly string[]>;
}
