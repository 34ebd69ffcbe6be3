import { drawPlot } from '../../plots/plot.ts';
import { MOST_LINES, trendPlot } from '../../plots/trend-plot.ts';
import type { PageTrend } from '../page-data.ts';
import { element } from './element.ts';

/** Options that are seen at once. */
const LINES_OF_LIST = 8;

/** Puts beside the plot of a trend what chooses the layers that are drawn in it. */
export function addTrendPicker(place: HTMLElement, { trend, bounds }: PageTrend): void {
  const { layers } = trend;
  const options = layers.map((layer, index) => {
    const option = element('option', { value: String(index) }, layer.name);
    option.selected = index < MOST_LINES;
    return option;
  });
  const list = element('select', { multiple: '', size: String(Math.min(LINES_OF_LIST, layers.length)) });
  list.append(...options);
  const search = element('input', { type: 'search', placeholder: 'part of a name' });
  const status = element('output', { class: 'status' });
  const figure = place.querySelector('figure');

  const draw = () => {
    const chosen = options.flatMap((option, index) => (option.selected ? [layers[index]!] : []));
    // The plot is text that this script has made; names and the like are escaped in it.
    if (figure !== null) figure.innerHTML = drawPlot(trendPlot(trend, chosen, bounds));
    const most = chosen.length > MOST_LINES ? `, the first ${MOST_LINES} are drawn` : '';
    status.textContent = `${chosen.length} of ${layers.length} layers chosen${most}`;
  };
  list.addEventListener('change', draw);
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    // What is chosen stays in the list, so that nothing is drawn that cannot be taken away.
    list.replaceChildren(
      ...options.filter(({ selected, text }) => selected || text.toLowerCase().includes(wanted)),
    );
  });
  draw();
  place.append(
    element(
      'div',
      { class: 'picker controls' },
      element('label', {}, 'Layers drawn ', list),
      element('label', {}, 'Find ', search),
      status,
    ),
  );
}
