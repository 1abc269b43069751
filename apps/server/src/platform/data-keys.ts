/** A key of sealed columns. `id` stands before what it sealed; `key` has 32 bytes. */
export interface DataKey { id: string; key: Buffer }

const entry = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/]{43}=)$/;

/** What is wrong with DATA_KEYS, in a sentence without any of the keys; null: nothing. */
export function dataKeysFault(text: string): string | null {
  const parts = text.split(',').map((part) => entry.exec(part.trim()));
  const wrong = parts.findIndex((part) => part === null);
  if (wrong >= 0) return `DATA_KEYS must be one or more "id:key", apart by commas: a name of small letters and digits, a colon, and 32 random bytes in base64 (openssl rand -base64 32). Entry ${wrong + 1} is not.`;
  if (new Set(parts.map((part) => part?.[1])).size < parts.length) return 'DATA_KEYS names one id twice: give each key an id of its own.';
  return null;
}

/** The keys that DATA_KEYS holds, in its order. */
export function readDataKeys(text: string): DataKey[] {
  return text.split(',').flatMap((part) => {
    const [, id = '', key = ''] = entry.exec(part.trim()) ?? [];
    return [{ id, key: Buffer.from(key, 'base64') }];
  });
}
