import { type LintCode, lintCodes } from '../code.js';
import { lintBank } from '../lint.js';
import type { LabelledItem } from './labelled-item.js';

export interface Comparison {
  /** of what was found, the share that the labels have */
  precision: number;
  /** of what the labels have, the share that was found */
  recall: number;
  /** a line for each rule: labelled, found rightly, found wrongly, missed */
  table: string;
  /** labels that were not found, and findings that have no label, as `item code` */
  missed: string[];
  wrong: string[];
  byCode: Record<string, { right: number; wrong: number; missed: number }>;
}

/** What lint says of labelled items, taken as one bank, against their labels; a flaw counts once an item however often it is found in it. */
export function compared(labelled: readonly LabelledItem[]): Comparison {
  const { findings } = lintBank(labelled.map(({ item }) => item));
  const found = new Set(findings.map(({ item, code }) => `${item ?? 'bank'} ${code}`));
  const meant = new Set(labelled.flatMap(({ item, flaws }) => flaws.map((code) => `${item.id} ${code}`)));
  const missed = [...meant].filter((label) => !found.has(label));
  const wrong = [...found].filter((label) => !meant.has(label));
  const countOf = (labels: Iterable<string>, code: LintCode): number => [...labels].filter((label) => label.endsWith(` ${code}`)).length;
  const byCode = Object.fromEntries(lintCodes.map((code) => [code, { right: countOf(found, code) - countOf(wrong, code), wrong: countOf(wrong, code), missed: countOf(missed, code) }]));
  const right = meant.size - missed.length;
  const table = ['rule                     right  wrong  missed', ...Object.entries(byCode).map(([code, count]) => `${code.padEnd(24)} ${String(count.right).padStart(5)} ${String(count.wrong).padStart(6)} ${String(count.missed).padStart(7)}`)].join('\n');
  return { precision: right / Math.max(1, found.size), recall: right / Math.max(1, meant.size), table, missed, wrong, byCode };
}
