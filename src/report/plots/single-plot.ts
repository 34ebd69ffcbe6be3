import { ConfigError } from '../../errors.ts';
import { rowName } from '../../metrics/row-name.ts';
import { matchBaseline } from '../../verdict/baseline.ts';
import type { Report } from '../report.ts';
import { boundsOf } from './alpha-axis.ts';
import { alphaByDepth, alphaHistogram } from './model-plots.ts';
import type { Plot } from './plot.ts';
import { kindOf, PLOT_KINDS, type PlotKindName } from './plot-kinds.ts';
import { spectrumPlots } from './spectrum-plots.ts';

/**
 * One plot of a report with curves.
 *
 * @param before the report that it was compared with; its spectrum lies under the layer's own.
 * @param layerName as reports have it; not looked at for plots of the whole model.
 * @throws ConfigError `NO_SUCH_PLOT` where the layer has no such plot.
 */
export function singlePlot(
  report: Report,
  before: Report | undefined,
  name: PlotKindName,
  layerName: string,
): Plot {
  const { spectrum } = kindOf(name);
  if (spectrum === undefined) {
    const draw = name === 'alpha-depth' ? alphaByDepth : alphaHistogram;
    return draw(report.layers, boundsOf(report.settings));
  }
  const layer = report.layers.find((candidate) => rowName(candidate) === layerName);
  const counterpart = matchBaseline(report.layers, before?.layers ?? []).get(layerName);
  const plot = layer && spectrumPlots(layer, counterpart)[spectrum];
  if (plot !== undefined) return plot;
  throw new ConfigError({
    code: 'NO_SUCH_PLOT',
    subject: `layer ${JSON.stringify(layerName)}`,
    problem: `has no plot of the kind ${name}: ${layer?.status ?? 'it was not analysed'}`,
    cure: `Choose another layer, or another of ${Object.keys(PLOT_KINDS).join(', ')}`,
  });
}
