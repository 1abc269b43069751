/** A value of JSON that is not what it must be. */
export class Unexpected extends Error {}

type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unexpected();
  return { ...value };
}
export function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Unexpected();
  return value;
}
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Unexpected();
  return value;
}
export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Unexpected();
  return value;
}
/** Each value of an object, by its key. */
export function mapOf<T>(value: unknown, of: (each: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, each]) => [key, of(each)]));
}
