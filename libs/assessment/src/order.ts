/**
 * The entries of `list` in the order in which `order` names them. An entry that it does not name keeps its place
 * after the others, so an order made for an older version of an item loses nothing.
 */
export function applyOrder<T extends { id: string }>(list: readonly T[], order: readonly string[]): T[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (entry: T): number => place.get(entry.id) ?? order.length;
  return [...list].sort((one, other) => placeOf(one) - placeOf(other));
}
