interface Held { what: string; why: string; atErasure: string }

/** What is kept for the same reason and meets the same end, together, in the order of the first of each. */
export function byReason(held: readonly Held[]): { whats: string[]; why: string; atErasure: string }[] {
  const groups = new Map<string, { whats: string[]; why: string; atErasure: string }>();
  for (const { what, why, atErasure } of held) {
    const group = groups.get(`${atErasure}/${why}`) ?? { whats: [], why, atErasure };
    group.whats.push(what);
    groups.set(`${atErasure}/${why}`, group);
  }
  return [...groups.values()];
}
