import { MAX_MEMORY_BYTES, PAGE_BYTES } from './workspace.ts';

/** Where kernels/team.ts keeps what others than the team may write, as indices of 32-bit words. */
const RELEASED = 16;
const ABORTED = 17;
const EPOCH = 18;

/** Memory that an engine works in, and which threads share that help it with a matrix. */
export function createTeamMemory(): WebAssembly.Memory {
  // The maximum is a range of addresses; memory is taken as the engine grows into it.
  return new WebAssembly.Memory({ initial: 1, maximum: MAX_MEMORY_BYTES / PAGE_BYTES, shared: true });
}

function words(memory: WebAssembly.Memory): Int32Array<SharedArrayBuffer> {
  return new Int32Array(memory.buffer, 0, EPOCH + 1);
}

/** Lets helpers come that have not been there, or have been told to leave. */
export function admitHelpers(memory: WebAssembly.Memory): void {
  Atomics.store(words(memory), RELEASED, 0);
}

/** Makes all helpers leave as soon as they have ended the tasks they are at. */
export function releaseHelpers(memory: WebAssembly.Memory): void {
  const control = words(memory);
  Atomics.store(control, RELEASED, 1);
  Atomics.notify(control, EPOCH);
}

/**
 * Says that one of the threads that work in this memory has died. The others must not wait for what it has not done:
 * they stop with a `WebAssembly.RuntimeError`, and the memory can no longer be used.
 */
export function abortTeam(memory: WebAssembly.Memory): void {
  Atomics.store(words(memory), ABORTED, 1);
  releaseHelpers(memory);
}

/** Whether a member has died. */
export function isAborted(memory: WebAssembly.Memory): boolean {
  return Atomics.load(words(memory), ABORTED) !== 0;
}
