import { readFile } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';
import { MAX_CONFIG_BYTES } from '../limits.ts';
import { CONFIG_FILE_NAME, parseConfig } from '../settings/config-file.ts';
import type { PartialSettings } from '../settings/resolve.ts';

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
  return parseConfig(text, path);
}
