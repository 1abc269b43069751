/** Which of the ids that both lists hold stand in another order in the second: as few as explain it. */
export function outOfOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, place) => [id, place]));
  const both = after.filter((id) => places.has(id));
  const kept = new Set(longestRising(both.map((id) => places.get(id) ?? 0)).map((index) => both[index]));
  return new Set(both.filter((id) => !kept.has(id)));
}

/** Indexes of a longest rising subsequence, by patience sorting. */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  });
  const found: number[] = [];
  for (let index = tails.at(-1); index !== undefined; index = before[index]) found.push(index);
  return found.reverse();
}
