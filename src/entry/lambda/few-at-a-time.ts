/** Does something for all items, a few of them side by side; results are in the order of the items. */
export async function fewAtATime<Item, Result>(
  most: number,
  items: readonly Item[],
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = [...items.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[0]] = await each(next[1]);
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}
