import type { SettingName } from '../../settings/schema.ts';
import type { SpectrumPlotName } from './spectrum-plots.ts';

interface PlotKind {
  /** The plot of a layer's spectrum; undefined for one of the whole model. */
  readonly spectrum?: SpectrumPlotName;
  /** What has to be computed for it beyond what every analysis computes. */
  readonly setting?: SettingName;
}

/** The plots that can be drawn by themselves, by the names that users give. */
export const PLOT_KINDS = {
  esd: { spectrum: 'log-log' },
  'esd-log-linear': { spectrum: 'log-linear' },
  'esd-linear': { spectrum: 'linear' },
  ks: { spectrum: 'ks-distance' },
  'alpha-xmin': { spectrum: 'alpha-over-xmin' },
  mp: { spectrum: 'marchenko-pastur', setting: 'mpFit' },
  random: { spectrum: 'randomized', setting: 'randomize' },
  'alpha-depth': {},
  'alpha-histogram': {},
} as const satisfies Record<string, PlotKind>;

export type PlotKindName = keyof typeof PLOT_KINDS;

export function kindOf(name: PlotKindName): PlotKind {
  return PLOT_KINDS[name];
}
