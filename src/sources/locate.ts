import type { ArtifactOptions } from './artifact/locate-artifact.ts';
import type { Located } from './byte-source.ts';
import type { HubOptions } from './hub/locate-hub.ts';
import { locateLocal } from './local.ts';
import { parseReference } from './reference.ts';
import type { S3Options } from './s3-connect.ts';
import type { WebOptions } from './web/locate-web.ts';

/** Where references lead from. */
export interface LocateOptions extends S3Options, WebOptions, ArtifactOptions, HubOptions {
  /** The directory that relative paths begin in. */
  readonly cwd: string;
}

/**
 * Finds the files that a reference stands for, wherever it points. Nothing is read of them yet. What speaks to other
 * machines is loaded only for references that lead there.
 *
 * @throws ConfigError when the reference makes no sense, SourceError when nothing is there or it cannot be read.
 */
export async function locate(reference: string, options: LocateOptions): Promise<Located> {
  const parsed = parseReference(reference);
  switch (parsed.kind) {
    case 'path':
      return locateLocal(parsed, options);
    case 's3':
      return (await import('./s3.ts')).locateS3(parsed, options);
    case 'web':
      return (await import('./web/locate-web.ts')).locateWeb(parsed, options);
    case 'artifact':
      return (await import('./artifact/locate-artifact.ts')).locateArtifact(parsed, options);
    case 'hub':
      return (await import('./hub/locate-hub.ts')).locateHub(parsed, options);
  }
}
