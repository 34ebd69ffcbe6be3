import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readBytes } from '../../../../src/sources/byte-source.ts';
import { locate } from '../../../../src/sources/locate.ts';
import { HUB_TOKEN, type HubServer, startHub } from '../../../support/hub-server.ts';

const WEIGHTS = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) & 0xff);
const CONFIG = Buffer.from('{"model_type":"test"}');

let server: HubServer;

beforeEach(async () => {
  server = await startHub();
});

afterEach(() => server.stop());

const find = (reference: string, options: { hubToken?: string } = {}) =>
  locate(reference, { cwd: '/', hubEndpoint: server.hub.origin, ...options });

describe('a repository of a hub', () => {
  test('is its safetensors, where it has any, with their siblings', async () => {
    server.commit('org/name', {
      'config.json': CONFIG,
      'model.safetensors': WEIGHTS,
      'pytorch_model.bin': WEIGHTS,
      'onnx/model.onnx': WEIGHTS,
    });
    const { reference, kind, files } = await find('hf://org/name');
    expect(reference).toBe('hf://org/name@main');
    expect(kind).toBe('folder');
    expect(files.map(({ name, path, sizeBytes }) => ({ name, path, sizeBytes }))).toEqual([
      { name: 'hf://org/name@main/model.safetensors', path: 'model.safetensors', sizeBytes: 3000 },
    ]);
    const sibling = await files[0]!.sibling('config.json');
    const source = await sibling!.open();
    expect(await readBytes(source, 0, source.sizeBytes)).toEqual(new Uint8Array(CONFIG));
    expect(await source.identity()).toMatch(/^git:[0-9a-f]{40}$/);
    expect(await files[0]!.sibling('gone.json')).toBeUndefined();
    expect(await files[0]!.sibling('../x')).toBeUndefined();
  });

  test('is all that it holds, where it has no safetensors', async () => {
    server.commit('org/name', { 'README.md': CONFIG, 'pytorch_model.bin': WEIGHTS });
    expect((await find('hf://org/name')).files.map(({ path }) => path)).toEqual([
      'README.md',
      'pytorch_model.bin',
    ]);
  });

  test.each([
    ['a file', 'a/one.safetensors', 'file', ['a/one.safetensors']],
    ['a folder', 'a', 'folder', ['a/one.safetensors', 'a/two.safetensors']],
    ['a glob', '**/t*.safetensors', 'file', ['a/two.safetensors']],
  ])('may be narrowed to %s', async (_, path, kind, paths) => {
    server.commit('org/name', {
      'a/one.safetensors': WEIGHTS,
      'a/two.safetensors': WEIGHTS,
      'b.bin': WEIGHTS,
    });
    const located = await find(`hf://org/name@main/${path}`);
    expect(located.kind).toBe(kind);
    expect(located.files.map((file) => file.path)).toEqual(paths);
  });

  test('is listed over all pages', async () => {
    server.filesPerPage = 7;
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `model-${String(i + 1).padStart(5, '0')}-of-00040.safetensors`,
        WEIGHTS,
      ]),
    );
    server.commit('org/name', files);
    expect((await find('hf://org/name')).files).toHaveLength(40);
  });

  test('is read by ranges from where the hub redirects, by a content’s own name', async () => {
    server.commit('org/name', { 'model.safetensors': WEIGHTS });
    const source = await (await find('hf://org/name')).files[0]!.open();
    expect(await readBytes(source, 100, 200)).toEqual(WEIGHTS.slice(100, 200));
    expect(await source.identity()).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(server.cdn.requests.at(-1)?.headers.range).toBe('bytes=100-199');
  });

  test('stays the commit that it was when something is pushed', async () => {
    const first = server.commit('org/name', { 'model.safetensors': WEIGHTS });
    const { files } = await find('hf://org/name');
    server.commit('org/name', { 'model.safetensors': WEIGHTS.slice(5) });
    const source = await files[0]!.open();
    expect(await readBytes(source, 0, 3000)).toEqual(WEIGHTS);
    expect((await find(`hf://org/name@${first}`)).files[0]?.sizeBytes).toBe(3000);
    expect((await find('hf://org/name')).files[0]?.sizeBytes).toBe(2995);
  });
});

describe('the token of a hub', () => {
  test('opens private repositories, and goes to no other host', async () => {
    server.commit('org/name', { 'model.safetensors': WEIGHTS });
    server.restrict('org/name', 'private');
    const source = await (await find('hf://org/name', { hubToken: HUB_TOKEN })).files[0]!.open();
    await readBytes(source, 0, 10);
    const tokens = (requests: HubServer['hub']['requests']) =>
      new Set(requests.map(({ headers }) => headers.authorization));
    expect(tokens(server.hub.requests)).toEqual(new Set([`Bearer ${HUB_TOKEN}`]));
    expect(tokens(server.cdn.requests)).toEqual(new Set([undefined]));
  });
});

describe('a repository that cannot be read', () => {
  test.each([
    [
      'is not there',
      'hf://org/gone',
      'HUB_NO_REPOSITORY',
      /no repository org\/gone, or it is private.*hf-token/,
    ],
    ['is private', 'hf://org/private', 'HUB_NO_REPOSITORY', /hf-token/],
    ['is gated', 'hf://org/gated', 'HUB_GATED', /Ask for it on the page/],
    ['has no such revision', 'hf://org/name@v9', 'HUB_NO_REVISION', /no revision v9/],
    ['has no such file', 'hf://org/name/modle.safetensors', 'NOTHING_FOUND', /"model\.safetensors"/],
  ])('says that it %s', async (_, reference, code, words) => {
    for (const repository of ['org/name', 'org/private', 'org/gated'])
      server.commit(repository, { 'model.safetensors': WEIGHTS });
    server.restrict('org/private', 'private');
    server.restrict('org/gated', 'gated');
    const error = await find(reference, { hubToken: 'hunter2' }).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'SourceError', code });
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('hunter2');
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['no list', '{}'],
  ])('is refused when the hub answers with %s', async (_, body) => {
    server.hub.intercept = (_request, response) => void response.writeHead(200).end(body);
    await expect(find('hf://org/name')).rejects.toMatchObject({ code: 'WEB_BAD_REPLY' });
  });

  test('is not followed to another hub by its pages', async () => {
    server.commit('org/name', { 'model.safetensors': WEIGHTS });
    const { intercept } = server.hub;
    server.hub.intercept = (request, response, answer) => {
      response.setHeader('link', `<${server.cdn.origin}/tree>; rel="next"`);
      intercept!(request, response, answer);
    };
    await find('hf://org/name');
    expect(server.cdn.requests).toEqual([]);
  });

  test('has a hub with an address', async () => {
    const located = locate('hf://org/name', { cwd: '/', hubEndpoint: 'https://user:hunter2@hub' });
    await expect(located).rejects.toMatchObject({ name: 'ConfigError', code: 'BAD_HUB_ENDPOINT' });
  });
});
