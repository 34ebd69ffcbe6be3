import type { WriteStream } from 'node:tty';
import type { Progress } from '../../pipeline.ts';

const BAR_CELLS = 24;

/** A progress bar on one line of a terminal. */
export class ProgressBar {
  readonly #terminal: WriteStream;
  #shown = '';

  constructor(terminal: WriteStream) {
    this.#terminal = terminal;
  }

  update({ layersDone, layers, share }: Progress): void {
    const filled = Math.round(share * BAR_CELLS);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
    const line = `${bar} ${layersDone} of ${layers} layers`;
    if (line === this.#shown) return;
    this.#terminal.cursorTo(0);
    this.#terminal.write(line);
    this.#terminal.clearLine(1);
    this.#shown = line;
  }

  /** Leaves an empty line for what is printed next. */
  clear(): void {
    if (this.#shown === '') return;
    this.#terminal.cursorTo(0);
    this.#terminal.clearLine(0);
    this.#shown = '';
  }
}
