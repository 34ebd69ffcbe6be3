import type { SpectrumCurves } from '../../metrics/spectrum-curves.ts';
import type { ReportLayer } from '../report.ts';

/** What plots show of a layer. */
export type PlottedLayer = Pick<
  ReportLayer,
  'alpha' | 'D' | 'xmin' | 'num_pl_spikes' | 'num_evals' | 'bulk_max' | 'bulk_min' | 'rand_bulk_max'
> & { readonly curves?: SpectrumCurves | undefined };

/** A layer whose spectrum is known. */
export type CurvedLayer = PlottedLayer & { readonly curves: SpectrumCurves };
