import type { PartialSettings } from '../src/settings/resolve.ts';

/** What a case runs: `analyze` unless it says otherwise. */
export interface ModeCase {
  readonly name: string;
  readonly settings: PartialSettings;
  readonly model?: 'adapter';
  readonly command?: 'compare' | 'smooth';
}

const analysis: Readonly<Record<string, PartialSettings>> = {
  default: {},
  'pool: false': { pool: false },
  'conv2d_norm: false': { conv2dNorm: false },
  'channels: first': { channels: 'first' },
  glorot_fix: { glorotFix: true },
  fft: { fft: true },
  inverse: { inverse: true },
  stacked: { stacked: true },
  'intra, sparsify: false': { intra: true, sparsify: false },
  intra: { intra: true },
  base_model: { baseModel: 'base.safetensors' },
  'compat: weightwatcher': { compat: 'weightwatcher' },
  'trust: all': { trust: 'all' },
  'pl_package: powerlaw': { plPackage: 'powerlaw' },
  'xmax: 2': { xmax: 2 },
  'xmax: force': { xmax: 'force' },
  'fix_fingers: clip_xmax': { fixFingers: 'clip_xmax' },
  'fix_fingers: xmin_peak': { fixFingers: 'xmin_peak' },
  'fit: TPL': { fit: 'TPL' },
  'fit: E_TPL': { fit: 'E_TPL' },
  mp_fit: { mpFit: true },
  randomize: { randomize: true },
  'detX (ERG)': { detX: true },
  vectors: { vectors: true },
};

const cases = (
  command: NonNullable<ModeCase['command']>,
  settings: Readonly<Record<string, PartialSettings>>,
) => Object.entries(settings).map(([name, of]) => ({ name: `${command}, ${name}`, settings: of, command }));

/** Every mode that there is, the default first. */
export const MODE_CASES: readonly ModeCase[] = [
  ...Object.entries(analysis).map(([name, settings]) => ({ name, settings })),
  { name: 'peft: on', settings: { peft: 'on' }, model: 'adapter' },
  {
    name: 'peft: with-base',
    settings: { peft: 'with-base', baseModel: 'base.safetensors' },
    model: 'adapter',
  },
  ...cases('compare', {
    'distances: raw': { distances: 'raw' },
    'distances: euclidean': { distances: 'euclidean' },
    'distances: cka': { distances: 'cka' },
  }),
  ...cases('smooth', {
    'method: detX': { smoothMethod: 'detX' },
    'method: svd': { smoothMethod: 'svd' },
    'method: alpha_min': { smoothMethod: 'alpha_min' },
    'method: sharpness': { smoothMethod: 'sharpness' },
  }),
];
