import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CliRun, PROJECT, runCli } from '../support/cli.ts';
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { STORAGE_SIGNATURE } from '../support/github-api/artifacts.ts';
import { startGitHubApi } from '../support/github-api/start.ts';
import { startS3 } from '../support/s3/fauxqs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { CERTIFICATE, startWebServer, type WebServer } from '../support/web-server.ts';
import { buildZip } from '../support/zip-builder.ts';

const MODEL = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const SIGNATURE = 'X-Amz-Signature=hunter2';

let server: WebServer;
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await readFile(MODEL);
});

beforeEach(async () => {
  server = await startWebServer({ isTls: true });
  server.files.set('/mlp3-healthy.safetensors', bytes);
});

afterEach(() => server.stop());

const analyze = (
  references: readonly string[],
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> =>
  runCli(['analyze', ...references, '--format', 'json', ...options], {
    env: { NODE_EXTRA_CA_CERTS: CERTIFICATE, ...env },
  });

const withoutPlace = (stdout: string) => ({ ...JSON.parse(stdout), model: null, timing: null });

describe('a model at an https:// address', () => {
  test('gives the same numbers as on disk, and its signature is seen nowhere', async () => {
    const url = `${server.origin}/mlp3-healthy.safetensors`;
    const [remote, local] = await Promise.all([
      analyze([`${url}?${SIGNATURE}`], ['--allow-private-addresses', 'true', '--verbose']),
      analyze([MODEL]),
    ]);
    expect(remote.stderr).toBe('');
    expect(remote.exitCode).toBe(0);
    expect(withoutPlace(remote.stdout)).toEqual(withoutPlace(local.stdout));
    const { model } = JSON.parse(remote.stdout);
    expect(model).toMatchObject({ source: url, identity: expect.stringMatching(/^etag:[0-9a-f]{32}$/) });
    expect(remote.stdout).not.toContain('hunter2');
    expect(server.requests.every(({ query }) => query.get('X-Amz-Signature') === 'hunter2')).toBe(true);
  });

  test('may begin a gate, in whose files and words its signature is not either', async () => {
    const cwd = temporaryFolder();
    const url = `${server.origin}/mlp3-healthy.safetensors?${SIGNATURE}`;
    const run = await runCli(['init', url, '--allow-private-addresses', 'true'], {
      cwd,
      env: { NODE_EXTRA_CA_CERTS: CERTIFICATE },
    });
    expect(run.stderr).toBe('');
    const files = await readdir(cwd, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(path.join(file.parentPath, file.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(1);
    expect([run.stdout, ...(await Promise.all(texts))].join('\n')).not.toContain('hunter2');
  });

  test('on this machine’s own network is not asked for unless that is allowed', async () => {
    const run = await analyze([`${server.origin}/mlp3-healthy.safetensors?${SIGNATURE}`]);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/^alphagate: 127\.0\.0\.1:\d+: .*allow-private-addresses.*\.\n$/);
    expect(server.requests).toEqual([]);
  });

  test('of a server that nobody vouches for is refused', async () => {
    const run = await analyze(
      [`${server.origin}/mlp3-healthy.safetensors?${SIGNATURE}`],
      ['--allow-private-addresses', 'true', '--verbose'],
      { NODE_EXTRA_CA_CERTS: '' },
    );
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/certificate.*NODE_EXTRA_CA_CERTS/);
    expect(run.stderr).not.toContain('hunter2');
  });
});

describe('behind a proxy', () => {
  let proxy: ForwardProxy;

  beforeEach(async () => {
    const port = Number(new URL(server.origin).port);
    proxy = await startForwardProxy({ hosts: { 'models.test:443': port }, login: 'user:hunter3' });
  });

  afterEach(() => proxy.stop());

  const MODEL_URL = `https://models.test/mlp3-healthy.safetensors?${SIGNATURE}`;

  test('an https:// address is reached through it, with its login', async () => {
    const run = await analyze([MODEL_URL], [], { HTTPS_PROXY: proxy.url });
    expect(run.stderr).toBe('');
    expect(run.exitCode).toBe(0);
    expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT models.test:443']));
  });

  test('that asks for a login the user is told so, and no secret is shown', async () => {
    const run = await analyze([MODEL_URL], ['--verbose'], {
      HTTPS_PROXY: proxy.url.replace('hunter3', 'hunter4'),
    });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/proxy asks for a login/);
    expect(run.stderr).not.toContain('hunter');
  });

  test('that is no proxy the user is told so', async () => {
    const run = await analyze([MODEL_URL], [], { HTTPS_PROXY: 'socks5://user:hunter3@127.0.0.1:1' });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/HTTPS_PROXY/);
    expect(run.stderr).not.toContain('hunter');
  });

  test.each([
    ['of this machine', 'https://127.0.0.1/admin'],
    ['of the cloud’s metadata service', 'https://169.254.169.254/latest/meta-data/'],
  ])('a redirect to an address %s is not followed', async (_, location) => {
    server.intercept = (_request, response) => void response.writeHead(302, { location }).end();
    const run = await analyze([MODEL_URL], [], { HTTPS_PROXY: proxy.url });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/is an address of this machine or of its own network/);
    expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT models.test:443']));
  });

  test('a redirect from https:// to http:// is not followed', async () => {
    server.intercept = (_, response) =>
      void response.writeHead(302, { location: 'http://models.test/mlp3-healthy.safetensors' }).end();
    const run = await analyze([MODEL_URL], [], { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/redirects to http:/);
    expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT models.test:443']));
  });

  test('NO_PROXY is gone to directly', async () => {
    const run = await analyze(
      [`${server.origin}/mlp3-healthy.safetensors`],
      ['--allow-private-addresses', 'true'],
      { HTTPS_PROXY: proxy.url, NO_PROXY: 'models.test,127.0.0.1' },
    );
    expect(run.exitCode).toBe(0);
    expect(proxy.requests).toEqual([]);
    expect(server.requests).not.toEqual([]);
  });

  test('GitHub and its storage are reached through it too', async () => {
    const api = await startGitHubApi();
    // GitHub's own client never asks a proxy for an address of this machine.
    const hosts = { 'api.test:80': Number(new URL(api.url).port) };
    const toGitHub = await startForwardProxy({ hosts, login: 'user:hunter3' });
    try {
      api.addRun({ id: 7 });
      const archive = buildZip([{ name: 'model.safetensors', bytes }]);
      const { id } = api.addArtifact({ name: 'candidate', runId: 7, bytes: archive });
      const env = {
        GITHUB_API_URL: 'http://api.test',
        GITHUB_REPOSITORY: 'acme/repo',
        GITHUB_TOKEN: TOKENS.workflow,
        HTTP_PROXY: toGitHub.url,
      };
      const run = await analyze(['artifact://candidate?run-id=7'], [], env);
      expect(run.stderr).toBe('');
      expect(run.exitCode).toBe(0);
      expect(toGitHub.requests).toContain('CONNECT api.test:80');
      expect(toGitHub.requests).toContain(`GET ${api.storage.origin}/${id}.zip?sig=${STORAGE_SIGNATURE}`);
    } finally {
      await Promise.all([api.stop(), toGitHub.stop()]);
    }
  });

  test('S3 is reached through it too', async () => {
    const s3 = await startS3();
    try {
      await s3.put('models', 'a/model.safetensors', bytes);
      const env = {
        AWS_ACCESS_KEY_ID: s3.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
        AWS_REGION: s3.region,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
        HTTP_PROXY: proxy.url,
      };
      const run = await analyze(['s3://models/a/model.safetensors'], [], env);
      expect(run.stderr).toBe('');
      expect(run.exitCode).toBe(0);
      expect(proxy.requests).toContainEqual(`HEAD ${s3.endpoint}/models/a/model.safetensors`);
      expect(proxy.requests).toContainEqual(`GET ${s3.endpoint}/models/a/model.safetensors?x-id=GetObject`);
    } finally {
      await s3.stop();
    }
  });
});
