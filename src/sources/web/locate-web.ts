import { ConfigError, SourceError } from '../../errors.ts';
import type { ByteSource, FileEntry, Located, ReadOptions } from '../byte-source.ts';
import { isPlainFileName } from '../file-name.ts';
import { WebClient } from './web-client.ts';
import { type WebFacts, WebFile } from './web-file.ts';
import type { WebReference } from './web-reference.ts';

export interface WebOptions {
  /** Whether addresses of this machine and its own network may be asked, and `http://` too. */
  readonly allowPrivateAddresses?: boolean | undefined;
  /** A connection that brings nothing for this long, in milliseconds, is given up [30 s]. */
  readonly silenceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
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
  const entry = new WebEntry(address, name, file, await file.probe({ signal }), options);
  return { reference: name, kind: 'file', files: [entry] };
}

class WebEntry implements FileEntry {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly #url: URL;
  readonly #file: WebFile;
  readonly #options: WebOptions;

  constructor(url: URL, name: string, file: WebFile, { sizeBytes }: WebFacts, options: WebOptions) {
    this.name = name;
    this.path = fileNameOf(url);
    this.sizeBytes = sizeBytes;
    this.#url = url;
    this.#file = file;
    this.#options = options;
  }

  open(options?: ReadOptions): Promise<ByteSource> {
    return this.#file.open(options);
  }

  /** Asked for with the same query: a signature may be for a whole folder. */
  async sibling(fileName: string): Promise<FileEntry | undefined> {
    if (!isPlainFileName(fileName)) return undefined;
    const url = new URL(encodeURIComponent(fileName), this.#url);
    url.search = this.#url.search;
    const name = `${url.protocol}//${url.host}${url.pathname}`;
    try {
      const { files } = await locateWeb({ kind: 'web', url: url.href, name }, this.#options);
      return files[0];
    } catch (error) {
      // A signature for one file is refused for all others, and nobody says whether they exist.
      const code = error instanceof SourceError ? error.code : '';
      if (code === 'NOT_FOUND' || (code === 'WEB_ACCESS_DENIED' && url.search !== '')) return undefined;
      throw error;
    }
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
