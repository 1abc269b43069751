import { EndOfData, type Coder } from './range-coder.js';

/** How plain values are coded. Each takes the value to write (ignored when reading) and gives back what was coded. */

export const flag = (coder: Coder, context: string, value = false): boolean => coder.bit(context, 0, value ? 1 : 0) === 1;

/** A small number of `bits` bits whose distribution is learnt. */
export function symbol(coder: Coder, context: string, bits: number, value = 0): number {
  let node = 1;
  for (let at = bits - 1; at >= 0; at--) node = node * 2 + coder.bit(context, node, (value >> at) & 1);
  return node - 2 ** bits;
}

/** A whole number 0..2^53: its length is learnt, the bits behind the first are not. */
export function whole(coder: Coder, context: string, value = 0): number {
  const length = symbol(coder, context, 6, value === 0 ? 0 : Math.floor(Math.log2(value)) + 1);
  if (length > 53) throw new EndOfData();
  return length <= 1 ? length : 2 ** (length - 1) + coder.plain(length - 1, value % 2 ** (length - 1));
}

/** A number as a fraction: exact for denominators that scores have, else to a millionth. */
export function real(coder: Coder, context: string, value = 0): number {
  const negative = flag(coder, `${context}-`, value < 0);
  const size = Math.min(Math.abs(value), 1e9);
  const denominator = coder.writing ? denominatorOf(size) : 1;
  const divisor = whole(coder, `${context}/`, denominator);
  const result = whole(coder, context, Math.round(size * denominator)) / Math.max(1, divisor);
  return negative ? -result : result;
}
function denominatorOf(size: number): number {
  for (let denominator = 1; denominator <= 360; denominator++) {
    const numerator = size * denominator;
    if (Math.abs(numerator - Math.round(numerator)) < 1e-10 * Math.max(1, numerator)) return denominator;
  }
  return 1_000_000;
}

/** Any text, as UTF-8. */
export function text(coder: Coder, context: string, value = ''): string {
  const bytes = coder.writing ? new TextEncoder().encode(value) : new Uint8Array();
  const length = whole(coder, `${context}#`, bytes.length);
  const read: number[] = [];
  for (let at = 0; at < length; at++) read.push(symbol(coder, context, 8, bytes[at]));
  return coder.writing ? value : new TextDecoder().decode(Uint8Array.from(read));
}

/** A time to the second, since 2000; the empty time of what was restored stays empty. */
export function time(coder: Coder, context: string, value = ''): string {
  const seconds = whole(coder, context, value === '' ? 0 : Math.max(1, Math.floor((Date.parse(value) - Date.UTC(2000, 0, 1)) / 1000)));
  return seconds === 0 ? '' : new Date(Math.min(seconds, 1e10) * 1000 + Date.UTC(2000, 0, 1)).toISOString();
}

/** An id that is most likely a UUID. */
export function uuid(coder: Coder, context: string, value = ''): string {
  if (!flag(coder, `${context}?`, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))) return text(coder, context, value);
  const hex = value.replaceAll('-', '');
  let read = '';
  for (let at = 0; at < 32; at += 8) read += coder.plain(32, coder.writing ? Number.parseInt(hex.slice(at, at + 8), 16) : 0).toString(16).padStart(8, '0');
  return read.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A sorted list's texts, each by what it shares with the one before. */
export function sortedText(coder: Coder, context: string, before: string, value = ''): string {
  let shared = 0;
  while (coder.writing && shared < Math.min(before.length, value.length) && before[shared] === value[shared]) shared++;
  const same = whole(coder, `${context}=`, shared);
  return before.slice(0, same) + text(coder, context, value.slice(same));
}
