import { describeValue } from './describe-value.ts';
import { PickleCursor } from './pickle-cursor.ts';
import { PickleMachine } from './pickle-machine.ts';
import { OPCODES } from './pickle-opcodes.ts';
import type { PicklePersistent, PickleValue } from './pickle-value.ts';

const STOP = 0x2e;

export interface PickleInput {
  /** What has been read of the file or record. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the pickle begins. */
  readonly startByte: number;
  /** Where the file or record ends, exclusive; may lie beyond `bytes`. */
  readonly lastByte: number;
  /** What is being read, for messages. */
  readonly subject: string;
}

export interface Unpickled {
  readonly value: PickleValue;
  /** Where the pickle ended, exclusive. */
  readonly endByte: number;
  /** Every reference to something outside, in order. */
  readonly persistent: readonly PicklePersistent[];
}

/**
 * Parses a pickle of any protocol into plain data. Nothing is imported, called or constructed. Time is
 * proportional to the pickle's length, memory is bounded by `MAX_PICKLE_HEAP_BYTES`.
 *
 * @throws FormatError `BAD_PICKLE`, `TRUNCATED` or `PICKLE_TOO_LARGE`; MoreBytesNeeded when the pickle goes on
 * beyond `bytes` and before `lastByte`.
 */
export function unpickle(input: PickleInput): Unpickled {
  const cursor = new PickleCursor(input.bytes, input.startByte, input.lastByte, input.subject);
  const machine = new PickleMachine(cursor);
  for (;;) {
    machine.opcodeByte = cursor.atByte;
    const code = cursor.u8();
    if (code === STOP) {
      const value = machine.pop();
      checkFrames(machine, value, input.lastByte);
      return { value, endByte: cursor.atByte, persistent: machine.persistent };
    }
    const opcode = OPCODES[code];
    if (opcode === undefined) {
      throw machine.bad(`has the opcode 0x${code.toString(16)}, which no pickle from a file has`);
    }
    opcode(machine);
  }
}

/** Python refuses a frame that ends beyond the file without a word on what the pickle is; this says it. */
function checkFrames(machine: PickleMachine, value: PickleValue, lastByte: number): void {
  if (machine.frameEndByte <= BigInt(lastByte)) return;
  const frame = `a frame up to byte ${machine.frameEndByte} of ${lastByte}`;
  throw machine.bad(`ends as ${describeValue(value)}, but has ${frame}`);
}
