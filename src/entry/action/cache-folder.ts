import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { workspacePath } from './workspace-path.ts';

/**
 * A checkout holds what a pull request has put there: in a cache below it, numbers that its author has made up.
 *
 * @throws ConfigError `CACHE_IN_WORKSPACE`.
 */
export function refuseCheckedOutCache(cache = '', workspace: string = process.cwd()): void {
  if (cache === '') return;
  const isWorkspace = path.relative(workspace, path.resolve(workspace, cache)) === '';
  if (!isWorkspace && workspacePath(cache, workspace) === undefined) return;
  throw new ConfigError({
    code: 'CACHE_IN_WORKSPACE',
    subject: 'input cache',
    problem: `${JSON.stringify(cache)} lies in the workspace, where a commit can bring numbers of its own`,
    cure: 'Name a folder outside of it, such as one in the folder of the context runner.temp',
  });
}
