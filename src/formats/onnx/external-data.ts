import { MAX_ONNX_EXTERNAL_FILES } from '../../limits.ts';
import type { ByteSource } from '../../sources/byte-source.ts';
import { isPlainFileName } from '../../sources/file-name.ts';
import type { FormatOptions } from '../format.ts';
import { quote } from '../refusal.ts';
import { findOverlap, type Span } from '../segments.ts';
import { refuse } from './refuse.ts';

/** Where the bytes of a tensor begin, in the model's file or in one beside it. */
export interface ExternalPlace {
  readonly source: ByteSource;
  readonly startByte: number;
}

const CURE = "Keep the data in one file beside the model's, as onnx.save_model(..., location=...) writes it";

interface OpenedFile {
  readonly source: ByteSource;
  /** What tensors have of it. */
  readonly claims: (Span & { readonly tensorName: string })[];
}

/** Finds the files beside a model in which tensors keep their bytes; each is opened once. */
export class ExternalFiles {
  readonly #model: ByteSource;
  readonly #openSibling: FormatOptions['openSibling'];
  readonly #opened = new Map<string, OpenedFile>();

  constructor(model: ByteSource, openSibling: FormatOptions['openSibling']) {
    this.#model = model;
    this.#openSibling = openSibling;
  }

  /**
   * Checks that the bytes of a tensor exist, without reading them.
   *
   * @param entries `location`, and optionally `offset` and `length` in bytes, as stored.
   * @throws FormatError `EXTERNAL_DATA_OUTSIDE` for a location outside the model's folder, `EXTERNAL_DATA_MISSING`
   * when there is no such file, `TENSOR_OUT_OF_BOUNDS` when it is too short, `BAD_TENSOR` when the lengths disagree.
   */
  async find(
    tensorName: string,
    entries: ReadonlyMap<string, string>,
    sizeBytes: number,
  ): Promise<ExternalPlace> {
    const location = entries.get('location') ?? '';
    const startByte = this.#count(tensorName, 'offset', entries.get('offset') ?? '0');
    const length = entries.get('length');
    if (length !== undefined && this.#count(tensorName, 'length', length) !== sizeBytes) {
      const problem = `has ${length} bytes of external data, and its shape and type need ${sizeBytes}`;
      throw this.#refuse('BAD_TENSOR', tensorName, problem);
    }
    const { source, claims } = await this.#open(tensorName, location);
    const endByte = startByte + sizeBytes;
    if (endByte > source.sizeBytes) {
      const problem = `has its bytes from ${startByte} to ${endByte} of ${quote(location)}, which has ${source.sizeBytes}`;
      throw this.#refuse('TENSOR_OUT_OF_BOUNDS', tensorName, problem);
    }
    if (sizeBytes > 0) claims.push({ startByte, endByte, tensorName });
    return { source, startByte };
  }

  /**
   * Checks that tensors share bytes only where they share all of them, as tied weights do: a small file must not stand
   * for more work than its data.
   *
   * @throws FormatError `BAD_LAYOUT`
   */
  checkOverlaps(): void {
    for (const { claims } of this.#opened.values()) {
      const overlap = findOverlap(claims);
      if (overlap === undefined) continue;
      const problem = `has bytes of its external data in common with ${quote(overlap.before.tensorName)}`;
      throw this.#refuse('BAD_LAYOUT', overlap.span.tensorName, problem);
    }
  }

  async #open(tensorName: string, location: string): Promise<OpenedFile> {
    const opened = this.#opened.get(location);
    if (opened !== undefined) return opened;
    if (!isPlainFileName(location)) {
      const problem = `keeps its data in ${quote(location)}, which is no file in the model's folder`;
      throw this.#refuse('EXTERNAL_DATA_OUTSIDE', tensorName, problem, CURE);
    }
    if (this.#opened.size >= MAX_ONNX_EXTERNAL_FILES) {
      const problem = `is in one of more than ${MAX_ONNX_EXTERNAL_FILES} files of external data`;
      throw this.#refuse('TOO_MANY_FILES', tensorName, problem, CURE);
    }
    const source = await this.#openSibling?.(location);
    if (source === undefined) {
      const problem = `keeps its data in ${quote(location)}, which is not beside the model`;
      throw this.#refuse('EXTERNAL_DATA_MISSING', tensorName, problem, 'Put that file beside the model');
    }
    const file: OpenedFile = { source, claims: [] };
    this.#opened.set(location, file);
    return file;
  }

  #count(tensorName: string, key: string, text: string): number {
    const count = /^\d{1,20}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(count)) return count;
    throw this.#refuse('BAD_TENSOR', tensorName, `has external data with the ${key} ${quote(text)}`);
  }

  #refuse(code: string, tensorName: string, problem: string, cure?: string): Error {
    return refuse(this.#model.name, code, `tensor ${quote(tensorName)} ${problem}`, {
      ...(cure !== undefined && { cure }),
      tensor: tensorName,
    });
  }
}
