import path from 'node:path';

/**
 * A path into the workspace as the repository knows it, with `/` between its parts; undefined for one that leads out
 * of the workspace, or to all of it.
 *
 * @param paths how this machine writes paths.
 */
export function workspacePath(
  file: string,
  workspace: string = process.cwd(),
  paths: path.PlatformPath = path,
): string | undefined {
  const relative = paths.relative(workspace, paths.resolve(workspace, file));
  const leadsOut = relative === '..' || relative.startsWith(`..${paths.sep}`) || paths.isAbsolute(relative);
  return relative === '' || leadsOut ? undefined : relative.replaceAll(paths.sep, '/');
}
