/** The words of the command line besides the settings: commands, formats, options. */

import { PLOT_KINDS } from '../../report/plots/plot-kinds.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../render.ts';

/** By default a column of a journal with two of them. */
export const PLOT_WIDTH_MM = { least: 20, most: 500, default: 88 } as const;

export const COMMANDS = [
  { name: 'analyze', synopsis: 'analyze MODEL...', description: 'analyse models, report, and gate on alpha' },
  {
    name: 'describe',
    synopsis: 'describe MODEL...',
    description: 'list layers with their cost and memory, analysing nothing',
  },
  {
    name: 'compare',
    synopsis: 'compare BASE MODEL',
    description: 'analyse both, and say how far each layer has moved; gates MODEL against BASE',
  },
  {
    name: 'smooth',
    synopsis: 'smooth MODEL -o OUT',
    description: 'smooth or sharpen the layers, and write them to OUT.safetensors',
  },
  {
    name: 'plot',
    synopsis: 'plot MODEL --layer NAME --kind KIND',
    description: 'draw one plot as SVG or PNG, for a paper',
  },
  {
    name: 'init',
    synopsis: 'init MODEL',
    description: "write .alphagate.yml from a model's state of today",
  },
  {
    name: 'merge',
    synopsis: 'merge REPORT.json...',
    description: 'join the reports of shards into one, report, and gate',
  },
  {
    name: 'publish',
    synopsis: 'publish REPORT.json...',
    description: 'gate reports that exist, and post them to their pull request on GitHub',
  },
  { name: 'demo', synopsis: 'demo', description: 'analyse the two bundled networks, offline' },
] as const;

export type CommandName = (typeof COMMANDS)[number]['name'];

/** The formats of commands that do not have all. */
export const FORMATS_OF: Partial<Record<CommandName, readonly DocumentFormat[]>> = {
  compare: ['table', 'json', 'markdown'],
  describe: ['table', 'json'],
  smooth: ['table', 'json'],
};

export interface CommandOption {
  readonly name: string;
  readonly short?: string;
  readonly placeholder?: string;
  readonly repeatable?: boolean;
  /** The commands that it means something to; undefined where it is for most. */
  readonly only?: readonly CommandName[];
  readonly description: string;
}

export const COMMAND_OPTIONS: readonly CommandOption[] = [
  {
    name: 'config',
    placeholder: 'FILE',
    description: 'Read settings from FILE instead of .alphagate.yml.',
  },
  {
    name: 'format',
    placeholder: DOCUMENT_FORMATS.map(({ name }) => name).join('|'),
    description: 'What to print on standard output [table].',
  },
  {
    name: 'output',
    short: 'o',
    placeholder: 'PATH',
    repeatable: true,
    description: `Also write the report to PATH, in the format of its suffix (${DOCUMENT_FORMATS.map(({ suffix }) => suffix).join(' ')}). May be repeated.`,
  },
  {
    name: 'series',
    only: ['analyze'],
    description:
      'The models are checkpoints of one training: put them into the order of their steps, and show alpha over the steps.',
  },
  {
    name: 'open',
    only: ['analyze', 'merge', 'publish'],
    description: 'Show the report as a page in the browser.',
  },
  {
    name: 'layer',
    only: ['plot'],
    placeholder: 'NAME',
    description: 'The layer to plot, by the name that reports give it.',
  },
  {
    name: 'kind',
    only: ['plot'],
    placeholder: Object.keys(PLOT_KINDS).join('|'),
    description: 'What to plot [esd].',
  },
  {
    name: 'width',
    only: ['plot'],
    placeholder: 'MM',
    description: `How wide the plot is on paper, in millimetres, from ${PLOT_WIDTH_MM.least} to ${PLOT_WIDTH_MM.most} [${PLOT_WIDTH_MM.default}].`,
  },
  { name: 'force', description: 'Let init replace a configuration.' },
  { name: 'quiet', short: 'q', description: 'Print no progress and no remarks.' },
  {
    name: 'verbose',
    short: 'v',
    description: 'Print passing layers, skipped tensors and, of errors, where they arose.',
  },
  { name: 'help', short: 'h', description: 'Print this.' },
  { name: 'version', description: 'Print the version.' },
];
