/**
 * Shares people out among groups so that no group has more than one above another, as far as those who stay allow: each goes to a
 * group that is smallest by then.
 * @param people in the order in which they are shared out: shuffle them first
 * @param sizes how many each group has already, by group
 */
export function shareOut(people: readonly string[], sizes: ReadonlyMap<string, number>): Map<string, string> {
  const now = new Map(sizes);
  const given = new Map<string, string>();
  for (const person of people) {
    const [smallest] = [...now].toSorted(([, a], [, b]) => a - b);
    if (smallest === undefined) break;
    given.set(person, smallest[0]);
    now.set(smallest[0], smallest[1] + 1);
  }
  return given;
}

/** In an order that is drawn; `draw` gives a whole number from 0 to below its argument. */
export function shuffled<T>(all: readonly T[], draw: (below: number) => number): T[] {
  const drawn = [...all];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}
