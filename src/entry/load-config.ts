import { readFile } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';
import { MAX_CONFIG_BYTES } from '../limits.ts';
import type { PartialSettings } from '../settings/resolve.ts';

/** Where a configuration is looked for when nobody names a file. */
export const CONFIG_FILE_NAME = '.alphagate.yml';

/**
 * Reads the settings of a configuration file.
 *
 * @param fileName as the user gave it; undefined for the default file, which need not exist.
 */
export async function loadConfig(fileName: string | undefined): Promise<PartialSettings> {
  const path = fileName ?? CONFIG_FILE_NAME;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && fileName === undefined) return {};
    throw new ConfigError({
      code: 'CONFIG_UNREADABLE',
      subject: path,
      problem: code === 'ENOENT' ? 'there is no such configuration file' : `cannot be read: ${message}`,
      cure: 'Name a file that exists; paths are relative to the working directory',
      cause,
    });
  }
  if (text.length > MAX_CONFIG_BYTES) {
    throw new ConfigError({
      code: 'CONFIG_TOO_LARGE',
      subject: path,
      problem: `has more than ${MAX_CONFIG_BYTES} bytes, which no configuration needs`,
      cure: 'Name the right file',
    });
  }
  // Many runs have none, and the parser of YAML is not small.
  return (await import('../settings/config-file.ts')).parseConfig(text, path);
}
