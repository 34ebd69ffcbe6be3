import { drawPlot } from '../../plots/plot.ts';
import type { PlottedLayer } from '../../plots/plotted-layer.ts';
import { spectrumPlots } from '../../plots/spectrum-plots.ts';
import type { PageModel, PageRow } from '../page-data.ts';
import { element } from './element.ts';

/** Layers whose plots are drawn at once, if they need attention; of the others when they are opened. */
const OPENED = 3;

/** A fold for each layer, the worst first, with its plots and all of its numbers. */
export function spectraList(model: PageModel, idOf: (row: number) => string): HTMLElement[] {
  const { columns, rows, worstFirst } = model;
  const [verdict, layer, alpha] = ['verdict', 'layer', 'alpha'].map((name) => columns.indexOf(name));
  const folds = worstFirst.map((row, position) => {
    const { cells } = rows[row]!;
    const state = String(cells[verdict!]);
    const fold = element(
      'details',
      { id: idOf(row) },
      element(
        'summary',
        {},
        element('span', { class: `badge ${state}` }, state),
        ' ',
        element('code', {}, String(cells[layer!])),
        ` alpha ${cells[alpha!] ?? 'none'}`,
      ),
    );
    let drawn = false;
    fold.addEventListener('toggle', () => {
      if (drawn || !fold.open) return;
      drawn = true;
      fold.append(...contents(model, rows[row]!));
    });
    if (position < OPENED && state !== 'pass') fold.open = true;
    return fold;
  });
  return [element('h3', {}, 'Spectra'), ...folds];
}

function contents({ columns }: PageModel, row: PageRow): HTMLElement[] {
  const plots = Object.values(spectrumPlots(plottedOf(columns, row), row.before));
  const figures = plots.map((plot) => {
    const figure = element('figure');
    // The plot is text that this script has made; names and the like are escaped in it.
    figure.innerHTML = drawPlot(plot);
    return figure;
  });
  const numbers = columns.flatMap((column, index) => {
    const cell = row.cells[index];
    if (cell === null || cell === '' || column === 'layer') return [];
    return [element('div', {}, element('dt', {}, column), element('dd', {}, String(cell)))];
  });
  return [
    figures.length === 0
      ? element('p', { class: 'facts' }, 'This report carries no spectrum of this layer.')
      : element('div', { class: 'plots' }, ...figures),
    element('dl', { class: 'numbers' }, ...numbers),
  ];
}

function plottedOf(columns: readonly string[], { cells, curves }: PageRow): PlottedLayer {
  const number = (name: string) => {
    const cell = cells[columns.indexOf(name)];
    return typeof cell === 'number' ? cell : null;
  };
  return {
    alpha: number('alpha'),
    D: number('D'),
    xmin: number('xmin'),
    num_pl_spikes: number('num_pl_spikes'),
    num_evals: number('num_evals') ?? 0,
    bulk_max: number('bulk_max'),
    bulk_min: number('bulk_min'),
    rand_bulk_max: number('rand_bulk_max'),
    curves,
  };
}
