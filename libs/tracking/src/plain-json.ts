/** Removes NUL and turns lone surrogates into U+FFFD: neither can be kept by PostgreSQL, nor stand in XML. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');

const most = { bytes: 20_000, values: 2_000, depth: 8 };

/** A bounded copy of a JSON value with its texts cleaned; keys that would touch a prototype are left out. */
export function cleanJson(value: unknown): { json: unknown } | 'too-large' | 'not-json' {
  let values = 0;
  let characters = 0;
  const text = (given: string): string => {
    characters += given.length;
    if (characters > most.bytes) throw new TooLarge();
    return cleanText(given);
  };
  const clean = (given: unknown, depth: number): unknown => {
    if (++values > most.values || depth > most.depth) throw new TooLarge();
    if (typeof given === 'string') return text(given);
    if (given === null || typeof given === 'boolean' || (typeof given === 'number' && Number.isFinite(given))) return given;
    if (Array.isArray(given)) return given.map((one) => clean(one, depth + 1));
    if (typeof given !== 'object') throw new NotJson();
    return Object.fromEntries(Object.entries(given).filter(([key]) => key !== '__proto__').map(([key, one]) => [text(key), clean(one, depth + 1)]));
  };
  try {
    const json = clean(value, 1);
    return new TextEncoder().encode(JSON.stringify(json)).length > most.bytes ? 'too-large' : { json };
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof NotJson) return 'not-json';
    throw error;
  }
}
class TooLarge extends Error {}
class NotJson extends Error {}
