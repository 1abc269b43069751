import type { FindingList, Place } from '../findings/finding-list.js';
import { checkAddress } from './address.js';

const loads = /\burl\(\s*(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^"')\s]{1,2000}))|@import\s+(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})')/gi;

/** What a style sheet loads from elsewhere. */
export function checkStyle(text: string, file: string, placeOf: (offset: number) => Place, findings: FindingList): void {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  for (const match of code.matchAll(loads)) checkAddress(match.slice(1).find((each) => each !== undefined) ?? '', file, placeOf(match.index), findings);
}
