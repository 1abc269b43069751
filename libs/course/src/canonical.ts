import { createHash } from 'node:crypto';

/** JSON of which there is one spelling only: no spaces, the keys of every object sorted by their UTF-16 units, lists in their order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = {};
  const source = value as Record<string, unknown>;
  // Keys such as "10" come first in any object, whatever the order in which they are set: the order is still one and the same.
  for (const key of Object.keys(source).sort()) if (source[key] !== undefined) made[key] = sorted(source[key]);
  return made;
}
