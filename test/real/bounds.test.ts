import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import { startCountingProxy } from '../support/counting-proxy.ts';
import { seededNormals } from '../support/random.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
let s3: S3Server;

beforeAll(async () => {
  s3 = await startVersityGw();
});

afterAll(async () => {
  await s3.stop();
});

const gaussian = (rows: number, cols: number) => {
  const normal = seededNormals(5);
  return float32Bytes(Float64Array.from({ length: rows * cols }, normal));
};

describe('what is read', () => {
  test('from S3 is hardly more than the layers that are analysed and the header', async () => {
    // A large table that is left out, between two layers.
    const small = { shape: [1024, 512], bytes: gaussian(1024, 512) };
    const file = buildSafetensors({
      'a.weight': small,
      'table.weight': { shape: [60_000, 64] },
      'z.weight': small,
    });
    await s3.put('models', 'table.safetensors', file);
    const proxy = await startCountingProxy(Number(new URL(s3.endpoint).port));
    const { exitCode, stderr } = await runCli(
      [
        'analyze',
        's3://models/table.safetensors',
        '--s3-endpoint',
        `http://127.0.0.1:${proxy.port}`,
        '--aws-region',
        s3.region,
      ],
      { env: { AWS_ACCESS_KEY_ID: s3.accessKeyId, AWS_SECRET_ACCESS_KEY: s3.secretAccessKey } },
    );
    await proxy.stop();
    expect([exitCode, stderr]).toEqual([0, '']);
    const analysed = 2 * 1024 * 512 * 4;
    const header = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
    // Two heads of a kilobyte and the replies' own headers come to a few kilobytes.
    expect(proxy.received()).toBeLessThan(1.02 * analysed + header);
    expect(proxy.received()).toBeGreaterThan(analysed);
  });

  test('of a 20 GB file with three small layers takes less than 300 MB of memory', async () => {
    const model = path.join(folder, 'sparse.safetensors');
    const layer = gaussian(128, 64);
    const [rows, cols] = [50_001, 100_000];
    const entries = [
      ['a.weight', [128, 64]],
      ['b.weight', [128, 64]],
      ['table.weight', [rows, cols]],
      ['z.weight', [128, 64]],
    ] as const;
    let end = 0;
    const header: Record<string, unknown> = {};
    const starts: Record<string, number> = {};
    for (const [name, shape] of entries) {
      starts[name] = end;
      end += shape[0] * shape[1] * 4;
      header[name] = { dtype: 'F32', shape, data_offsets: [starts[name], end] };
    }
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(text.length));
    const handle = await open(model, 'w');
    await handle.write(length, 0, 8, 0);
    await handle.write(text, 0, text.length, 8);
    for (const name of ['a.weight', 'b.weight', 'z.weight'])
      await handle.write(layer, 0, layer.length, 8 + text.length + starts[name]!);
    await handle.truncate(8 + text.length + end);
    await handle.close();

    const { exitCode, peakBytes, stdout } = await runMeasured(['analyze', model, '--format', 'json']);
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.layers.map(({ name }: { name: string }) => name)).toEqual(['a', 'b', 'z']);
    expect(report.skipped).toEqual([
      { name: 'table.weight', reason: '50001 eigenvalues, more than max_evals = 15000' },
    ]);
    expect(report.model.bytes).toBeGreaterThan(20e9);
    expect(peakBytes).toBeLessThan(300e6);
  });
});

/** Runs the built command line and asks Linux for the most memory it had at once. */
async function runMeasured(
  args: readonly string[],
): Promise<{ exitCode: number | null; stdout: string; peakBytes: number }> {
  const script = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const measure = `data:text/javascript,${encodeURIComponent(script)}`;
  const child = spawn(process.execPath, ['--import', measure, `${PROJECT}dist/cli/index.js`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const peaks = [...stderr.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) * 1024);
  return { exitCode, stdout, peakBytes: Math.max(...peaks) };
}
