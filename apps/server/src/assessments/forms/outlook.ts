import { availableFor, type Blueprint, fitsCriteria, type FormWish, isApart, nameOf } from '@preceptor/assessment/forms';
import type { Candidate } from './candidates.service.js';

/** How one section or rule stands with the items there are. `needed`: what all forms together want. `says` null: nothing is wrong. `instead`: the number that could be met. */
export interface Standing { id: string; available: number; needed: number; says: string | null; instead: number | null }
export interface Value { value: string; items: number }
export interface Outlook { items: number; sections: Standing[]; rules: Standing[]; apart: Standing[]; units: Value[]; tags: Value[]; statements: Value[]; kinds: Value[]; banks: Value[] }
const mostValues = 200;

/** What can be said of a blueprint at once, part by part, without solving it. */
export function outlookOf(blueprint: Blueprint, { forms, overlap, mostUse }: FormWish, items: readonly Candidate[]): Outlook {
  // Without a common item, and where an item may not stand in every form, each form needs items of its own.
  const uses = Math.max(1, Math.floor(mostUse * forms + 1e-9));
  const inAll = (count: number) => (overlap === 0 ? count * forms : Math.max(count, Math.ceil((count * forms) / uses)));
  const standing = (id: string, available: number, wanted: number, what: string): Standing => {
    const needed = inAll(wanted);
    if (available >= needed) return { id, available, needed, says: null, instead: null };
    const instead = Math.max(0, Array.from({ length: wanted + 1 }, (_, count) => count).filter((count) => inAll(count) <= available).at(-1) ?? 0);
    const shared = needed > wanted && available >= wanted;
    return { id, available, needed, instead, says: `${there(available)} ${what}; ${shared ? `${needed} are needed for ${forms} forms that share so few` : `${wanted} ${wanted === 1 ? 'is' : 'are'} asked for`}.` };
  };
  return {
    items: items.length,
    sections: blueprint.sections.map(({ id, title, count, of }) => standing(id, items.filter((item) => fitsCriteria(item, of)).length, count, `for ${title}`)),
    rules: blueprint.rules.map((rule) => standing(rule.id, availableFor(rule, blueprint, items), rule.least ?? 0, `of ${nameOf(rule.of)}`)),
    apart: blueprint.apart.map((group) => ({ id: group.id, available: items.filter((item) => isApart(item, group)).length, needed: 0, says: null, instead: null })),
    units: counted(items.flatMap(({ unit }) => unit ?? [])), tags: counted(items.flatMap(({ tags }) => tags)), statements: counted(items.flatMap(({ statements }) => statements)),
    kinds: counted(items.map(({ kind }) => kind)), banks: counted(items.map(({ bank }) => bank)),
  };
}

function counted(values: readonly string[]): Value[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, items]) => ({ value, items })).sort((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1)).slice(0, mostValues);
}

const there = (count: number): string => (count === 0 ? 'There is no approved question' : count === 1 ? 'There is 1 approved question' : `There are ${count} approved questions`);
