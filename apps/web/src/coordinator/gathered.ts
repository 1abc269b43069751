interface Entry { id: string; at: string; text: string }

/** What happened over and over, such as answering the questions of an assessment, is said once, at its latest time. */
export function gathered<E extends Entry>(entries: readonly E[]): { node: E; times: number }[] {
  const found: { node: E; times: number }[] = [];
  for (const node of entries) {
    const last = found.at(-1);
    if (last?.node.text === node.text) last.times += 1;
    else found.push({ node, times: 1 });
  }
  return found;
}
