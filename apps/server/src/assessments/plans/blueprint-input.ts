import type { Apart, Blueprint, BlueprintSection, CountRule, Criteria, FormWish } from '@preceptor/assessment/forms';
import { z } from 'zod';
import { platformErrors } from '../../platform/errors.js';
import { parseInput } from '../../platform/parse.js';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'An id has lower-case letters, digits and hyphens, begins with a letter and has at most 64 characters.');
const title = z.string().trim().min(1, 'Give the section a title.').max(120, 'A title has at most 120 characters.');
const word = z.string().min(1).max(64);
const count = (least: number, most: number) => z.int('A whole number is needed.').min(least, `At least ${least}.`).max(most, `At most ${most.toLocaleString('en')}.`);
const bound = count(0, 1_000).nullable();

const criteria = z.strictObject({
  bank: word, unit: word, level: z.enum(['recall', 'application', 'judgement']), difficulty: z.enum(['easy', 'medium', 'hard']), tag: word, statement: word, kind: word,
}).partial();
const blueprint = z.strictObject({
  sections: z.array(z.strictObject({ id, title, count: count(0, 500), shuffle: z.boolean(), of: criteria })).min(1, 'An assessment has at least one section.').max(20, 'At most 20 sections.'),
  rules: z.array(z.strictObject({ id, section: id.optional(), of: criteria, least: bound, most: bound })).max(60, 'At most 60 rules.'),
  apart: z.array(z.strictObject({ id, tag: word.optional(), items: z.array(z.uuid()).max(50, 'At most 50 questions in a group.').optional() })).max(60, 'At most 60 groups.'),
  seconds: count(60, 86_400).nullable(),
});
const wish = z.strictObject({
  forms: count(1, 20), overlap: count(0, 500), mostUse: z.number('A share from 0 to 1 is needed.').min(0, 'At least 0.').max(1, 'At most 1, which is every form.'),
});

/** A blueprint out of what came in. BAD_INPUT with the path of the number or name at fault. */
export function blueprintOf(given: unknown, ...path: string[]): Blueprint {
  const { sections, rules, apart, seconds } = parseInput(blueprint, given, ...path);
  const fault = (says: string, ...at: (string | number)[]) => platformErrors.BAD_INPUT({ says, path: [...path, ...at.map(String)] });
  for (const [name, list] of [['sections', sections], ['rules', rules], ['apart', apart]] as const) {
    const twice = list.findIndex((one, index) => list.findIndex((other) => other.id === one.id) !== index);
    if (twice >= 0) throw fault('Two have the same id.', name, twice, 'id');
  }
  for (const [index, { section, least, most }] of rules.entries()) {
    if (section !== undefined && !sections.some((one) => one.id === section)) throw fault('This rule is about a section that there is not.', 'rules', index, 'section');
    if (least === null && most === null) throw fault('Say how many at least, at most, or both.', 'rules', index, 'least');
    if (least !== null && most !== null && least > most) throw fault('At least is more than at most.', 'rules', index, 'most');
  }
  for (const [index, { tag, items = [] }] of apart.entries()) if (tag === undefined && items.length < 2) throw fault('Name a tag, or at least two questions.', 'apart', index, 'tag');
  return {
    sections: sections.map((section): BlueprintSection => ({ ...section, of: criteriaOf(section.of) })),
    rules: rules.map(({ section, of, ...rule }): CountRule => ({ ...rule, of: criteriaOf(of), ...(section === undefined ? {} : { section }) })),
    apart: apart.map(({ id: own, tag, items }): Apart => ({ id: own, ...(tag === undefined ? {} : { tag }), ...(items === undefined ? {} : { items }) })),
    seconds,
  };
}

export const wishOf = (given: unknown, ...path: string[]): FormWish => parseInput(wish, given, ...path);

/** Without the names that nothing is asked by. */
function criteriaOf(of: z.output<typeof criteria>): Criteria {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Criteria;
}
