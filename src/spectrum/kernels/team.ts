/**
 * How threads work on one matrix. The leader, on whose memory all instances run, opens a set of numbered tasks; whoever
 * has nothing to do claims the next. Tasks of a set do not depend on who runs them nor on how many threads there are,
 * so neither do results. Helpers may come and go at any time: a leader without any does all tasks itself.
 *
 * The control block is at a fixed address, each word that different threads write in a cache line of its own. The first
 * words belong to the thread that started the others (team-control.ts has the same addresses).
 */
const CONTROL: usize = 64;
/** i32: helpers shall leave. */
const RELEASED: usize = CONTROL;
/** i32: a member has died, so tasks may never end. */
const ABORTED: usize = CONTROL + 4;
/** i32: counts sets of tasks; helpers sleep here. */
const EPOCH: usize = CONTROL + 8;
/** i32: how many sleep at EPOCH. */
const SLEEPERS: usize = CONTROL + 64;
/** i32: helpers present. */
const HELPERS: usize = CONTROL + 68;
/** i64: the set's number in the upper half, tasks left to claim in the lower. */
const TICKET: usize = CONTROL + 128;
/** i32: tasks that have not ended; the leader sleeps here. */
const PENDING: usize = CONTROL + 192;
/** i32: whether it does. */
const LEADER_SLEEPS: usize = CONTROL + 196;
/** i32: the number of tasks in the set. */
const COUNT: usize = CONTROL + 256;
/** i32: what kind of task. */
const KIND: usize = CONTROL + 260;
/** i32 each: what the kind needs. */
const PARAMETERS: usize = CONTROL + 264;

/** Looks at a word before going to sleep: some 200 µs, about what it takes to wake up. */
const SPINS: i32 = 100_000;

/** In nanoseconds. Nobody sleeps for longer without looking whether a member has died. */
const LONGEST_SLEEP: i64 = 10_000_000;
/** Where nobody wakes the sleeper, who only makes way for the thread it waits for. */
const SHORT_SLEEP: i64 = 100_000;

/** The set's number for tasks not to be confused with those of the set before. */
let epoch: i32 = 0;

// @ts-ignore: decorator
@inline
export function parameter(i: i32): usize {
  return load<usize>(PARAMETERS + (<usize>i << 2));
}

// @ts-ignore: decorator
@inline
export function taskKind(): i32 {
  return load<i32>(KIND);
}

// @ts-ignore: decorator
@inline
export function taskCount(): i32 {
  return load<i32>(COUNT);
}

export function setParameter(i: i32, value: usize): void {
  store<usize>(PARAMETERS + (<usize>i << 2), value);
}

/** Opens `count` tasks of a kind, whose parameters are set. The set before must have ended. */
export function openTasks(kind: i32, count: i32): void {
  store<i32>(KIND, kind);
  store<i32>(COUNT, count);
  atomic.store<i32>(PENDING, count);
  epoch++;
  atomic.store<i64>(TICKET, (<i64>epoch << 32) | <i64>count);
  atomic.store<i32>(EPOCH, epoch);
  if (atomic.load<i32>(SLEEPERS) > 0) atomic.notify(EPOCH, -1);
}

/** The number of a task that the caller now has to run, in ascending order; −1 if there is none. */
export function claimTask(): i32 {
  let ticket = atomic.load<i64>(TICKET);
  while (<i32>ticket != 0) {
    const found = atomic.cmpxchg<i64>(TICKET, ticket, ticket - 1);
    // Only now is it certain that the count belongs to the same set.
    if (found == ticket) return load<i32>(COUNT) - <i32>ticket;
    ticket = found;
  }
  return -1;
}

/** Says that a claimed task has ended. */
export function endTask(): void {
  if (atomic.sub<i32>(PENDING, 1) == 1 && atomic.load<i32>(LEADER_SLEEPS) != 0) atomic.notify(PENDING, -1);
}

function stopIfAborted(): void {
  if (atomic.load<i32>(ABORTED) != 0) unreachable();
}

/** Waits until no task is pending. Traps when a member has died. */
export function awaitTasks(): void {
  for (let spins = 0; spins < SPINS; spins++) {
    if (atomic.load<i32>(PENDING) == 0) return;
  }
  atomic.store<i32>(LEADER_SLEEPS, 1);
  for (let left = atomic.load<i32>(PENDING); left != 0; left = atomic.load<i32>(PENDING)) {
    stopIfAborted();
    atomic.wait<i32>(PENDING, left, LONGEST_SLEEP);
  }
  atomic.store<i32>(LEADER_SLEEPS, 0);
}

/** Waits until the word is at least `value`, which another task will bring about. Traps when a member has died. */
export function awaitAtLeast(word: usize, value: i32): void {
  while (true) {
    let current: i32 = 0;
    for (let spins = 0; spins < SPINS; spins++) {
      current = atomic.load<i32>(word);
      if (current >= value) return;
    }
    stopIfAborted();
    // Nobody wakes this sleeper: it makes way for a thread that has been interrupted.
    atomic.wait<i32>(word, current, SHORT_SLEEP);
  }
}

/** Waits for tasks, as a helper. Returns false when it shall leave. */
export function awaitWork(): bool {
  for (let spins = 0; spins < SPINS; spins++) {
    if (atomic.load<i32>(RELEASED) != 0) return false;
    if (<i32>atomic.load<i64>(TICKET) != 0) return true;
  }
  const seen = atomic.load<i32>(EPOCH);
  atomic.add<i32>(SLEEPERS, 1);
  if (<i32>atomic.load<i64>(TICKET) == 0 && atomic.load<i32>(RELEASED) == 0) {
    atomic.wait<i32>(EPOCH, seen, LONGEST_SLEEP);
  }
  atomic.sub<i32>(SLEEPERS, 1);
  return atomic.load<i32>(RELEASED) == 0 && atomic.load<i32>(ABORTED) == 0;
}

/** How many helpers there are now. */
export function helperCount(): i32 {
  return atomic.load<i32>(HELPERS);
}

export function joinHelpers(): void {
  atomic.add<i32>(HELPERS, 1);
}

export function leaveHelpers(): void {
  atomic.sub<i32>(HELPERS, 1);
}
