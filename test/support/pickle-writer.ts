import { concat, text, u16, u32 } from './zip-builder.ts';

/** Something to pickle. Plain arrays are lists, Maps are dicts; everything else Python-like has a function below. */
export type Pickled =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Pickled[]
  | PickledMap
  | Special;

export interface PickledMap extends ReadonlyMap<Pickled, Pickled> {}

interface Special {
  readonly write: () => readonly Uint8Array[];
}

/** Writes a pickle of protocol 2, without a memo. */
export function writePickle(value: Pickled): Uint8Array<ArrayBuffer> {
  return concat([latin1('\x80\x02'), ...write(value), latin1('.')]);
}

export function tuple(...items: readonly Pickled[]): Pickled {
  return { write: () => [latin1('('), ...items.flatMap(write), latin1('t')] };
}

export function dict(entries: Readonly<Record<string, Pickled>>): Pickled {
  return new Map(Object.entries(entries));
}

/** A class or function, such as `globalOf('torch.FloatStorage')`. */
export function globalOf(name: string): Pickled {
  const dot = name.lastIndexOf('.');
  return { write: () => [latin1(`c${name.slice(0, dot)}\n${name.slice(dot + 1)}\n`)] };
}

/** A call as REDUCE writes it, and what is then done to the object. */
export function call(
  name: string,
  args: readonly Pickled[],
  then: { readonly state?: Pickled; readonly entries?: PickledMap; readonly items?: readonly Pickled[] } = {},
): Pickled {
  return {
    write: () => [
      ...write(globalOf(name)),
      ...write(tuple(...args)),
      latin1('R'),
      ...(then.entries === undefined ? [] : setItems(then.entries)),
      ...(then.items === undefined ? [] : [latin1('('), ...then.items.flatMap(write), latin1('e')]),
      ...(then.state === undefined ? [] : [...write(then.state), latin1('b')]),
    ],
  };
}

export function orderedDict(entries: Readonly<Record<string, Pickled>>): Pickled {
  return call('collections.OrderedDict', [], { entries: new Map(Object.entries(entries)) });
}

export function persistent(id: Pickled): Pickled {
  return { write: () => [...write(id), latin1('Q')] };
}

/** A pickled torch.nn.Module. */
export function nnModule(
  className: string,
  parts: {
    readonly parameters?: Readonly<Record<string, Pickled>>;
    readonly buffers?: Readonly<Record<string, Pickled>>;
    readonly transientBuffers?: readonly string[];
    readonly modules?: Readonly<Record<string, Pickled>>;
  },
): Pickled {
  const state = dict({
    training: false,
    _parameters: orderedDict(parts.parameters ?? {}),
    _buffers: orderedDict(parts.buffers ?? {}),
    _non_persistent_buffers_set: call('__builtin__.set', [parts.transientBuffers ?? []]),
    _forward_hooks: orderedDict({}),
    _modules: orderedDict(parts.modules ?? {}),
  });
  return call(className, [], { state });
}

/** Bytes by their characters' codes: `latin1('\x80\x02N.')` is a pickle. */
export function latin1(characters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

function write(value: Pickled): readonly Uint8Array[] {
  if (value === null) return [latin1('N')];
  if (typeof value === 'boolean') return [latin1(value ? '\x88' : '\x89')];
  if (typeof value === 'string') return [latin1('X'), u32(text(value).length), text(value)];
  if (value instanceof Uint8Array) return [latin1('B'), u32(value.length), value];
  if (typeof value === 'bigint') return [latin1(`L${value}L\n`)];
  if (typeof value === 'number') return writeNumber(value);
  if (value instanceof Map) return [latin1('}'), ...setItems(value)];
  if (Array.isArray(value)) return [latin1(']('), ...value.flatMap(write), latin1('e')];
  return (value as Special).write();
}

function writeNumber(value: number): readonly Uint8Array[] {
  if (Number.isInteger(value) && value >= 0 && value < 0x10000) return [latin1('M'), u16(value)];
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return [latin1('J'), u32(value)];
  if (Number.isSafeInteger(value)) return write(BigInt(value));
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return [latin1('G'), bytes];
}

function setItems(entries: PickledMap): readonly Uint8Array[] {
  return [
    latin1('('),
    ...[...entries].flatMap(([key, value]) => [...write(key), ...write(value)]),
    latin1('u'),
  ];
}
