import { VERDICTS } from '../../../verdict/verdict.ts';
import type { Cell, PageModel, PageRow } from '../page-data.ts';
import { element } from './element.ts';

/** Rows that are shown at once; the rest on request, so that thousands do not keep the page from opening. */
const ROWS_SHOWN = 500;

type Direction = 'ascending' | 'descending';

/** The table of a model's layers, with what sorts and filters it. */
export function layerTable(model: PageModel, idOf: (row: number) => string): HTMLElement[] {
  const { columns, rows, mainColumns } = model;
  const verdictColumn = columns.indexOf('verdict');
  const numeric = columns.map((_, column) => isNumeric(rows, column));
  let order = [...model.worstFirst];
  let limit = ROWS_SHOWN;

  const body = element('tbody');
  const head = element('thead');
  const status = element('output', { class: 'status' });
  const search = element('input', { type: 'search', placeholder: 'part of a name or reason' });
  const verdict = element('select', {}, option('', 'all'), ...VERDICTS.map((word) => option(word, word)));
  const everyColumn = element('input', { type: 'checkbox' });
  const more = element('button', { type: 'button', class: 'more' }, 'Show all rows');
  const made = new Map<number, HTMLTableRowElement>();

  const shownColumns = () => (everyColumn.checked ? columns.length : mainColumns);

  const drawRow = (row: number) => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const cells = rows[row]!.cells.slice(0, shownColumns());
    const drawn = element(
      'tr',
      {},
      ...cells.map((cell, column) => drawCell(cell, columns[column]!, numeric[column]!, idOf(row))),
    );
    made.set(row, drawn);
    return drawn;
  };

  const show = () => {
    const wanted = search.value.trim().toLowerCase();
    const matching = order.filter((row) => {
      const { cells } = rows[row]!;
      return (
        (verdict.value === '' || cells[verdictColumn] === verdict.value) &&
        (wanted === '' ||
          cells.some((cell) => typeof cell === 'string' && cell.toLowerCase().includes(wanted)))
      );
    });
    body.replaceChildren(...matching.slice(0, limit).map(drawRow));
    more.hidden = matching.length <= limit;
    status.textContent = `${Math.min(matching.length, limit)} of ${rows.length} layers shown`;
  };

  const sortBy = (column: number, direction: Direction) => {
    order = rows.map((_, row) => row).sort((a, b) => compare(rows, column, direction, a, b));
    for (const [index, cell] of [...head.querySelectorAll('th')].entries()) {
      if (index === column) cell.setAttribute('aria-sort', direction);
      else cell.removeAttribute('aria-sort');
    }
    show();
  };

  const drawHead = () => {
    const cells = columns.slice(0, shownColumns()).map((name, column) => {
      const button = element('button', { type: 'button' }, name);
      const cell = element('th', { scope: 'col', ...(numeric[column] && { class: 'number' }) }, button);
      button.addEventListener('click', () =>
        sortBy(column, cell.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending'),
      );
      return cell;
    });
    head.replaceChildren(element('tr', {}, ...cells));
  };

  search.addEventListener('input', show);
  verdict.addEventListener('change', show);
  everyColumn.addEventListener('change', () => {
    made.clear();
    drawHead();
    show();
  });
  const showAll = () => {
    limit = Infinity;
    show();
  };
  more.addEventListener('click', showAll);
  addEventListener('beforeprint', showAll);

  drawHead();
  show();
  const caption = `Layers of ${model.name}; a column's name sorts by it, a layer's name leads to its plots`;
  return [
    element('h3', {}, 'Layers'),
    element(
      'div',
      { class: 'controls' },
      element('label', {}, 'Filter ', search),
      element('label', {}, 'Verdict ', verdict),
      element('label', {}, everyColumn, ' All columns'),
      status,
    ),
    element(
      'div',
      { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': caption },
      element('table', {}, element('caption', {}, caption), head, body),
    ),
    more,
  ];
}

function option(value: string, text: string): HTMLOptionElement {
  return element('option', { value }, text);
}

function isNumeric(rows: readonly PageRow[], column: number): boolean {
  return rows.every(({ cells }) => typeof cells[column] !== 'string');
}

function drawCell(cell: Cell, column: string, numeric: boolean, id: string): HTMLTableCellElement {
  const text = cell === null ? '–' : String(cell);
  if (column === 'layer') return element('th', { scope: 'row' }, element('a', { href: `#${id}` }, text));
  if (column === 'verdict') return element('td', { class: text }, text);
  return element('td', { class: numeric ? 'number' : text.length > 30 ? 'words' : 'word' }, text);
}

/** Values that do not exist come last, in whichever direction; ties keep the model's order. */
function compare(
  rows: readonly PageRow[],
  column: number,
  direction: Direction,
  a: number,
  b: number,
): number {
  const [one, other] = [rows[a]!.cells[column]!, rows[b]!.cells[column]!];
  if (one === other) return a - b;
  if (one === null) return 1;
  if (other === null) return -1;
  const ascending =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), 'en', { numeric: true });
  return direction === 'ascending' ? ascending : -ascending;
}
