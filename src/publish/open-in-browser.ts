import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

/** What shows an address in the browser that the user has chosen, on each system. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};
const OPENER_OF_OTHERS = ['xdg-open'] as const;

/**
 * Shows a file in the user's browser, and does not wait for it. No shell is asked, and the file's name is an address
 * in which nothing but letters, digits and a few harmless characters stand for themselves: openers may be scripts.
 *
 * @returns why it could not be shown, or undefined.
 */
export async function openInBrowser(
  file: string,
  env: Environment,
  platform: string = process.platform,
): Promise<string | undefined> {
  if (env['CI']) return 'there is nobody to show it to on CI';
  const isOther = OPENERS[platform] === undefined;
  if (isOther && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  const [program, ...options] = OPENERS[platform] ?? OPENER_OF_OTHERS;
  const child = spawn(program, [...options, addressOf(file)], {
    detached: true,
    env,
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? `there is no ${program}` : error.message),
    );
    child.once('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}

function addressOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href.replace(
    /[^A-Za-z0-9:/_.~%-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
