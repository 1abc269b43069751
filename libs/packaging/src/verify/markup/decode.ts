import { Refusal } from '../findings/refusal.js';

/**
 * The text of an XML file by its byte order mark and declaration (XML 1.0, 4.3.3 and appendix F). What it declares is
 * blanked, so that a parser that is given the text does not decode it again; places stay the same.
 */
export function decoded(file: string, bytes: Buffer): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark === null && bytes.subarray(0, 4).includes(0)) throw refusal(file, `${file} is in UTF-16 or UTF-32 without a byte order mark`);
  const declaration = declarationOf(mark === null ? bytes.toString('latin1', 0, 200) : textIn(file, bytes.subarray(0, 400 - (400 % 2)), mark, false));
  const declared = declaration?.encoding ?? null;
  if (mark !== null && declared !== null && !/^utf-?16(le|be)?$/i.test(declared)) throw refusal(file, `${file} is in UTF-16 but declares ${declared}`);
  if (mark === null && declared !== null && /^utf-?(16|32)|^ucs/i.test(declared)) throw refusal(file, `${file} declares ${declared} but is not in it`);
  const text = textIn(file, bytes, mark ?? declared ?? 'utf-8', true);
  return declaration === null ? text : text.replace(declaration.whole, (whole) => whole.replace(/\sencoding\s*=\s*(["'])[^"']*\1/, (found) => ' '.repeat(found.length)));
}

function declarationOf(head: string): { whole: string; encoding: string | null } | null {
  const whole = /<\?xml\s[^>]*\?>/.exec(head)?.[0];
  return whole === undefined ? null : { whole, encoding: /\sencoding\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? null };
}

function textIn(file: string, bytes: Buffer, encoding: string, fatal: boolean): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal });
  } catch {
    throw refusal(file, `${file} declares the encoding ${JSON.stringify(encoding)}, which is not known`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw refusal(file, `${file} holds bytes that are not ${encoding.toUpperCase()}`);
  }
}

function refusal(file: string, message: string): Refusal {
  return new Refusal('xml-encoding', file, `${message}.`, { line: 1, column: 1 });
}
