/** Which kernels threads share, by the number of the kind of task. */
import { symmetricTask, updateTask, weightsTask } from './band-tasks';
import { chaseTask } from './chase-tasks';
import { gramTask } from './gram';
import { restoreTask } from './restore';
import { productTask } from './ritz';
import { rotationTask } from './rotations';
import { awaitTasks, awaitWork, claimTask, endTask, joinHelpers, leaveHelpers, taskKind } from './team';
import { columnsTask, rectangleTask, rowsTask } from './upper-band-tasks';

export const GRAM: i32 = 0;
export const SYMMETRIC: i32 = 1;
export const WEIGHTS: i32 = 2;
export const UPDATE: i32 = 3;
export const CHASE: i32 = 4;
export const RESTORE: i32 = 5;
export const PRODUCT: i32 = 6;
export const COLUMNS: i32 = 7;
export const ROWS: i32 = 8;
export const RECTANGLE: i32 = 9;
export const UPPER_CHASE: i32 = 10;
export const ROTATIONS: i32 = 11;

function runTask(kind: i32, index: i32): void {
  switch (kind) {
    case GRAM:
      return gramTask(index);
    case SYMMETRIC:
      return symmetricTask(index);
    case WEIGHTS:
      return weightsTask(index);
    case UPDATE:
      return updateTask(index);
    case CHASE:
      return chaseTask(index, true);
    case RESTORE:
      return restoreTask(index);
    case PRODUCT:
      return productTask(index);
    case COLUMNS:
      return columnsTask(index);
    case ROWS:
      return rowsTask(index);
    case RECTANGLE:
      return rectangleTask(index);
    case UPPER_CHASE:
      return chaseTask(index, false);
    case ROTATIONS:
      return rotationTask(index);
    default:
      unreachable();
  }
}

/** Runs tasks until there is none left to claim. Exported, so that it is not inlined. */
export function runTasks(): void {
  for (let index = claimTask(); index >= 0; index = claimTask()) {
    runTask(taskKind(), index);
    endTask();
  }
}

/** Returns when all open tasks have ended, which the caller, the leader, takes part in. */
export function finishTasks(): void {
  runTasks();
  awaitTasks();
}

/** Takes part in the work of another thread's matrix until told to leave. */
export function assist(): void {
  joinHelpers();
  while (awaitWork()) runTasks();
  leaveHelpers();
}
