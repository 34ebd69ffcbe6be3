import { ConfigError, SourceError } from '../../errors.ts';
import type { FileEntry, Located, RemoteOptions } from '../byte-source.ts';
import { isPlainFileName } from '../file-name.ts';
import { WebClient } from './web-client.ts';
import { WebFile } from './web-file.ts';
import type { WebReference } from './web-reference.ts';

export interface WebOptions extends RemoteOptions {
  /** Whether addresses of this machine and its own network may be asked, and `http://` too. */
  readonly allowPrivateAddresses?: boolean | undefined;
}

/**
 * Finds the file that an `https://` reference stands for.
 *
 * @throws ConfigError `INSECURE_ADDRESS`; SourceError `NOT_FOUND`, `PRIVATE_ADDRESS`, or one of the `WEB_…` codes
 */
export async function locateWeb({ url, name }: WebReference, options: WebOptions): Promise<Located> {
  const { allowPrivateAddresses = false, silenceMs, signal } = options;
  signal?.throwIfAborted();
  const address = new URL(url);
  if (address.protocol === 'http:' && !allowPrivateAddresses) throw insecure(name);
  const client = new WebClient({ name, allowPrivateAddresses, silenceMs });
  const file = new WebFile({ name, client, resolve: async () => address });
  const { sizeBytes } = await file.probe({ signal });
  const entry: FileEntry = {
    name,
    path: fileNameOf(address),
    sizeBytes,
    open: (readOptions) => file.open(readOptions),
    sibling: (fileName) => siblingOf(address, fileName, options),
  };
  return { reference: name, kind: 'file', files: [entry] };
}

/** Asked for with the same query: a signature may be for a whole folder. */
async function siblingOf(
  address: URL,
  fileName: string,
  options: WebOptions,
): Promise<FileEntry | undefined> {
  if (!isPlainFileName(fileName)) return undefined;
  const url = new URL(encodeURIComponent(fileName), address);
  url.search = address.search;
  const name = `${url.protocol}//${url.host}${url.pathname}`;
  try {
    return (await locateWeb({ kind: 'web', url: url.href, name }, options)).files[0];
  } catch (error) {
    // A signature for one file is refused for all others, and nobody says whether they exist.
    const code = error instanceof SourceError ? error.code : '';
    if (code === 'NOT_FOUND' || (code === 'WEB_ACCESS_DENIED' && url.search !== '')) return undefined;
    throw error;
  }
}

/** The last part of the path; the host's name where the path has none. */
function fileNameOf({ pathname, hostname }: URL): string {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replaceAll('/', '_') || hostname;
  } catch {
    return last;
  }
}

function insecure(name: string): ConfigError {
  return new ConfigError({
    code: 'INSECURE_ADDRESS',
    subject: name,
    problem: 'anybody between here and there could change what http:// brings',
    cure: 'Use https://, or set allow-private-addresses to true where the server is on your own network',
  });
}
