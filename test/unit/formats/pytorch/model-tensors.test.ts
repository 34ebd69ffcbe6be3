import { describe, expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import {
  call,
  dict,
  globalOf,
  latin1,
  nnModule,
  orderedDict,
  type Pickled,
  tuple,
} from '../../../support/pickle-writer.ts';
import { buildTorchZip } from '../../../support/pytorch-builder.ts';
import { outcomeOf, readTensorsOf } from '../../../support/reading.ts';

type Tensors = Readonly<Record<'a' | 'b' | 'c', Pickled>>;

/** A file of three tensors in whatever object. */
const fileOf = (root: (tensors: Tensors) => Pickled) =>
  buildTorchZip({
    tensors: { a: { shape: [1] }, b: { shape: [2] }, c: { shape: [3] } },
    root: (tensors) => root(tensors as Tensors),
  });

/** Names, each with its size, which tells a, b and c apart. */
const namesIn = async (root: (tensors: Tensors) => Pickled) =>
  (await readTensorsOf(pytorch, fileOf(root))).map(({ name, shape }) => `${name}=${'abc'[shape[0]! - 1]}`);

const optimizer = (tensor: Pickled) =>
  dict({
    state: new Map([[0, dict({ step: 1, exp_avg: tensor })]]),
    param_groups: [dict({ lr: 0.1, params: [0] })],
  });

describe('a checkpoint', () => {
  test.each([
    'state_dict',
    'model_state_dict',
    'model_state',
    'model',
    'module',
    'net',
    'network',
    'weights',
    'params',
    'params_ema',
    'ema',
  ])(
    'with the model under the key %s gives the tensors relative to it, and none of the optimizer',
    async (key) => {
      const names = await namesIn(({ a, b, c }) =>
        dict({ epoch: 3, [key]: orderedDict({ 'x.weight': a, 'x.bias': b }), optimizer: optimizer(c) }),
      );
      expect(names).toEqual(['x.weight=a', 'x.bias=b']);
    },
  );

  test('with several of these keys gives the first in the order of preference that holds tensors', async () => {
    expect(await namesIn(({ a, b }) => dict({ model: dict({ m: a }), state_dict: dict({ s: b }) }))).toEqual([
      's=b',
    ]);
    expect(await namesIn(({ a }) => dict({ model: null, ema: dict({ e: a }) }))).toEqual(['e=a']);
    expect(
      await namesIn(({ a }) => dict({ state_dict: dict({ version: 1 }), model: dict({ m: a }) })),
    ).toEqual(['m=a']);
  });

  test('with a whole pickled module under such a key gives its state dict', async () => {
    const names = await namesIn(({ a }) =>
      dict({ epoch: 1, model: nnModule('my.Net', { parameters: { w: a } }) }),
    );
    expect(names).toEqual(['w=a']);
  });

  test('with several models under other keys gives all their tensors, and none of their optimizers', async () => {
    const names = await namesIn(({ a, b, c }) =>
      dict({
        generator: orderedDict({ w: a }),
        discriminator: orderedDict({ w: b }),
        optim_g: dict({ exp_avg: c }),
        nested: dict({ trainer: optimizer(c) }),
        lr_scheduler: dict({ last: c }),
        rng_state: [c],
      }),
    );
    expect(names).toEqual(['generator.w=a', 'discriminator.w=b']);
  });

  test('that is a state dict keeps tensors whose names sound like training', async () => {
    expect(await namesIn(({ a, b }) => orderedDict({ scaler: a, 'noise_scheduler.betas': b }))).toEqual([
      'scaler=a',
      'noise_scheduler.betas=b',
    ]);
    expect(await namesIn(({ a, b }) => dict({ model: a, 'x.weight': b }))).toEqual(['model=a', 'x.weight=b']);
  });

  test('may be a list, a lone tensor, or have numbers for keys', async () => {
    expect(await namesIn(({ a, b }) => [a, tuple(b)])).toEqual(['0=a', '1.0=b']);
    expect(await namesIn(({ a }) => a)).toEqual(['tensor=a']);
    expect(
      await namesIn(
        ({ a, b }) =>
          new Map<Pickled, Pickled>([
            [0, a],
            [12n, b],
            [tuple(1), a],
          ]),
      ),
    ).toEqual(['0=a', '12=b']);
  });

  test('of an optimizer alone is refused and says so', async () => {
    const alone = fileOf(({ a }) => optimizer(a));
    await expect(readTensorsOf(pytorch, alone)).rejects.toThrow(
      /state of a training run, such as an optimizer, and no model/,
    );
    const wrapped = fileOf(({ a }) => dict({ optimizer_state_dict: dict({ exp_avg: a }) }));
    await expect(readTensorsOf(pytorch, wrapped)).rejects.toThrow(/state of a training run/);
  });

  test('without tensors is refused and says what it holds', async () => {
    const says = async (root: Pickled) => {
      try {
        return await readTensorsOf(pytorch, buildTorchZip({ tensors: {}, root: () => root }));
      } catch (error) {
        return /it is (.*?)\. Nothing/.exec((error as Error).message)?.[1];
      }
    };
    expect(await says(null)).toBe('None');
    expect(await says('text')).toBe('a text');
    expect(await says(true)).toBe('a truth value');
    expect(await says(1.5)).toBe('a number');
    expect(await says([1, 2])).toBe('a list of 2');
    expect(await says(latin1('x'))).toBe('bytes');
    expect(await says(dict({}))).toBe('an empty dict');
    expect(await says(globalOf('os.system'))).toBe('the class or function "os.system"');
    expect(await says(call('my.Thing', []))).toBe('an object of "my.Thing"');
    expect(await says(dict({ a: 1, b: dict({}), c: null, d: 2, e: 3 }))).toBe(
      'a dict with "a": a number, "b": a dict, "c": None, and 2 more',
    );
  });
});

describe('a pickled module', () => {
  test('gives the names of its state dict: parameters, persistent buffers, then children', async () => {
    const names = await namesIn(({ a, b, c }) =>
      nnModule('my.Net', {
        modules: {
          layer: nnModule('torch.nn.modules.linear.Linear', { parameters: { weight: a, bias: null } }),
          none: null,
        },
        buffers: { mean: b, cache: c },
        transientBuffers: ['cache'],
        parameters: { scale: c },
      }),
    );
    expect(names).toEqual(['scale=c', 'mean=b', 'layer.weight=a']);
  });

  test('of torch.fx gives the same, though it is an argument of a function', async () => {
    const names = await namesIn(({ a }) =>
      call('torch.fx.graph_module.reduce_graph_module', [
        dict({
          _parameters: dict({}),
          _buffers: dict({}),
          _modules: dict({ x: nnModule('my.Net', { parameters: { w: a } }) }),
        }),
        'import torch',
      ]),
    );
    expect(names).toEqual(['x.w=a']);
  });

  test('with slots has its attributes in the first half of its state', async () => {
    const state = tuple(dict({ _parameters: dict({}), _modules: dict({}), _buffers: dict({}) }), dict({}));
    const names = await namesIn(({ a }) =>
      dict({
        model: nnModule('my.Net', {
          parameters: { w: a },
          modules: { empty: call('my.Slots', [], { state }) },
        }),
      }),
    );
    expect(names).toEqual(['w=a']);
  });

  test('that is no module gives nothing: attributes of other objects are not weights', async () => {
    expect(
      await outcomeOf(
        pytorch,
        fileOf(({ a }) => call('my.Thing', [a], { state: dict({ w: a }) })),
      ),
    ).toBe('NO_TENSORS');
  });
});

describe('tensors', () => {
  test('are found in every wrapper that torch puts around them', async () => {
    const names = await namesIn(({ a, b, c }) =>
      orderedDict({
        parameter: call('torch._utils._rebuild_parameter', [a, true, orderedDict({})]),
        withState: call('torch._utils._rebuild_parameter_with_state', [b, true, orderedDict({}), dict({})]),
        old: call('torch.nn.parameter.Parameter', [c, true]),
        device: call('torch._utils._rebuild_device_tensor_from_cpu_tensor', [
          a,
          'torch.float32',
          'hpu',
          true,
        ]),
        typed: call('torch._tensor._rebuild_from_type_v2', [
          globalOf('torch._utils._rebuild_parameter'),
          globalOf('my.Parameter'),
          tuple(b, true, orderedDict({})),
          dict({ note: 1 }),
        ]),
      }),
    );
    expect(names).toEqual(['parameter=a', 'withState=b', 'old=c', 'device=a', 'typed=b']);
  });

  test('without dense elements are listed and cannot be read', async () => {
    const size = call('torch.Size', [tuple(4, 5)]);
    const tensors = await readTensorsOf(
      pytorch,
      fileOf(({ a, b }) =>
        orderedDict({
          sparse: call('torch._utils._rebuild_sparse_tensor', [
            globalOf('torch.sparse_coo'),
            tuple(a, b, size),
          ]),
          meta: call('torch._utils._rebuild_meta_tensor_no_storage', [
            globalOf('torch.float32'),
            tuple(4, 5),
            tuple(5, 1),
            false,
          ]),
          other: call('torch._utils._rebuild_wrapper_subclass', [
            globalOf('my.Tensor'),
            globalOf('torch.float32'),
            tuple(4, 5),
          ]),
        }),
      ),
    );
    expect(tensors.map(({ dtype, shape, sizeBytes }) => [dtype, shape, sizeBytes])).toEqual([
      ['sparse', [4, 5], 0],
      ['meta', [4, 5], 0],
      ['tensor subclass', [4, 5], 0],
    ]);
    for (const tensor of tensors)
      await expect(tensor.readInto(new Uint8Array())).rejects.toThrow(/is not dense but/);
    const unsized = fileOf(() => orderedDict({ t: call('torch._utils._rebuild_sparse_tensor', [1, 2]) }));
    expect(await outcomeOf(pytorch, unsized)).toBe('BAD_TENSOR');
  });

  test('of a dtype of a later torch are listed under its name and cannot be read', async () => {
    const tensors = await readTensorsOf(
      pytorch,
      buildTorchZip({ tensors: { t: { shape: [3], bytes: latin1('abc'), torchDtype: 'int3' } } }),
    );
    expect(tensors.map(({ dtype, shape }) => [dtype, shape])).toEqual([['int3', [3]]]);
    await expect(tensors[0]!.readInto(new Uint8Array())).rejects.toThrow(/is not dense but int3/);
    const other = fileOf(() =>
      orderedDict({
        t: call('torch._utils._rebuild_tensor_v3', [1, 2, 3, 4, 5, 6, globalOf('evil.float32')]),
      }),
    );
    expect(await outcomeOf(pytorch, other)).toBe('BAD_TENSOR');
  });

  test('that are stored with their sign reversed are refused: their bytes are not their values', async () => {
    const negated = (flags: Pickled) =>
      fileOf(() =>
        orderedDict({
          t: call('torch._utils._rebuild_tensor_v2', [
            storage(),
            0,
            tuple(1),
            tuple(1),
            false,
            orderedDict({}),
            flags,
          ]),
        }),
      );
    const storage = () => ({
      write: () => [
        latin1(
          '(X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpuK\x01tQ',
        ),
      ],
    });
    expect(await outcomeOf(pytorch, negated(dict({ neg: true })))).toBe('BAD_TENSOR');
    expect(await outcomeOf(pytorch, negated(dict({ neg: false })))).not.toBe('BAD_TENSOR');
  });

  test('with one name are refused, since readers would not agree on which it is', async () => {
    expect(
      await outcomeOf(
        pytorch,
        fileOf(({ a, b }) => dict({ x: dict({ y: a }), 'x.y': b })),
      ),
    ).toBe('DUPLICATE_NAME');
    expect(
      await outcomeOf(
        pytorch,
        fileOf(({ a, b }) =>
          call('my.Dict', [], {
            entries: new Map<Pickled, Pickled>([
              [1, a],
              ['1', b],
            ]),
          }),
        ),
      ),
    ).toBe('DUPLICATE_NAME');
  });
});

describe('hostile structures', () => {
  const raw = (characters: string): Pickled => ({ write: () => [latin1(characters)] });

  test('that double with every level are walked once', async () => {
    // 200 lists, each of which holds the one before twice: 2^200 paths.
    const levels = Array.from(
      { length: 200 },
      (_, i) => `](h${String.fromCharCode(i)}h${String.fromCharCode(i)}eq${String.fromCharCode(i + 1)}`,
    );
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(`]q\x00${levels.join('')}`)),
      ),
    ).toBe('NO_TENSORS');
  });

  test('that contain themselves end, and give each tensor once', async () => {
    const names = await namesIn(({ a }) => ({
      write: () => [
        latin1('}q\x00X\x04\x00\x00\x00selfh\x00sX\x01\x00\x00\x00w'),
        ...(a as { write: () => Uint8Array[] }).write(),
        latin1('sX\x05\x00\x00\x00model}X\x02\x00\x00\x00uph\x00sX\x01\x00\x00\x00v'),
        ...(a as { write: () => Uint8Array[] }).write(),
        latin1('ss'),
      ],
    }));
    expect(names).toEqual(['v=a']);
  });

  test('that nest deeper than any real one are refused', async () => {
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(`${']'.repeat(400)}${'a'.repeat(399)}`)),
      ),
    ).toBe('NO_TENSORS');
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(`${']'.repeat(100_000)}${'a'.repeat(99_999)}`)),
      ),
    ).toBe('PICKLE_TOO_DEEP');
    const wrapped = `${'ctorch._utils\n_rebuild_parameter\n'.repeat(1000)}N${'\x85R'.repeat(1000)}`;
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(wrapped)),
      ),
    ).toBe('BAD_TENSOR');
  });

  test('of thousands of objects that share one large container are refused in seconds', async () => {
    const entries = `(${'h\x01N'.repeat(50_000)}u`;
    const setUp = `]}q\x00X\x01\x00\x00\x00kq\x010h\x00${entries}00`;
    const withState = `${setUp}(${'cmy\nThing\n)Rh\x00b'.repeat(5000)}e`;
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(withState)),
      ),
    ).toBe('PICKLE_TOO_LARGE');
    const withArgument = `${setUp}(${'cmy\nThing\nh\x00\x85R'.repeat(5000)}e`;
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(withArgument)),
      ),
    ).toBe('PICKLE_TOO_LARGE');
  });

  test('with names longer than any path of modules are refused, if a tensor has such a name', async () => {
    const long = 'x'.repeat(5000);
    expect(
      await outcomeOf(
        pytorch,
        fileOf(({ a }) => dict({ [long]: a })),
      ),
    ).toBe('NAME_TOO_LONG');
    expect(await namesIn(({ a }) => dict({ w: a, vocabulary: dict({ [long]: [1] }) }))).toEqual(['w=a']);
    // A key of 2 MB at each of 400 levels would make a text that is longer than texts can be.
    const key = `X\x00\x00\x20\x00${'x'.repeat(0x200000)}q\x000`;
    const nested = `${key}${'}h\x00'.repeat(400)}N${'s'.repeat(400)}`;
    expect(
      await outcomeOf(
        pytorch,
        fileOf(() => raw(nested)),
      ),
    ).toBe('NO_TENSORS');
  });

  test('that name one tensor more often than any model has tensors are refused', async () => {
    const file = fileOf(({ a }) => ({
      write: () => [
        latin1(']('),
        ...(a as { write: () => Uint8Array[] }).write(),
        latin1(`q\x00${'h\x00'.repeat(1_000_000)}e`),
      ],
    }));
    expect(await outcomeOf(pytorch, file)).toBe('TOO_MANY_TENSORS');
  });
});
