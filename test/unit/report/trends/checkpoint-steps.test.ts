import { describe, expect, test } from '@jest/globals';
import { checkpointSteps } from '../../../../src/report/trends/checkpoint-steps.ts';

describe('the steps of checkpoints', () => {
  test.each<[string, string[], number[] | undefined]>([
    ['are numbers, not words', ['ckpt-10.pt', 'ckpt-9.pt', 'ckpt-0100.pt'], [10, 9, 100]],
    [
      'are in the folder, where the files have one name',
      [
        'run2/checkpoint-500/model-00001-of-00002.safetensors',
        'run2/checkpoint-1000/model-00001-of-00002.safetensors',
      ],
      [500, 1000],
    ],
    [
      'are what follows "step", also behind an epoch',
      ['epoch=1-step=900.ckpt', 'epoch=2-step=300.ckpt'],
      [900, 300],
    ],
    ['are what follows "iter", where no step is named', ['a_iter_20_v2.pt', 'b_iter_3_v2.pt'], [20, 3]],
    ['are epochs, where several have the same step', ['epoch1-step0.pt', 'epoch2-step0.pt'], [1, 2]],
    ['are not a loss that differs too', ['epoch_02_loss_0.91.pt', 'epoch_10_loss_0.17.pt'], [2, 10]],
    ['are the first number that differs', ['v2-100-acc7.pt', 'v2-200-acc9.pt'], [100, 200]],
    ['are the last number, where the words differ', ['warmup-3-100.pt', 'decay-200.pt'], [100, 200]],
    ['are not told by a name without a number', ['ckpt-1.pt', 'final.pt'], undefined],
    ['are not told by names that have the same number', ['a/ckpt-1.pt', 'b/ckpt-1.pt'], undefined],
    [
      'are not told by numbers that are too large to tell apart',
      ['9007199254740993.pt', '9007199254740992.pt'],
      undefined,
    ],
    ['are not in the suffix', ['m1.h5', 'm2.h5'], [1, 2]],
    ['of a single checkpoint are its number', ['ckpt-7.pt'], [7]],
  ])('%s', (_, names, steps) => {
    expect(checkpointSteps(names)).toEqual(steps);
  });

  test('of long names without numbers are soon known not to be there', () => {
    const name = 'step'.repeat(20_000);
    expect(checkpointSteps([name, `${name}x`])).toBeUndefined();
  });
});
