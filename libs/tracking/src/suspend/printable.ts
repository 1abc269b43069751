/**
 * Bytes as printable ASCII that XML, HTML, JavaScript strings, URLs' forms and careless LMSs all leave alone: no blank,
 * quote, backtick, backslash, ampersand, angle bracket, per cent or plus. Four bytes become five characters.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$()*,-./:;=?@[]^_{|}~';
const base = alphabet.length;
const values = new Map([...alphabet].map((character, value) => [character, value]));

export function toPrintable(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const count = Math.min(4, bytes.length - at);
    let group = 0;
    for (let of = 0; of < 4; of++) group = group * 256 + (bytes[at + of] ?? 0);
    text += digits(group, 5).slice(0, count + 1);
  }
  return text;
}
/** The bytes, as far as the characters are of the alphabet. A text that was cut short must be cut to whole groups of five first. */
export function fromPrintable(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const part = text.slice(at, at + 5);
    if (part.length < 2) break;
    // What is missing counts as the highest digit, so that rounding down gives the bytes back.
    const group = numberOf(part.padEnd(5, '~'));
    if (group === null || group > 0xffffffff) break;
    for (let of = 0; of < part.length - 1; of++) bytes.push(Math.floor(group / 256 ** (3 - of)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** `value` in `count` digits of the alphabet. */
export function digits(value: number, count: number): string {
  let text = '';
  for (let at = 0, rest = value; at < count; at++, rest = Math.floor(rest / base)) text = (alphabet[rest % base] ?? '') + text;
  return text;
}
export function numberOf(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = values.get(character);
    if (digit === undefined) return null;
    value = value * base + digit;
  }
  return value;
}

/** CRC-16/CCITT-FALSE over the characters of a text. */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
