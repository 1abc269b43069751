import { Refused } from '../contract.js';

/**
 * Bytes as text. A byte order mark decides (UTF-8, UTF-16); then the encoding that `declared` finds in the beginning of
 * the file; then UTF-8. Bytes that are no UTF-8 are read as `fallback` where the format allows one, else refused.
 * UTF-32 and unknown encodings are refused.
 */
export function decoded(bytes: Uint8Array, { declared, fallback }: { declared?: (start: string) => string | undefined; fallback?: 'windows-1252' } = {}): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) throw new Refused('encoding', 'The file is in UTF-32; save it as UTF-8.');
  if (a === 0xff && b === 0xfe) return read(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return read(bytes, 'utf-16be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return read(bytes, 'utf-8');
  // Without a mark, a NUL beside "<" tells UTF-16 (XML 1.0, appendix F).
  if (a === 0x3c && b === 0) return read(bytes, 'utf-16le');
  if (a === 0 && b === 0x3c) return read(bytes, 'utf-16be');
  const start = Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('');
  const named = declared?.(start)?.toLowerCase();
  if (named !== undefined && /^(iso-8859-1|latin1|windows-1252)$/.test(named)) return windows1252(bytes);
  if (named !== undefined && !/^(utf-8|us-ascii|ascii)$/.test(named)) throw new Refused('encoding', `The file says that it is in ${named.slice(0, 40)}${named.startsWith('utf-16') ? ', but has no UTF-16 in it' : ', which is not read'}; save it as UTF-8.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (fallback !== undefined) return windows1252(bytes);
    throw new Refused('encoding', 'The file is not in UTF-8; save it as UTF-8.');
  }
}

/** The bytes 0x80 to 0x9f of Windows-1252, in their order (WHATWG Encoding Standard). TextDecoder of some versions of Node reads them as ISO-8859-1. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join('').replaceAll(/[\u0080-\u009f]/g, (char) => upper[char.charCodeAt(0) - 0x80] ?? char);
}

function read(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('encoding', `The file begins as ${encoding.toUpperCase()} but holds bytes that are none.`);
  }
}

/** Whether a text has characters that XML 1.0 (section 2.2) has no place for: control characters, halves of pairs. */
export function hasForbidden(text: string): boolean {
  return /\p{Surrogate}/u.test(text) || forbidden.test(text);
}
/** The text without them, its lines ended by \n. */
export function withoutForbidden(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '').replaceAll(/\r\n?/g, '\n').replaceAll(new RegExp(forbidden, 'g'), '');
}
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
