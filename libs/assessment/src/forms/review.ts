import { expectedFacility, fitsCriteria, formSize, isApart, usualSeconds, type Blueprint, type FormItem } from './blueprint.js';
import { usesAllowed } from './model.js';
import type { BuiltForm, Demand, FormWish } from './result.js';
import { wordsOf } from './words.js';

/** What a form is like beside the others. */
export interface FormBalance {
  form: string;
  items: number;
  /** Mean expected facility, 0..1. */
  facility: number;
  /** How many of its items have a facility from learners' answers; the others go by their label. */
  measured: number;
  /** Reckoned time, in seconds. */
  seconds: number;
  byLevel: Record<'recall' | 'application' | 'judgement', number>;
  byDifficulty: Record<'easy' | 'medium' | 'hard', number>;
}

/** A demand that a form does not meet. `form` is null where it is about several. */
export interface Breach { form: string | null; demand: Demand; words: string }

export function balanceOf(forms: readonly BuiltForm[], items: readonly FormItem[]): FormBalance[] {
  const known = new Map(items.map((item) => [item.id, item]));
  return forms.map((form) => {
    const own = itemsOf(form).flatMap((id) => known.get(id) ?? []);
    const byLevel = { recall: 0, application: 0, judgement: 0 };
    const byDifficulty = { easy: 0, medium: 0, hard: 0 };
    for (const { level, difficulty } of own) { byLevel[level] += 1; byDifficulty[difficulty] += 1; }
    return {
      form: form.id, items: own.length, byLevel, byDifficulty,
      facility: own.length === 0 ? 0 : own.reduce((sum, item) => sum + expectedFacility(item), 0) / own.length,
      measured: own.filter(({ facility }) => facility !== null).length,
      seconds: own.reduce((sum, { seconds }) => sum + (seconds ?? usualSeconds), 0),
    };
  });
}

/** What forms do not keep of a blueprint, whoever made them: for forms put together by hand, and once the blueprint has changed. */
export function breaches(blueprint: Blueprint, forms: readonly BuiltForm[], items: readonly FormItem[], wish: FormWish): Breach[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const words = wordsOf(blueprint, items, wish);
  const found: Breach[] = [];
  const check = (form: string | null, demand: Demand, kept: boolean) => { if (!kept) found.push({ form, demand, words: words.asked(demand) }); };
  for (const form of forms) {
    const placed = form.sections.flatMap(({ id, items: ids }) => ids.flatMap((one) => { const item = known.get(one); return item === undefined ? [] : [{ section: id, item }]; }));
    for (const { id, count, of } of blueprint.sections) {
      const own = placed.filter(({ section }) => section === id);
      check(form.id, { part: 'count', section: id }, own.length === count && own.every(({ item }) => fitsCriteria(item, of)));
    }
    for (const { id, section: only, of, least, most } of blueprint.rules) {
      const fit = placed.filter(({ section, item }) => (only === undefined || only === section) && fitsCriteria(item, of)).length;
      if (least !== null) check(form.id, { part: 'least', rule: id }, fit >= least);
      if (most !== null) check(form.id, { part: 'most', rule: id }, fit <= most);
    }
    for (const apart of blueprint.apart) check(form.id, { part: 'apart', apart: apart.id }, placed.filter(({ item }) => isApart(item, apart)).length <= 1);
    if (blueprint.seconds !== null) check(form.id, { part: 'seconds' }, placed.reduce((sum, { item }) => sum + (item.seconds ?? usualSeconds), 0) <= blueprint.seconds);
  }
  const uses = new Map<string, number>();
  for (const id of forms.flatMap(itemsOf)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const all = { ...wish, forms: forms.length };
  check(null, { part: 'use' }, [...uses.values()].every((times) => times <= usesAllowed(all)));
  const common = forms.flatMap((one, index) => forms.slice(index + 1).map((other) => itemsOf(one).filter((id) => itemsOf(other).includes(id)).length));
  if (wish.overlap < formSize(blueprint)) check(null, { part: 'overlap' }, common.every((shared) => shared <= wish.overlap));
  return found;
}

const itemsOf = ({ sections }: BuiltForm): string[] => sections.flatMap(({ items }) => items);
