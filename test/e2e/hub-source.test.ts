import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { HUB_TOKEN, type HubServer, startHub } from '../support/hub-server.ts';
import { seededNormals } from '../support/random.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { CERTIFICATE } from '../support/web-server.ts';

let server: HubServer;
let healthy: Uint8Array;

beforeAll(async () => {
  server = await startHub({ isTls: true });
  healthy = await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`);
});

afterAll(() => server.stop());

const analyze = (reference: string, env: Readonly<Record<string, string>> = {}) =>
  runCli(['analyze', reference, '--format', 'json'], {
    env: { NODE_EXTRA_CA_CERTS: CERTIFICATE, HF_ENDPOINT: server.hub.origin, ...env },
  });

const numbersOf = (stdout: string) => ({ ...JSON.parse(stdout), model: null, timing: null });

describe('a model of a hub', () => {
  test('gives the same numbers as on disk, and neither token nor signature is seen', async () => {
    server.commit('org/name', { 'config.json': Buffer.from('{}'), 'model.safetensors': healthy });
    server.restrict('org/name', 'private');
    const [remote, local] = await Promise.all([
      analyze('hf://org/name', { HF_TOKEN: HUB_TOKEN }),
      analyze('examples/demo/mlp3-healthy.safetensors'),
    ]);
    expect(remote.stderr).toBe('');
    expect(numbersOf(remote.stdout)).toEqual(numbersOf(local.stdout));
    expect(JSON.parse(remote.stdout).model).toMatchObject({ source: 'hf://org/name@main/model.safetensors' });
    expect(remote.stdout).not.toMatch(/hunter2|hf_token/);
  });

  test('may lie in shards, which its index puts together', async () => {
    const draw = seededNormals(1);
    const shard = (name: string) => {
      const bytes = float32Bytes(Array.from({ length: 60 * 50 }, draw));
      return buildSafetensors({ [name]: { shape: [60, 50], bytes } });
    };
    const weightMap = { a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' };
    server.commit('org/sharded', {
      'model.safetensors.index.json': Buffer.from(JSON.stringify({ metadata: {}, weight_map: weightMap })),
      [weightMap.a]: shard('a'),
      [weightMap.b]: shard('b'),
    });
    const run = await analyze('hf://org/sharded');
    expect(run.stderr).toBe('');
    const [report, ...others] = [JSON.parse(run.stdout)].flat();
    expect(others).toEqual([]);
    expect(report.model.source).toBe('hf://org/sharded@main/model.safetensors.index.json');
    expect(report.layers.map(({ longname }: { longname: string }) => longname)).toEqual(['a', 'b']);
  });

  test('is reached through a proxy', async () => {
    server.commit('org/public', { 'model.safetensors': healthy });
    const hosts = { 'hub.test:443': Number(new URL(server.hub.origin).port) };
    const proxy = await startForwardProxy({ hosts });
    try {
      const run = await analyze('hf://org/public', {
        HF_ENDPOINT: 'https://hub.test',
        HTTPS_PROXY: proxy.url,
      });
      expect(run.stderr).toBe('');
      expect(run.exitCode).toBe(0);
      const { port } = new URL(server.cdn.origin);
      expect(new Set(proxy.requests)).toEqual(new Set(['CONNECT hub.test:443', `CONNECT 127.0.0.1:${port}`]));
    } finally {
      await proxy.stop();
    }
  });
});
