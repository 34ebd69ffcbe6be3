import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** What GitHub's service for artifacts does when one is uploaded, with its storage beside it. */
export interface ArtifactService {
  /** Variables that the runner would set. */
  readonly env: Readonly<Record<string, string>>;
  /** The archives of what was uploaded whole, by name. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
  stop(): Promise<void>;
}

/** @param status of every answer of the service; of the storage too. */
export async function startArtifactService(status = 200): Promise<ArtifactService> {
  const artifacts = new Map<string, Uint8Array>();
  const uploads = new Map<string, Uint8Array>();
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const answer = (code: number, content?: object, headers: Record<string, string> = {}) =>
      response
        .writeHead(code, { 'content-type': 'application/json', ...headers })
        .end(content === undefined ? undefined : JSON.stringify(content));
    if (status !== 200) return answer(status, { code: 'permission_denied', msg: 'refused' });
    if (pathname.startsWith(SERVICE)) {
      const { name } = JSON.parse(body.toString()) as { name: string };
      if (pathname.endsWith('/CreateArtifact')) {
        if (artifacts.has(name))
          return answer(409, { code: 'already_exists', msg: 'an artifact of this name' });
        return answer(200, { ok: true, signed_upload_url: `${url}/blob/${encodeURIComponent(name)}?sig=x` });
      }
      artifacts.set(name, uploads.get(name)!);
      return answer(200, { ok: true, artifact_id: '1' });
    }
    const name = decodeURIComponent(pathname.slice('/blob/'.length));
    const block = searchParams.get('blockid');
    if (searchParams.get('comp') === 'block') uploads.set(`${name}:${block}`, body);
    else if (searchParams.get('comp') === 'blocklist') {
      const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)];
      uploads.set(name, Buffer.concat(ids.map(([, id]) => uploads.get(`${name}:${id}`)!)));
    } else uploads.set(name, body);
    const md5 = createHash('md5').update(body).digest('base64');
    return answer(201, undefined, { etag: '"e"', 'content-md5': md5, 'x-ms-request-id': '1' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run-1:job-1' })).toString('base64url');
  return {
    env: {
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: `e30.${claims}.x`,
      GITHUB_SERVER_URL: 'https://github.com',
    },
    artifacts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
