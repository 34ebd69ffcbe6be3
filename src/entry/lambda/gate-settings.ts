import { ConfigError } from '../../errors.ts';
import { MAX_CONFIG_BYTES } from '../../limits.ts';
import { parseConfig } from '../../settings/config-file.ts';
import { completeSettings } from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import { readDocument } from '../../sources/byte-source.ts';
import { locate } from '../../sources/locate.ts';
import type { Deployment } from './deployment.ts';

/**
 * The settings that hold in this deployment. They are read anew for each run, so that a change of an object that they
 * lie in needs no deployment.
 *
 * @throws ConfigError when they cannot be used, SourceError when they cannot be read.
 */
export async function gateSettings({ config }: Pick<Deployment, 'config'>): Promise<Settings> {
  if (config === '') return completeSettings();
  const isPlace = /^s3:\/\/\S+$/.test(config);
  return completeSettings(
    isPlace ? parseConfig(await readConfig(config), config) : parseConfig(config, 'ALPHAGATE_CONFIG'),
  );
}

async function readConfig(reference: string): Promise<string> {
  const { files } = await locate(reference, { cwd: '/' });
  const [file] = files;
  if (file === undefined || files.length > 1 || file.sizeBytes > MAX_CONFIG_BYTES) {
    throw new ConfigError({
      code: 'CONFIG_TOO_LARGE',
      subject: reference,
      problem: `is not one object of at most ${MAX_CONFIG_BYTES} bytes`,
      cure: 'Name the object with the configuration in ALPHAGATE_CONFIG',
    });
  }
  return readDocument(file);
}
