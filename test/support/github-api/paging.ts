const LARGEST_PAGE = 100;
const DEFAULT_PAGE = 30;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The header by which clients find the other pages; none where there is only one. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Cuts a page out of a list as GitHub does: 30 items unless `per_page` says otherwise, never more than 100.
 *
 * @param address the list's own address, without a query.
 */
export function paginate<Item>(
  all: readonly Item[],
  address: string,
  query: Readonly<Record<string, string>>,
): Page<Item> {
  const perPage = Math.min(Math.max(Number(query['per_page'] ?? DEFAULT_PAGE), 1), LARGEST_PAGE);
  const page = Math.max(Number(query['page'] ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / perPage), 1);

  const link = (number: number, relation: string): string =>
    `<${address}?${new URLSearchParams({ ...query, page: String(number) })}>; rel="${relation}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
