import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseReports } from '../../src/report/parse-report.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trainCheckpoints } from '../support/trained-checkpoints.ts';

const folder = temporaryFolder();
let files: string[];

beforeAll(async () => {
  files = await trainCheckpoints(folder, [0, 1, 2, 5, 10]);
});

describe('analyze --series over the checkpoints of a real training', () => {
  test('shows at which step each layer fell below its threshold', async () => {
    const { exitCode, stdout, stderr } = await runCli(['analyze', 'ckpt-*.safetensors', '--series'], {
      cwd: folder,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(/^SERIES {2}step 0 to 600: 2 of 2 layers below the threshold, from step 300 on/);
    expect(stdout).toMatch(/^fc1 .* 300$/m);
    // As text 120 would come before 60, and 600 before both.
    expect([...stdout.matchAll(/ckpt-(\d+)\.safetensors/g)].map(([, step]) => Number(step))).toEqual([
      0, 60, 120, 300, 600,
    ]);
  });

  test.each([
    ['named one by one, in any order', () => files.toReversed()],
    ['in a directory', () => [folder]],
    ['matched by a glob', () => [path.join(folder, 'ckpt-*')]],
  ])(
    'gives the list of reports that JSON has of several models, in the order of the steps: %s',
    async (_, models) => {
      const { stdout } = await runCli(['analyze', ...models(), '--series', '--format', 'json']);
      const reports = parseReports(stdout, 'standard output');
      expect(reports.map(({ model }) => model.source)).toEqual(files);
      const [first, , , last] = reports.map(({ layers }) => layers[0]!.alpha!);
      expect(first).toBeGreaterThan(6);
      expect(last).toBeLessThan(2);
    },
  );

  test('writes a page with a line for each layer, and Markdown', async () => {
    const [page, markdown] = ['series.html', 'series.md'].map((name) => path.join(folder, name));
    await runCli(['analyze', folder, '--series', '-o', page!, '-o', markdown!]);
    const html = await readFile(page!, 'utf8');
    expect(html.match(/<path class="line line-\d"/g)).toHaveLength(2);
    expect(html.match(/<g class="points line-0">(?:<circle [^>]*>){5}<\/g>/g)).toHaveLength(1);
    expect(await readFile(markdown!, 'utf8')).toMatch(/\| `fc1` \| .* \| 300 \|/);
  });

  test('is not for other commands', async () => {
    const { exitCode, stderr } = await runCli(['describe', folder, '--series']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/option --series: belongs to analyze, not to describe/);
  });
});
