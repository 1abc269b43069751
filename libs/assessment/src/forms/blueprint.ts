import type { Difficulty, Kind, Level } from '../item.js';

/** What an item must be to count; what is left out asks nothing. */
export interface Criteria { bank?: string; unit?: string; level?: Level; difficulty?: Difficulty; tag?: string; statement?: string; kind?: Kind }

/** A part of every form. `count` is how many items it has; `of` is what all of them are. */
export interface BlueprintSection { id: string; title: string; count: number; shuffle: boolean; of: Criteria }

/**
 * How many of a form's items are of a kind: at least `least`, at most `most` (the same number in both: exactly; null:
 * no bound on that side). Over the items of one section, or of the whole form where `section` is left out.
 */
export interface CountRule { id: string; section?: string; of: Criteria; least: number | null; most: number | null }

/** Items of which a form has one at most ("enemies"): all that carry `tag`, or those listed, or both together. */
export interface Apart { id: string; tag?: string; items?: string[] }

/** What every form of an assessment must be. */
export interface Blueprint {
  sections: BlueprintSection[];
  rules: CountRule[];
  apart: Apart[];
  /** Most that a form may take, in seconds; null: no matter. */
  seconds: number | null;
}

/** An item as far as building forms needs it. `tags`, `statements`: as on the item. */
export interface FormItem {
  id: string;
  bank: string;
  unit: string | null;
  level: Level;
  difficulty: Difficulty;
  kind: Kind;
  tags: readonly string[];
  statements: readonly string[];
  /** Mean share of its points that learners earned, 0..1; null: too few answers to say. */
  facility: number | null;
  /** What learners took, in seconds; null: not known, 90 are reckoned. */
  seconds: number | null;
}

/** Seconds reckoned for an item of which no time is known: what packages reckon for a question too. */
export const usualSeconds = 90;
/** The facility that is reckoned for an item of which no statistics are known, by its author's label. */
export const labelledFacility = { easy: 0.85, medium: 0.65, hard: 0.45 } as const satisfies Record<Difficulty, number>;

/** How easy an item is, 0..1: its facility where that is known, else what its label stands for. */
export const expectedFacility = ({ facility, difficulty }: FormItem): number => facility ?? labelledFacility[difficulty];

/** Whether an item counts under these criteria. */
export function fitsCriteria(item: FormItem, of: Criteria): boolean {
  return (of.bank === undefined || item.bank === of.bank)
    && (of.unit === undefined || item.unit === of.unit)
    && (of.level === undefined || item.level === of.level)
    && (of.difficulty === undefined || item.difficulty === of.difficulty)
    && (of.kind === undefined || item.kind === of.kind)
    && (of.tag === undefined || item.tags.includes(of.tag))
    && (of.statement === undefined || item.statements.includes(of.statement));
}

/** Whether an item is one of a group that is kept apart. */
export function isApart(item: FormItem, { tag, items }: Apart): boolean {
  return (tag !== undefined && item.tags.includes(tag)) || items?.includes(item.id) === true;
}

/** How many of the items could be counted by a rule: those that fit it and a section that it speaks of. */
export function availableFor(rule: CountRule, blueprint: Blueprint, items: readonly FormItem[]): number {
  const sections = blueprint.sections.filter(({ id }) => rule.section === undefined || id === rule.section);
  return items.filter((item) => fitsCriteria(item, rule.of) && sections.some(({ of }) => fitsCriteria(item, of))).length;
}

/** How many items a form of this blueprint has. */
export const formSize = ({ sections }: Blueprint): number => sections.reduce((sum, { count }) => sum + count, 0);
