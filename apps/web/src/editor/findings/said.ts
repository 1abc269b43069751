import type { Finding } from '@preceptor/assessment/lint';
import type { ItemProblem } from '@preceptor/course/items';

export interface Waiver { rule: string; reason: string; by: string | null; at: string }
/** A finding of item lint at its place in the form, with what explains it. */
export interface ShownFinding extends Finding { title: string; why: string; waiver: Waiver | null }
export interface Place { problems: readonly ItemProblem[]; findings: readonly ShownFinding[]; comments: number }

/** What is to be said of an item, by the pointer to its field. */
export interface Said { problems: readonly ItemProblem[]; findings: readonly ShownFinding[]; places: ReadonlyMap<string, Place> }
export const nothingAt: Place = { problems: [], findings: [], comments: 0 };
export const nothingSaid: Said = { problems: [], findings: [], places: new Map() };

/** What a field that is not filled yet lacks: no fault before its author has been there. */
const lacking = new Set(['PRE0211', 'PRE0215', 'PRE0503']);
export const isLack = ({ code }: ItemProblem): boolean => lacking.has(code);
