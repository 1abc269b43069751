import type { AnalysedItem } from './analysed.js';
import { rankOf } from './item-analysis.js';
import type { DismissalRow } from './statistics.entity.js';

/** The rank from which an item is flagged: warnings and what is serious. */
export const toldFrom = 2;

/** What an item is flagged for. */
export const flagCodes = ({ findings }: Pick<AnalysedItem, 'findings'>): string[] => findings.filter(({ severity }) => rankOf(severity) >= toldFrom).map(({ code }) => code);

/** Whoever let it be meant what was found then: the dismissal that covers all that is found now and nothing graver. */
export function covering(dismissals: readonly DismissalRow[], item: AnalysedItem): DismissalRow | null {
  const codes = flagCodes(item);
  if (codes.length === 0) return null;
  return dismissals.find((one) => one.itemId === item.item && rankOf(item.severity) <= one.rank && codes.every((code) => one.codes.includes(code))) ?? null;
}
