/**
 * Bytes as text, whatever a spreadsheet saved them as: UTF-8 or UTF-16 with or without a byte order mark, else
 * Windows-1252, in which Excel writes "CSV" on Windows. What can't be stored is U+FFFD.
 */
export function decode(bytes: Uint8Array): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return read(bytes, 'utf-16le');
  if (one === 0xfe && two === 0xff) return read(bytes, 'utf-16be');
  const head = bytes.subarray(0, 2_000);
  const zeros = (from: number): number => head.filter((byte, index) => index % 2 === from && byte === 0).length;
  if (zeros(1) > head.length / 4) return read(bytes, 'utf-16le');
  if (zeros(0) > head.length / 4) return read(bytes, 'utf-16be');
  try {
    return storable(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return read(bytes, 'windows-1252');
  }
}

/** A text that every database can store. */
export const storable = (text: string): string => text.replaceAll(/[\p{Cs}\0]/gu, '\uFFFD');

const read = (bytes: Uint8Array, encoding: string): string => storable(new TextDecoder(encoding).decode(bytes));
