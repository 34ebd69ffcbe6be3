import { FormatError } from '../../errors.ts';
import { asObject, readJsonFile } from '../../formats/json.ts';
import { MAX_ADAPTER_CONFIG_BYTES, MAX_MODULE_DEPTH } from '../../limits.ts';
import type { FileEntry, ReadOptions } from '../../sources/byte-source.ts';

export const ADAPTER_CONFIG = 'adapter_config.json';

/** What an adapter's configuration says about its products, under PEFT's names and with its defaults. */
export interface AdapterConfig {
  /** For messages. */
  readonly fileName: string;
  /** At least 1. */
  readonly r: number | undefined;
  readonly loraAlpha: number;
  readonly useRslora: boolean;
  readonly useDora: boolean;
  /** Whether weights are stored as input by output features (GPT-2's Conv1D). */
  readonly fanInFanOut: boolean;
  /** Whether single modules have ranks of their own. */
  readonly hasRankPattern: boolean;
  /** lora_alpha of modules by name, `^` and a full one or the end of one. */
  readonly alphaPattern: ReadonlyMap<string, ModuleAlpha>;
  /** Whether tensors of several experts are adapted, whose factors lie one after the other in one A and one B. */
  readonly hasTargetParameters: boolean;
}

interface ModuleAlpha {
  readonly alpha: number;
  /** Where several names match a module, the lowest counts. */
  readonly order: number;
}

/** What PEFT puts before the names of a model's modules. */
export const PEFT_PREFIX = /^base_model\.model\./;

/** PEFT's own, for a configuration that does not say. */
const DEFAULT_LORA_ALPHA = 8;

/**
 * Reads the configuration beside an adapter's weights. The model that it names is never looked for.
 *
 * @returns undefined where there is none.
 * @throws FormatError `BAD_ADAPTER_CONFIG`, `NOT_LORA`, `NOT_JSON`, …
 */
export async function readAdapterConfig(
  weights: FileEntry,
  options?: ReadOptions,
): Promise<AdapterConfig | undefined> {
  const file = await weights.sibling(ADAPTER_CONFIG);
  if (file === undefined) return undefined;
  const bad = (problem: string) => badConfig(file.name, problem);
  return parseAdapterConfig(await readJsonFile(file, MAX_ADAPTER_CONFIG_BYTES, bad, options), file.name);
}

function parseAdapterConfig(json: unknown, fileName: string): AdapterConfig {
  const config = asObject(json);
  if (config === undefined) throw badConfig(fileName, 'it is no JSON object');
  const type = config.get('peft_type') ?? 'LORA';
  if (type !== 'LORA') {
    throw new FormatError({
      code: 'NOT_LORA',
      subject: fileName,
      problem: `its peft_type is ${show(type)}, and only the factors of LORA multiply to B·A`,
      cure: 'Turn peft off to analyse the stored tensors',
    });
  }
  const read = <Value>(key: string, isValid: (value: unknown) => value is Value, expected: string) => {
    const value = config.get(key) ?? undefined;
    if (value === undefined || isValid(value)) return value;
    throw badConfig(fileName, `its ${key} is ${show(value)}, not ${expected}`);
  };
  const flag = (key: string) => read(key, (value) => typeof value === 'boolean', 'true or false') ?? false;
  const pattern = (key: string) => asObject(read(key, isMapping, 'a mapping of modules')) ?? new Map();
  return {
    fileName,
    r: read('r', isRank, 'a whole number from 1 on'),
    loraAlpha: read('lora_alpha', isFiniteNumber, 'a number') ?? DEFAULT_LORA_ALPHA,
    useRslora: flag('use_rslora'),
    useDora: flag('use_dora'),
    fanInFanOut: flag('fan_in_fan_out'),
    hasRankPattern: pattern('rank_pattern').size > 0,
    alphaPattern: parseAlphaPattern(pattern('alpha_pattern'), fileName),
    hasTargetParameters: (read('target_parameters', Array.isArray, 'a list') ?? []).length > 0,
  };
}

/**
 * PEFT takes the names for regular expressions. Of one that comes with a model there is no telling how long it runs,
 * so that only plain names are taken, with dots escaped or not.
 */
function parseAlphaPattern(entries: ReadonlyMap<string, unknown>, fileName: string) {
  const alphas = new Map<string, ModuleAlpha>();
  for (const [pattern, alpha] of entries) {
    const name = pattern.replaceAll('\\.', '.');
    if (!/^\^?[\w.-]+$/.test(name) || !isFiniteNumber(alpha)) {
      const entry = show({ [pattern]: alpha });
      throw badConfig(fileName, `its alpha_pattern has ${entry}, not a module's name with a number`);
    }
    if (!alphas.has(name)) alphas.set(name, { alpha, order: alphas.size });
  }
  return alphas;
}

/** What B·A of a module is multiplied with when it is added to the weights: alpha/r, or alpha/√r for rsLoRA. */
export function scaleOf(config: AdapterConfig, module: string, rank: number): number {
  let own: ModuleAlpha | undefined;
  for (const name of namesOf(module.replace(PEFT_PREFIX, ''))) {
    const entry = config.alphaPattern.get(name);
    if (entry !== undefined && (own === undefined || entry.order < own.order)) own = entry;
  }
  return (own?.alpha ?? config.loraAlpha) / (config.useRslora ? Math.sqrt(rank) : rank);
}

/** `^a.b.c`, `c`, `b.c`, `a.b.c` */
function namesOf(module: string): string[] {
  const names = [`^${module}`];
  let dot = module.length;
  for (let depth = 0; depth < MAX_MODULE_DEPTH && dot !== -1; depth++) {
    dot = module.lastIndexOf('.', dot - 1);
    names.push(module.slice(dot + 1));
  }
  return names;
}

/** A value from the file, fit for a message. */
function show(value: unknown): string {
  return JSON.stringify(value).slice(0, 200);
}

function isRank(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isMapping(value: unknown): value is object {
  return asObject(value) !== undefined;
}

export function badConfig(fileName: string, problem: string): FormatError {
  return new FormatError({
    code: 'BAD_ADAPTER_CONFIG',
    subject: fileName,
    problem: `as the configuration of a LoRA adapter, ${problem}`,
    cure: 'Save the adapter again, or turn peft off to analyse the stored tensors',
  });
}
