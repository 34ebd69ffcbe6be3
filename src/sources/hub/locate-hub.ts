import { SourceError } from '../../errors.ts';
import type { FileEntry, Located, RemoteOptions } from '../byte-source.ts';
import { siblingIn } from '../file-name.ts';
import { parseServerAddress } from '../server-address.ts';
import { describeNames } from '../similar-names.ts';
import { WebClient, type WebClientOptions } from '../web/web-client.ts';
import { changed } from '../web/web-errors.ts';
import { WebFile } from '../web/web-file.ts';
import { selectWithin } from '../within.ts';
import { HubApi, type HubFile } from './hub-api.ts';
import { type HubReference, hubName } from './hub-reference.ts';

export interface HubOptions extends RemoteOptions {
  /** Address of a hub other than huggingface.co. */
  readonly hubEndpoint?: string | undefined;
  /** Goes to the hub alone, never to where it redirects. */
  readonly hubToken?: string | undefined;
}

const HUGGING_FACE = 'https://huggingface.co';

/** The weights that a repository is read for, where it has them: the same ones lie beside them in other formats. */
const SAFETENSORS = /\.safetensors(\.index\.json)?$/;

/**
 * Finds the files that an `hf://` reference stands for: the safetensors of a repository, or, where it has none, all its
 * files; or those that a path in it means. They are those of one commit, whatever is pushed meanwhile.
 *
 * @throws ConfigError `BAD_HUB_ENDPOINT`; SourceError `HUB_NO_REPOSITORY`, `HUB_NO_REVISION`, `HUB_GATED`,
 * `NOTHING_FOUND`, or one of the `WEB_…` codes
 */
export async function locateHub(reference: HubReference, options: HubOptions): Promise<Located> {
  const { hubEndpoint, hubToken, silenceMs, signal } = options;
  const endpoint = parseServerAddress(hubEndpoint || HUGGING_FACE, {
    code: 'BAD_HUB_ENDPOINT',
    subject: 'the address of the hub',
    cure: 'Write it as in https://hub.example.com, in hf-endpoint or HF_ENDPOINT',
  });
  signal?.throwIfAborted();
  const name = hubName(reference, reference.path);
  const connection = {
    allowPrivateAddresses: endpoint !== HUGGING_FACE,
    silenceMs,
    authorization: hubToken ? { origin: new URL(endpoint).origin, value: `Bearer ${hubToken}` } : undefined,
  };
  const api = new HubApi(new WebClient({ name, ...connection }), endpoint, reference, signal);
  const commit = await api.commit();
  const tree = new Map<string, FileEntry>();
  for (const file of await api.files(commit)) {
    const address = api.addressOf(commit, file.path);
    tree.set(file.path, hubEntry(hubName(reference, file.path), file, address, connection, tree));
  }
  const files = [...tree.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = reference.path === '' ? modelAmong(files) : selectWithin(files, reference.path);
  if (found === undefined) throw nothingFound(name, reference.path, files);
  return { reference: name, ...found };
}

function modelAmong(files: readonly FileEntry[]): Pick<Located, 'kind' | 'files'> | undefined {
  const weights = files.filter(({ path }) => SAFETENSORS.test(path));
  const chosen = weights.length > 0 ? weights : files;
  return chosen.length === 0 ? undefined : { kind: 'folder', files: chosen };
}

function hubEntry(
  name: string,
  { path, sizeBytes, identity }: HubFile,
  address: URL,
  connection: Omit<WebClientOptions, 'name'>,
  tree: ReadonlyMap<string, FileEntry>,
): FileEntry {
  const client = new WebClient({ name, ...connection });
  const file = new WebFile({ name, client, resolve: async () => address, identity });
  return {
    name,
    path,
    sizeBytes,
    async open(options) {
      const source = await file.open(options);
      if (source.sizeBytes === sizeBytes) return source;
      await source.close();
      throw changed(name);
    },
    sibling: async (fileName) => siblingIn(tree, path, fileName),
  };
}

function nothingFound(subject: string, wanted: string, files: readonly FileEntry[]): SourceError {
  return new SourceError({
    code: 'NOTHING_FOUND',
    subject,
    problem: files.length === 0 ? 'the repository is empty' : 'the repository holds no such file',
    cure:
      files.length === 0
        ? 'Name another revision'
        : `Check the path: it holds ${describeNames(
            wanted,
            files.map(({ path }) => path),
          )}`,
  });
}
