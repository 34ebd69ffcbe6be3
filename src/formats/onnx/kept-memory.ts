import { MAX_ONNX_KEPT_BYTES } from '../../limits.ts';
import { refuse } from './refuse.ts';

/** What each takes beside its text, until the model has been read (measured, rounded up). */
const KEPT_BYTES = { tensor: 640, matrix: 320, graph: 800, use: 160 };

/** Counts the memory that a model's description takes, before it is taken. */
export class KeptMemory {
  readonly #fileName: string;
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(fileName: string, fileBytes: number) {
    this.#fileName = fileName;
    this.#mostBytes = fileBytes + MAX_ONNX_KEPT_BYTES;
  }

  /**
   * Counts one of these, with its text: up to two bytes a character.
   *
   * @throws FormatError `TOO_MANY_TENSORS`
   */
  keep(what: keyof typeof KEPT_BYTES, characters: number): void {
    this.#bytes += KEPT_BYTES[what] + 2 * characters;
    if (this.#bytes <= this.#mostBytes) return;
    throw refuse(this.#fileName, 'TOO_MANY_TENSORS', 'it lists more tensors and graphs than any real model');
  }
}
