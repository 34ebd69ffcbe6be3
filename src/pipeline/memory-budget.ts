/** Bytes that work in progress may take together: who wants more than is left waits for others to give theirs back. */
export class MemoryBudget {
  readonly totalBytes: number;
  #freeBytes: number;
  readonly #waiting: { bytes: number; admit(): void }[] = [];

  constructor(totalBytes: number) {
    this.totalBytes = totalBytes;
    this.#freeBytes = totalBytes;
  }

  /** Resolves when the bytes, at most `totalBytes`, are the caller's; in the order of the calls. */
  async take(bytes: number): Promise<void> {
    if (this.#waiting.length === 0 && bytes <= this.#freeBytes) {
      this.#freeBytes -= bytes;
      return;
    }
    await new Promise<void>((admit) => this.#waiting.push({ bytes, admit }));
  }

  giveBack(bytes: number): void {
    this.#freeBytes += bytes;
    for (let next = this.#waiting[0]; next && next.bytes <= this.#freeBytes; next = this.#waiting[0]) {
      this.#freeBytes -= next.bytes;
      this.#waiting.shift();
      next.admit();
    }
  }
}
