import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a test and the threads of its process agree on how many of them shall die. */
export const deathsFile = join(tmpdir(), `alphagate-deaths-${process.pid}`);
