import { parseArgs } from 'node:util';
import { type PartialSettings, parseText, SETTING_NAMES, settingOf } from '../../settings/resolve.ts';
import { noReport } from '../no-report.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../render.ts';
import { COMMAND_OPTIONS, COMMANDS, type CommandName, FORMATS_OF } from './commands.ts';
import { type PlotArguments, plotArguments } from './plot-arguments.ts';
import { type OptionValues, usage } from './usage.ts';

/** A command line, understood. */
export interface Arguments {
  /** Undefined for `--help` and `--version` alone, and for no words at all. */
  readonly command: CommandName | undefined;
  readonly models: readonly string[];
  readonly settings: PartialSettings;
  readonly config: string | undefined;
  readonly format: DocumentFormat;
  readonly outputs: readonly { readonly path: string; readonly format: DocumentFormat }[];
  /** Undefined for commands other than `plot`. */
  readonly plot: PlotArguments | undefined;
  /** Where `smooth` writes the model; undefined for other commands. */
  readonly weights: string | undefined;
  /** Whether the models of `analyze` are the checkpoints of one training. */
  readonly series: boolean;
  /** Whether the report is to be shown in the browser. */
  readonly open: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws ConfigError naming the word that cannot be used. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = tokenize(argv);
  const [word, ...models] = positionals;
  const help = values['help'] === true;
  const command = word === undefined ? undefined : commandOf(word);
  if (!help) checkModels(command, models);
  if (!help) checkOptions(command, values);
  const format = readFormat((values['format'] as string | undefined) ?? 'table');
  const paths = (values['output'] as string[] | undefined) ?? [];
  const isSmooth = command === 'smooth' && !help;
  const weights = isSmooth ? weightsPath(paths) : undefined;
  const isPlot = command === 'plot' && !help;
  const plot = isPlot ? plotArguments(values, paths) : undefined;
  const outputs = isSmooth || isPlot ? [] : paths.map((path) => ({ path, format: formatOfPath(path) }));
  checkFormats(command, [format, ...outputs.map((output) => output.format)]);
  return {
    command,
    models,
    settings: readSettings(values),
    config: values['config'] as string | undefined,
    format,
    outputs,
    plot,
    weights,
    series: values['series'] === true,
    open: values['open'] === true,
    force: values['force'] === true,
    quiet: values['quiet'] === true,
    verbose: values['verbose'] === true,
    help,
    version: values['version'] === true,
  };
}

/** Options that mean nothing to a command must not be given to it in vain. */
function checkOptions(command: CommandName | undefined, values: OptionValues): void {
  for (const { name, only } of COMMAND_OPTIONS) {
    if (only === undefined || command === undefined || values[name] === undefined) continue;
    if (only.includes(command)) continue;
    throw usage(
      'BAD_OPTION',
      `option --${name}`,
      `belongs to ${only.join(', ')}, not to ${command}`,
      'Leave it out',
    );
  }
}

function checkFormats(command: CommandName | undefined, formats: readonly DocumentFormat[]): void {
  const known = command && FORMATS_OF[command];
  const unknown = known && formats.find((format) => !known.includes(format));
  if (unknown === undefined) return;
  throw usage(
    'UNKNOWN_FORMAT',
    unknown === formats[0] ? 'option --format' : 'option --output',
    `${command} has no ${unknown}`,
    `It must be one of ${known!.join(', ')}`,
  );
}

function checkModels(command: CommandName | undefined, models: readonly string[]): void {
  if ((command === 'merge' || command === 'publish') && models.length === 0)
    throw noReport(command, 'no report is named');
  if (command !== undefined && command !== 'demo' && models.length === 0) {
    throw usage(
      'NO_MODEL',
      command,
      'no model is named',
      'Name a file, a directory, a glob or s3://bucket/key',
    );
  }
  if (command === 'compare' && models.length !== 2) {
    throw usage(
      'TWO_MODELS',
      command,
      `takes two models, not ${models.length}`,
      'Name the one to compare with, then the one to compare',
    );
  }
  if ((command === 'init' || command === 'smooth' || command === 'plot') && models.length > 1) {
    throw usage(
      'ONE_MODEL',
      command,
      `takes one model, not ${models.length}`,
      command === 'init' ? 'Name the model that the gate begins with' : `Name the model to ${command}`,
    );
  }
  if (command === 'demo' && models.length > 0) {
    throw usage('DEMO_TAKES_NO_MODEL', command, 'takes no model', `Try: alphagate analyze ${models[0]}`);
  }
}

function tokenize(argv: readonly string[]): { values: OptionValues; positionals: string[] } {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }> = {};
  for (const { name, placeholder, repeatable, short } of COMMAND_OPTIONS) {
    options[name] = {
      type: placeholder === undefined ? 'boolean' : 'string',
      ...(repeatable && { multiple: true }),
      ...(short !== undefined && { short }),
    };
  }
  for (const name of SETTING_NAMES) {
    const { option, repeatable } = settingOf(name);
    if (option !== undefined) options[option] = { type: 'string', multiple: repeatable === true };
  }
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (cause) {
    // Node's own words name the option; only their first sentence fits one line.
    const problem = (cause as Error).message.split(/[.\n] ?/)[0]!;
    throw usage('BAD_OPTION', 'command line', lowerFirst(problem), 'See alphagate --help', cause);
  }
}

function commandOf(word: string): CommandName {
  const command = COMMANDS.find(({ name }) => name === word);
  if (command !== undefined) return command.name;
  const names = COMMANDS.map(({ name }) => name).join(', ');
  throw usage(
    'UNKNOWN_COMMAND',
    JSON.stringify(word),
    'is not a command',
    `Commands are ${names}; see alphagate --help`,
  );
}

function readSettings(values: OptionValues): PartialSettings {
  const settings: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const { option, repeatable } = settingOf(name);
    const value = option === undefined ? undefined : values[option];
    if (value === undefined) continue;
    const text = repeatable ? (value as string[]).join('\n') : (value as string);
    settings[name] = parseText(name, text, `option --${option}`);
  }
  return settings as PartialSettings;
}

function readFormat(word: string): DocumentFormat {
  const format = DOCUMENT_FORMATS.find(({ name }) => name === word);
  if (format !== undefined) return format.name;
  const names = DOCUMENT_FORMATS.map(({ name }) => name).join(', ');
  throw usage(
    'UNKNOWN_FORMAT',
    'option --format',
    `${JSON.stringify(word)} is not a format`,
    `It must be one of ${names}`,
  );
}

function weightsPath(paths: readonly string[]): string {
  const [path] = paths;
  if (path !== undefined && paths.length === 1 && path.toLowerCase().endsWith('.safetensors')) return path;
  throw usage(
    'UNKNOWN_FORMAT',
    'option --output',
    path === undefined
      ? 'smooth has nowhere to write to'
      : `smooth cannot write ${JSON.stringify(paths.join(', '))}`,
    'Name one file that ends in .safetensors',
  );
}

function formatOfPath(path: string): DocumentFormat {
  const format = DOCUMENT_FORMATS.find(({ suffix }) => path.toLowerCase().endsWith(suffix));
  if (format !== undefined) return format.name;
  const suffixes = DOCUMENT_FORMATS.map(({ suffix }) => suffix).join(', ');
  throw usage(
    'UNKNOWN_FORMAT',
    'option --output',
    `${JSON.stringify(path)} has a suffix that no report has`,
    `It must end in ${suffixes}`,
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
