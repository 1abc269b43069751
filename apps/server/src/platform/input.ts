import { platformErrors } from './errors.js';

const longest = 20_000;
const deepest = 12;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** What is wrong with a text from outside, or null: U+0000 and lone surrogates can't be stored by every database. */
export function textFault(text: string, maxLength = longest): string | null {
  if (text.length > maxLength) return `A text may have at most ${maxLength} characters.`;
  if (text.includes('\0')) return 'A text may not hold the character U+0000.';
  if (loneSurrogate.test(text)) return 'A text may not hold half of a surrogate pair.';
  return null;
}

/** Refuses arguments whose texts are too long or hold what can't be stored; the error names the path. */
export function checkInput(value: unknown, path: string[] = []): void {
  if (typeof value === 'string') {
    const fault = textFault(value);
    if (fault !== null) throw platformErrors.BAD_INPUT({ says: fault, path });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length > deepest) throw platformErrors.BAD_INPUT({ says: 'An input is nested too deep.', path });
  if (Array.isArray(value)) {
    if (value.length > 1000) throw platformErrors.TOO_LARGE({ says: 'A list may have at most 1,000 entries.', path });
    for (const [index, entry] of value.entries()) checkInput(entry, [...path, String(index)]);
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const fault = textFault(key, 200);
    if (fault !== null) throw platformErrors.BAD_INPUT({ says: fault, path });
    checkInput(entry, [...path, key]);
  }
}
