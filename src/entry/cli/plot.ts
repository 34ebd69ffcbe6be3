import { type AlphagateError, ConfigError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { writeDocument } from '../../publish/files.ts';
import type { Description } from '../../report/description.ts';
import { kindOf } from '../../report/plots/plot-kinds.ts';
import { singlePlot } from '../../report/plots/single-plot.ts';
import { standaloneSvg } from '../../report/plots/standalone-svg.ts';
import type { Settings } from '../../settings/schema.ts';
import { printableReference } from '../../sources/reference.ts';
import { describeNames } from '../../sources/similar-names.ts';
import { onlyOutcome } from './only-outcome.ts';
import type { PlotArguments } from './plot-arguments.ts';

export interface PlotPorts {
  /** Analyses a model, with the curves of its spectra. */
  analyze(model: string, settings: Settings): Promise<readonly Outcome[]>;
  /** Lists the model's layers. */
  describe(model: string, settings: Settings): Promise<readonly Description[]>;
}

/**
 * Draws one plot of a model, into a file or onto standard output. Only the layer that is plotted is analysed.
 *
 * @throws AlphagateError when the model cannot be read, or has no such layer or plot.
 */
export async function runPlot(
  model: string,
  { kind, layer, widthMm, file }: PlotArguments,
  wanted: Settings,
  ports: PlotPorts,
): Promise<void> {
  const settings = settingsFor(wanted, kind, layer);
  const outcome = onlyOutcome(model, await ports.analyze(model, settings), 'a plot shows one');
  if (outcome.kind === 'error') {
    throw isWithoutLayers(outcome.error) && layer !== ''
      ? noSuchLayer(layer, model, await ports.describe(model, wanted))
      : outcome.error;
  }
  const svg = standaloneSvg(singlePlot(outcome.report, outcome.before, kind, layer), widthMm);
  if (file === undefined) process.stdout.write(svg);
  else if (file.format === 'svg') await writeDocument(file.path, svg);
  else
    await writeDocument(
      file.path,
      await (await import('../../publish/rasterize.ts')).rasterize(svg, widthMm),
    );
}

/** Rows that are one of a layer's several matrices have its number behind the name. */
const SLICE = / \[\d+\]$/;

function settingsFor(settings: Settings, kind: PlotArguments['kind'], layer: string): Settings {
  const { spectrum, setting } = kindOf(kind);
  // Rows of products and of stacks have names that no layer has.
  const isOne = spectrum !== undefined && !settings.intra && !settings.stacked;
  return {
    ...settings,
    ...(isOne && { layers: [settings.pool ? layer : layer.replace(SLICE, '')] }),
    ...(setting !== undefined && { [setting]: true }),
  };
}

function isWithoutLayers(error: AlphagateError): boolean {
  return error.code === 'NO_LAYERS';
}

function noSuchLayer(layer: string, model: string, descriptions: readonly Description[]): ConfigError {
  const names = descriptions.flatMap((description) => description.layers.map(({ longname }) => longname));
  return new ConfigError({
    code: 'NO_SUCH_LAYER',
    subject: printableReference(model),
    problem: `has no layer ${JSON.stringify(layer)} that is analysed`,
    cure: names.length === 0 ? 'Name another model' : `It has ${describeNames(layer, names)}`,
  });
}
