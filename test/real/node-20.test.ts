import { describe, expect, test } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { realComponent } from '../support/real-components.ts';

const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';

describe('on Node 20, which has no relaxed SIMD, the built command line', () => {
  const node = realComponent('node20');

  test.each(['wasm', 'reference'])(
    'finds with the %s engine what it finds on this Node, to 1e-9',
    async (engine) => {
      const args = ['analyze', OVERTRAINED, '--format', 'json', '--engine', engine];
      const [old, current] = await Promise.all([runCli(args, { node }), runCli(args)]);
      expect([old.exitCode, old.stderr]).toEqual([1, '']);
      const [before, after] = [JSON.parse(old.stdout), JSON.parse(current.stdout)];
      expect(before.tool.engine).toBe(engine);
      for (const [index, layer] of before.layers.entries()) {
        for (const column of ['alpha', 'norm', 'sv_min', 'xmin']) {
          expect(Math.abs(layer[column] / after.layers[index][column] - 1)).toBeLessThan(1e-9);
        }
      }
    },
  );

  test('shows its help and refuses a mistake as anywhere', async () => {
    expect((await runCli(['--help'], { node })).exitCode).toBe(0);
    expect((await runCli(['analyze', OVERTRAINED, '--min-alpha', 'two'], { node })).exitCode).toBe(2);
  });
});
