import { FormatError } from '../../errors.ts';
import { MAX_PICKLE_HEAP_BYTES } from '../../limits.ts';
import type { PickleCursor } from './pickle-cursor.ts';
import {
  isNode,
  type PickleNode,
  type PicklePersistent,
  type PickleSequence,
  type PickleValue,
} from './pickle-value.ts';

/** Bytes of heap that things take, rounded up from measurements on V8. */
const HEAP_BYTES = {
  reference: 16,
  number: 128,
  text: 48,
  bytes: 256,
  container: 96,
  object: 160,
  firstItems: 144,
};

/**
 * The stack, marks and memo that a pickle's opcodes work on. It counts what it allocates, because a pickle of a
 * few megabytes can ask for gigabytes.
 */
export class PickleMachine {
  readonly cursor: PickleCursor;
  /** In the order in which the pickle mentions them. */
  readonly persistent: PicklePersistent[] = [];
  /** Offset of the opcode at work, for messages. */
  opcodeByte = 0;
  /** Where the frame that reaches furthest ends, exclusive. */
  frameEndByte = 0n;
  readonly #stack: PickleValue[] = [];
  /** Stack heights; nothing below the last one can be popped. */
  readonly #marks: number[] = [];
  /** Without holes: an index far beyond the others costs as much as all between. */
  readonly #memo: (PickleValue | undefined)[] = [];
  #memoCount = 0;
  #heapBytes = 0;

  constructor(cursor: PickleCursor) {
    this.cursor = cursor;
  }

  push(value: PickleValue): void {
    this.#charge(HEAP_BYTES.reference);
    this.#stack.push(value);
  }

  /** A number that does not fit into a machine word, or may not. */
  pushNumber(value: number | bigint): void {
    this.#charge(typeof value === 'number' ? HEAP_BYTES.reference : HEAP_BYTES.number);
    this.push(value);
  }

  pushText(text: string): void {
    this.#charge(HEAP_BYTES.text + 2 * text.length);
    this.push(text);
  }

  pushBytes(bytes: Uint8Array): void {
    this.#charge(HEAP_BYTES.bytes);
    this.push(bytes);
  }

  pushSequence(kind: PickleSequence['kind'], items: PickleValue[]): void {
    this.#charge(HEAP_BYTES.container);
    this.push({ kind, items });
  }

  pushDict(entries: PickleValue[]): void {
    this.#charge(HEAP_BYTES.container);
    this.push({ kind: 'dict', entries });
  }

  pushGlobal(module: string, name: string): void {
    this.#charge(HEAP_BYTES.container + 2 * (module.length + name.length));
    this.push({ kind: 'global', name: `${module}.${name}` });
  }

  pushObject(callable: PickleValue, args: readonly PickleValue[]): void {
    this.#charge(HEAP_BYTES.object);
    this.push({ kind: 'object', callable, args, state: undefined, entries: undefined, items: undefined });
  }

  pushPersistent(id: PickleValue): void {
    this.#charge(HEAP_BYTES.container);
    const reference: PicklePersistent = { kind: 'persistent', id };
    this.persistent.push(reference);
    this.push(reference);
  }

  pop(): PickleValue {
    const top = this.top();
    this.#stack.pop();
    return top;
  }

  top(): PickleValue {
    if (this.#stack.length <= (this.#marks.at(-1) ?? 0)) throw this.bad('takes a value from an empty stack');
    return this.#stack.at(-1)!;
  }

  popText(): string {
    const value = this.pop();
    if (typeof value !== 'string') throw this.bad('takes something for text that is not');
    return value;
  }

  /** The items of a tuple of arguments. */
  popArguments(): readonly PickleValue[] {
    const value = this.pop();
    if (!isNode(value) || value.kind !== 'tuple')
      throw this.bad('calls something without a tuple of arguments');
    return value.items;
  }

  mark(): void {
    this.#charge(HEAP_BYTES.reference);
    this.#marks.push(this.#stack.length);
  }

  /** Removes the last mark and what was pushed since. */
  popMark(): PickleValue[] {
    const height = this.#marks.pop();
    if (height === undefined) throw this.bad('looks for a mark, and there is none');
    return this.#stack.splice(height);
  }

  /** The opcode POP takes a value, or a mark that has nothing above it. */
  discard(): void {
    if (this.#marks.length > 0 && this.#marks.at(-1) === this.#stack.length) this.#marks.pop();
    else this.pop();
  }

  /** What the opcodes that add to a container find below their items. */
  container(): PickleNode {
    const value = this.top();
    if (!isNode(value)) throw this.bad('adds to something that is not a container');
    return value;
  }

  appendTo(container: PickleNode, items: readonly PickleValue[]): void {
    this.#append(this.#itemsOf(container), items);
  }

  setItems(container: PickleNode, entries: readonly PickleValue[]): void {
    if (entries.length % 2 !== 0) throw this.bad('sets a key without a value');
    this.#append(this.#entriesOf(container), entries);
  }

  get(index: number): void {
    const value = this.#memo[index];
    if (value === undefined) throw this.bad(`recalls value ${index}, which was not remembered`);
    this.push(value);
  }

  put(index: number): void {
    const value = this.top();
    this.#charge(HEAP_BYTES.reference * Math.max(0, index + 1 - this.#memo.length));
    while (this.#memo.length <= index) this.#memo.push(undefined);
    if (this.#memo[index] === undefined) this.#memoCount++;
    this.#memo[index] = value;
  }

  memoize(): void {
    this.put(this.#memoCount);
  }

  frame(length: bigint): void {
    const endByte = BigInt(this.cursor.atByte) + length;
    if (endByte > this.frameEndByte) this.frameEndByte = endByte;
  }

  bad(problem: string): FormatError {
    return new FormatError({
      code: 'BAD_PICKLE',
      subject: this.cursor.subject,
      problem: `at byte ${this.opcodeByte} ${problem}`,
      cure: 'No Python wrote it so: the file is damaged or was made to mislead; save it again',
      details: { offsetBytes: this.opcodeByte },
    });
  }

  #itemsOf(container: PickleNode): PickleValue[] {
    if (container.kind === 'list' || container.kind === 'set') return container.items;
    if (container.kind !== 'object') throw this.bad('appends to something that is not a list');
    container.items ??= [];
    return container.items;
  }

  #entriesOf(container: PickleNode): PickleValue[] {
    if (container.kind === 'dict') return container.entries;
    if (container.kind !== 'object') throw this.bad('sets an item of something that is not a dict');
    container.entries ??= [];
    return container.entries;
  }

  /** Not by spreading: an argument list of millions overflows the call stack. */
  #append(target: PickleValue[], items: readonly PickleValue[]): void {
    if (target.length === 0) this.#charge(HEAP_BYTES.firstItems);
    for (const item of items) target.push(item);
  }

  #charge(bytes: number): void {
    this.#heapBytes += bytes;
    if (this.#heapBytes <= MAX_PICKLE_HEAP_BYTES) return;
    throw new FormatError({
      code: 'PICKLE_TOO_LARGE',
      subject: this.cursor.subject,
      problem: `would take more than ${MAX_PICKLE_HEAP_BYTES} bytes of memory to read`,
      cure: 'Save the weights by themselves: torch.save(model.state_dict(), path)',
      details: { offsetBytes: this.opcodeByte },
    });
  }
}
