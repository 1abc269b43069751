import { isAccepted } from '@preceptor/assessment';

/** Bytes that are looked at: enough for every mark below, and for a sample of text. */
export const sniffedBytes = 4_096;

type Mark = { types: readonly string[]; is(head: Buffer): boolean };
const begins = (...marks: (string | number[])[]) => (head: Buffer): boolean => marks.some((mark) => head.subarray(0, mark.length).equals(typeof mark === 'string' ? Buffer.from(mark, 'latin1') : Buffer.from(mark)));
const at = (offset: number, mark: string) => (head: Buffer): boolean => head.toString('latin1', offset, offset + mark.length) === mark;
const office = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.presentation', 'application/vnd.oasis.opendocument.spreadsheet', 'application/epub+zip'];

/** What bytes begin with, after the WHATWG's MIME Sniffing Standard (6.1, 6.2, 6.3) and the formats' own specifications. What can be run in a page (HTML, SVG, XML) is not among them. */
const marks: readonly Mark[] = [
  { types: ['image/png'], is: begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { types: ['image/jpeg'], is: begins([0xff, 0xd8, 0xff]) },
  { types: ['image/gif'], is: begins('GIF87a', 'GIF89a') },
  { types: ['image/webp'], is: (head) => at(0, 'RIFF')(head) && at(8, 'WEBP')(head) },
  { types: ['image/heic', 'image/heif'], is: (head) => at(4, 'ftyp')(head) && /^(hei[cx]|mif1|msf1)$/.test(head.toString('latin1', 8, 12)) },
  { types: ['audio/wav', 'audio/x-wav', 'audio/wave'], is: (head) => at(0, 'RIFF')(head) && at(8, 'WAVE')(head) },
  { types: ['audio/webm', 'video/webm', 'video/x-matroska'], is: begins([0x1a, 0x45, 0xdf, 0xa3]) },
  { types: ['audio/ogg', 'video/ogg', 'application/ogg'], is: begins('OggS') },
  { types: ['audio/flac', 'audio/x-flac'], is: begins('fLaC') },
  { types: ['audio/mp4', 'video/mp4', 'audio/x-m4a', 'video/quicktime', 'audio/m4a'], is: at(4, 'ftyp') },
  { types: ['audio/aac'], is: (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0 },
  { types: ['audio/mpeg', 'audio/mp3'], is: (head) => begins('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) },
  { types: ['application/pdf'], is: begins('%PDF-') },
  { types: ['application/rtf', 'text/rtf'], is: begins('{\\rtf') },
  { types: ['application/zip', ...office], is: begins([0x50, 0x4b, 0x03, 0x04]) },
  { types: ['application/msword', 'application/vnd.ms-powerpoint', 'application/vnd.ms-excel'], is: begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
  { types: ['text/plain', 'text/csv', 'text/markdown'], is: isText },
];

/**
 * The media type of a file by its first bytes, among those that an item accepts; null: none of them. What the browser
 * `declared` only chooses among types that the bytes allow.
 */
export function mediaTypeOf(head: Buffer, declared: string, accept: readonly string[]): string | null {
  const possible = marks.find(({ is }) => is(head))?.types ?? [];
  const plain = declared.toLowerCase().split(';', 1)[0]?.trim() ?? '';
  return [plain, ...possible].find((type) => possible.includes(type) && isAccepted(accept, type)) ?? null;
}

/** Text in UTF-8 without control characters (MIME Sniffing 6.2: no binary data byte); a character cut off at the end is none of its faults. */
function isText(head: Buffer): boolean {
  if (head.length === 0 || /^\s*<(!doctype|html|script|svg|\?xml)/i.test(head.toString('latin1', 0, 200))) return false;
  const binary = head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
  return !binary && !head.subarray(0, Math.max(0, head.length - 4)).toString('utf8').slice(0, -1).includes('\uFFFD');
}
