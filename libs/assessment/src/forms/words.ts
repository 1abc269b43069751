import { availableFor, fitsCriteria, isApart, type Blueprint, type Criteria, type FormItem } from './blueprint.js';
import { usesAllowed } from './model.js';
import type { Demand, FormWish } from './result.js';

export interface Words { /** what is asked */ asked(demand: Demand): string; /** the same with how many there are */ demand(demand: Demand): string; change(demand: Demand, from: number, to: number): string; reason(conflict: readonly Demand[]): string }

/** Says demands and changes of a blueprint as an author would. */
export function wordsOf(blueprint: Blueprint, items: readonly FormItem[], wish: FormWish): Words {
  const sectionOf = (id: string) => blueprint.sections.find((section) => section.id === id);
  const titleOf = (id: string) => sectionOf(id)?.title ?? id;
  const ruleOf = (id: string) => blueprint.rules.find((rule) => rule.id === id);
  const nameOfRule = (id: string): string => {
    const rule = ruleOf(id);
    return rule === undefined ? id : `${nameOf(rule.of)}${rule.section === undefined ? '' : ` in ${titleOf(rule.section)}`}`;
  };
  const there = (id: string): number => {
    const rule = ruleOf(id);
    return rule === undefined ? 0 : availableFor(rule, blueprint, items);
  };
  const groupOf = (id: string): string => {
    const apart = blueprint.apart.find((group) => group.id === id);
    return apart?.tag === undefined ? (apart?.items ?? []).join(', ') : `items tagged ${apart.tag}`;
  };
  const asked = (what: Demand): string => {
    switch (what.part) {
      case 'count': return `${titleOf(what.section)} has ${count(sectionOf(what.section)?.count ?? 0)}`;
      case 'least': return `at least ${ruleOf(what.rule)?.least ?? 0} of ${nameOfRule(what.rule)}`;
      case 'most': return `at most ${ruleOf(what.rule)?.most ?? 0} of ${nameOfRule(what.rule)}`;
      case 'apart': return `only one of ${groupOf(what.apart)}`;
      case 'seconds': return `a form takes at most ${minutes(blueprint.seconds ?? 0)}`;
      case 'overlap': return wish.overlap === 0 ? `no item in two of ${wish.forms} forms` : `at most ${count(wish.overlap)} in common of any two of ${wish.forms} forms`;
      case 'use': return usesAllowed(wish) === 1 ? `each item in one of ${wish.forms} forms only` : `each item in at most ${usesAllowed(wish)} of ${wish.forms} forms`;
    }
  };
  const demand = (what: Demand): string => {
    const section = what.part === 'count' ? sectionOf(what.section) : undefined;
    const group = what.part === 'apart' ? blueprint.apart.find(({ id }) => id === what.apart) : undefined;
    const number = section !== undefined ? items.filter((item) => fitsCriteria(item, section.of)).length : group !== undefined ? items.filter((item) => isApart(item, group)).length : what.part === 'least' ? there(what.rule) : null;
    return `${asked(what)}${number === null ? '' : ` (${number} there)`}`;
  };
  const change = (what: Demand, from: number, to: number): string => {
    switch (what.part) {
      case 'count': return `${titleOf(what.section)}: ${count(to)} instead of ${from}`;
      case 'least': return `${nameOfRule(what.rule)}: at least ${to} instead of ${from}`;
      case 'most': return `${nameOfRule(what.rule)}: at most ${to} instead of ${from}`;
      case 'apart': return `Several of ${groupOf(what.apart)} may stand in one form`;
      case 'seconds': return `A form may take ${minutes(to)} instead of ${minutes(from)}`;
      case 'overlap': return `Two forms may have ${count(to)} in common instead of ${from}`;
      case 'use': return `An item may stand in ${to} of ${wish.forms} forms instead of ${from}`;
    }
  };
  const reason = (conflict: readonly Demand[]): string => {
    const [only, ...others] = conflict;
    if (only === undefined) return 'There are no items for this blueprint.';
    if (others.length > 0) return `These can't be met together: ${conflict.map(demand).join('; ')}.`;
    if (only.part === 'least') return `There ${isAre(there(only.rule))} of ${nameOfRule(only.rule)}; ${ruleOf(only.rule)?.least ?? 0} are asked for.`;
    if (only.part === 'count') {
      const section = sectionOf(only.section);
      return `There ${isAre(section === undefined ? 0 : items.filter((item) => fitsCriteria(item, section.of)).length)} for ${titleOf(only.section)}; ${section?.count ?? 0} are asked for.`;
    }
    return `This can't be met: ${demand(only)}.`;
  };
  return { asked, demand, change, reason };
}

/** What is counted: "judgement, hard, tagged dosage". Ids stand as they are; a screen that knows titles says them itself. */
export function nameOf({ bank, unit, level, difficulty, kind, tag, statement }: Criteria): string {
  const parts = [level, difficulty, kind, unit && `unit ${unit}`, bank && `bank ${bank}`, tag && `tagged ${tag}`, statement && `statement ${statement}`].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? 'all items' : parts.join(', ');
}

const count = (items: number): string => `${items} ${items === 1 ? 'item' : 'items'}`;
const isAre = (items: number): string => (items === 0 ? 'is no item' : items === 1 ? 'is 1 item' : `are ${items} items`);
const minutes = (seconds: number): string => `${Math.round(seconds / 6) / 10} minutes`;
