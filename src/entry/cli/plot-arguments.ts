import { kindOf, PLOT_KINDS, type PlotKindName } from '../../report/plots/plot-kinds.ts';
import { parseNumber } from '../../settings/kinds.ts';
import { PLOT_WIDTH_MM } from './commands.ts';
import { type OptionValues, usage } from './usage.ts';

/** What `plot` is to draw, and where to. */
export interface PlotArguments {
  readonly kind: PlotKindName;
  /** Empty for a plot of the whole model. */
  readonly layer: string;
  readonly widthMm: number;
  /** Undefined for SVG on standard output. */
  readonly file: { readonly path: string; readonly format: 'svg' | 'png' } | undefined;
}

/** @throws ConfigError naming the word that cannot be used. */
export function plotArguments(values: OptionValues, paths: readonly string[]): PlotArguments {
  if (values['format'] !== undefined)
    throw usage('UNKNOWN_FORMAT', 'option --format', 'plot draws SVG and PNG', 'Name a file with --output');
  const kind = readKind((values['kind'] as string | undefined) ?? 'esd');
  const layer = (values['layer'] as string | undefined) ?? '';
  if (layer === '' && kindOf(kind).spectrum !== undefined)
    throw usage(
      'NO_SUCH_LAYER',
      'plot',
      `needs a layer to draw the plot ${kind} of`,
      'Name one with --layer; alphagate describe lists them',
    );
  return { kind, layer, widthMm: readWidth(values['width'] as string | undefined), file: fileOf(paths) };
}

function readKind(word: string): PlotKindName {
  if (Object.hasOwn(PLOT_KINDS, word)) return word as PlotKindName;
  throw usage(
    'NO_SUCH_PLOT',
    'option --kind',
    `${JSON.stringify(word)} is not a plot`,
    `It must be one of ${Object.keys(PLOT_KINDS).join(', ')}`,
  );
}

function readWidth(text: string | undefined): number {
  const { least, most, default: usual } = PLOT_WIDTH_MM;
  const width = text === undefined ? usual : parseNumber(text);
  if (width !== undefined && width >= least && width <= most) return width;
  throw usage(
    'BAD_OPTION',
    'option --width',
    `${JSON.stringify(text)} is not a width`,
    `It must be a number of millimetres from ${least} to ${most}`,
  );
}

function fileOf(paths: readonly string[]): PlotArguments['file'] {
  const [path] = paths;
  if (path === undefined) return undefined;
  const format = /\.(?<format>svg|png)$/i.exec(path)?.groups?.['format']?.toLowerCase();
  if (paths.length === 1 && (format === 'svg' || format === 'png')) return { path, format };
  throw usage(
    'UNKNOWN_FORMAT',
    'option --output',
    `plot cannot write ${JSON.stringify(paths.join(', '))}`,
    'Name one file that ends in .svg or .png',
  );
}
