import type { Item } from '../item.js';
import type { LintCode } from './code.js';
import type { Finding, LintContext, LintReport } from './finding.js';
import { type ItemReading, readItem } from './reading/item-reading.js';
import { bankRules, itemRules } from './registry.js';
import type { LintRule, Place } from './rule.js';
import { withWaivers } from './waivers.js';

/** What goes against item-writing guidance in one item, as it stands: half-written items are looked at as well. */
export function lintItem(item: Item, context: LintContext = {}): LintReport {
  return reported(findingsIn(readItem(item), context), itemRules, context);
}

/** The same over every item of a bank, and what shows only when items stand beside each other. */
export function lintBank(items: readonly Item[], context: LintContext = {}): LintReport {
  const readings = items.map(readItem);
  const alone = readings.flatMap((reading) => findingsIn(reading, context));
  const beside = bankRules.filter(([, rule]) => speaks(rule, context)).flatMap(([code, rule]) =>
    rule.checkBank(readings, context).map((place) => findingOf(code, rule, place.item, place, place.others)));
  return reported([...alone, ...beside], [...itemRules, ...bankRules], context);
}

function findingsIn(reading: ItemReading, context: LintContext): Finding[] {
  return itemRules.filter(([, rule]) => speaks(rule, context)).flatMap(([code, rule]) =>
    rule.check(reading, context).map((place) => findingOf(code, rule, reading.item.id, place)));
}

const speaks = ({ english }: LintRule, { language = 'en' }: LintContext): boolean => !english || /^en\b/i.test(language);

function findingOf(code: LintCode, rule: LintRule, item: string | null, { path, message }: Place, others: readonly string[] = []): Finding {
  return { code, severity: rule.severity, item, path, message, advice: rule.mend, rules: rule.rules, others };
}

function reported(all: readonly Finding[], asked: readonly (readonly [LintCode, LintRule])[], context: LintContext): LintReport {
  const skipped = asked.flatMap(([code, rule]) => (speaks(rule, context) ? [] : [code]));
  return { ...withWaivers(all, context.waivers ?? []), skipped };
}
