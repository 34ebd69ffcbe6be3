/** The report's script: fills each model's place with its table and its layers' plots. Runs in the browser. */

import type { PageData } from '../page-data.ts';
import { layerTable } from './layer-table.ts';
import { spectraList } from './spectra-list.ts';
import { addTrendPicker } from './trend-picker.ts';

const { models, trends } = JSON.parse(document.getElementById('report-data')?.textContent ?? '') as PageData;

for (const place of document.querySelectorAll<HTMLElement>('.layers')) {
  const index = Number(place.dataset['model']);
  const model = models[index];
  if (!model) continue;
  const idOf = (row: number) => `m${index}-l${row}`;
  place.replaceChildren(...layerTable(model, idOf), ...spectraList(model, idOf));
}

for (const place of document.querySelectorAll<HTMLElement>('.lines')) {
  const trend = trends[Number(place.dataset['trend'])];
  if (trend !== undefined) addTrendPicker(place, trend);
}

addEventListener('hashchange', openTarget);
openTarget();

/** Opens the layer that the address names. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.querySelector('summary')?.focus();
  target.scrollIntoView();
}
