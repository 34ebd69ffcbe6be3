import { baseName } from '../../sources/file-name.ts';
import type { Report } from '../report.ts';
import type { History } from './history.ts';

/**
 * The earlier runs of a model, the oldest first: those of the same reference or, where there are none, those of a
 * reference that ends in the same file name. The run of this very content at this very commit is not an earlier one.
 *
 * @param names of all models of this run: two of them that end alike are not told apart by their ends.
 */
export function historyOf(
  { model: { source, identity }, commit }: Report,
  history: History,
  names: readonly string[],
): History {
  const earlier = history.filter(
    (run) => run.commit === null || run.commit !== commit || run.identity !== identity,
  );
  const same = earlier.filter(({ model }) => model === source);
  if (same.length > 0) return same;
  const file = baseName(source);
  if (names.filter((name) => baseName(name) === file).length > 1) return [];
  const alike = earlier.filter(({ model }) => baseName(model) === file);
  // Models that were analysed in one run have one time.
  return new Set(alike.map(({ time }) => time)).size === alike.length ? alike : [];
}
