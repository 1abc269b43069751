/**
 * Reads of what came in from outside. Each is total over plain values and gives undefined for what it can't use;
 * `safely` covers the rest (throwing getters, revoked proxies).
 */

/** More entries than any item has choices; a longer list is no response. */
const MOST_ENTRIES = 1_000;

/** The value of `read`, or undefined where reading threw. */
export function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** An own property of whatever `value` is; never one that it inherits, such as `constructor`. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The known ids of a list, each once, in the list's order. Ids that the item does not have are as if not sent. */
export function readIds(value: unknown, known: readonly { id: string }[]): string[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return undefined;
  const ids = new Set(known.map((one) => one.id));
  const found = new Set<string>();
  for (const entry of value as unknown[]) if (typeof entry === 'string' && ids.has(entry)) found.add(entry);
  return found.size > 0 ? [...found] : undefined;
}

/** A text that says something: not empty, not only white space. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
