import { locate } from '../../src/sources/locate.ts';
import type { Place } from '../contract/byte-source.ts';
import { startWebServer, type WebServerOptions } from './web-server.ts';

const FOLDER = '/a folder/with+odd=characters & ü/';

/** A folder of a web server that was started for it. */
export async function webPlace(options: WebServerOptions): Promise<Place> {
  const server = await startWebServer(options);
  return {
    put: async (fileName, bytes) => {
      // A copy, because the server tells contents apart by their objects.
      server.files.set(FOLDER + fileName, bytes.slice());
    },
    remove: async (fileName) => {
      server.files.delete(FOLDER + fileName);
    },
    locate: async (fileName) => {
      const url = `${server.origin}${FOLDER.split('/').map(encodeURIComponent).join('/')}${fileName}`;
      return (await locate(url, { cwd: '/', allowPrivateAddresses: true })).files[0]!;
    },
    dispose: () => server.stop(),
  };
}
