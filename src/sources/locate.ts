import type { Located } from './byte-source.ts';
import { locateLocal } from './local.ts';
import { parseReference } from './reference.ts';
import { locateS3 } from './s3.ts';
import type { S3Options } from './s3-connect.ts';

/** Where references lead from. */
export interface LocateOptions extends S3Options {
  /** The directory that relative paths begin in. */
  readonly cwd: string;
}

/**
 * Finds the files that a reference stands for, wherever it points. Nothing is read of them yet.
 *
 * @throws ConfigError when the reference makes no sense, SourceError when nothing is there or it cannot be read.
 */
export async function locate(reference: string, options: LocateOptions): Promise<Located> {
  const parsed = parseReference(reference);
  return parsed.kind === 's3' ? locateS3(parsed, options) : locateLocal(parsed, options);
}
