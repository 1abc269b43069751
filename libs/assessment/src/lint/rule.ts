import type { Item } from '../item.js';
import type { LintContext, Severity } from './finding.js';
import type { ItemReading } from './reading/item-reading.js';

/** What every rule says of itself. */
interface RuleWords {
  /** a heading: what the finding is called */
  title: string;
  severity: Severity;
  /** published rules, by author, year and number or name */
  rules: readonly [string, ...string[]];
  /** knows English words only, and is skipped in other languages */
  english: boolean;
  /** why it matters, and what exactly the rule looks at: figures included */
  why: string;
  /** what to do */
  mend: string;
}
/** A place in an item, and what is so there. */
export interface Place { path: string; message: string }
/** A place in one of a bank's items, or in the bank itself (`item` null). */
export interface BankPlace extends Place { item: string | null; others?: string[] }

/** A rule about one item alone. */
export interface ItemRule extends RuleWords { check(reading: ItemReading, context: LintContext): Place[] }
/** A rule about items beside each other. */
export interface BankRule extends RuleWords { checkBank(readings: readonly ItemReading[], context: LintContext): BankPlace[] }
export type LintRule = ItemRule | BankRule;

/** Kinds where a learner chooses among options that stand below a stem. */
export function isChoice(item: Item): boolean {
  return item.kind === 'single-choice' || item.kind === 'multiple-response';
}
