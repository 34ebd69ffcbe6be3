import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export const REPOSITORY_FOLDER = path.join(import.meta.dirname, '../..');

type Component =
  | 'act'
  | 'actionlint'
  | 'versitygw'
  | 'node20'
  | 'aws-lambda-ric'
  | 'aws-lambda-rie'
  | 'ministack'
  | 'cfn-lint'
  | 'moto_server'
  | 'sam';

/**
 * The path of a program that `npm ci` does not bring.
 *
 * It is looked for in the folder that `scripts/install-real-components.sh` fills: `.real`, or what
 * ALPHAGATE_REAL_COMPONENTS names.
 */
export function realComponent(name: Component): string {
  const folder = process.env['ALPHAGATE_REAL_COMPONENTS'] ?? path.join(REPOSITORY_FOLDER, '.real');
  const program = path.join(folder, 'bin', name);
  try {
    accessSync(program, constants.X_OK);
  } catch (cause) {
    throw new Error(`${name} is not in ${folder}: run scripts/install-real-components.sh`, { cause });
  }
  return program;
}
