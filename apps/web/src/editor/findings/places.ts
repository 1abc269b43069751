import type { Item } from '@preceptor/assessment';
import { lintItem, lintRules, type Finding, type LintCode } from '@preceptor/assessment/lint';
import type { ItemProblem } from '@preceptor/course/items';
import { pointerOf, type ItemDocument } from '../document/paths.js';
import { placeOfFinding } from '../document/ids.js';

export interface Waiver { rule: string; reason: string; by: string | null; at: string }
/** A finding of item lint at its place in the form, with what explains it. */
export interface ShownFinding extends Finding { title: string; why: string; waiver: Waiver | null }
export interface Place { problems: readonly ItemProblem[]; findings: readonly ShownFinding[]; comments: number }

/** What is to be said of an item, by the pointer to its field. */
export interface Said { problems: readonly ItemProblem[]; findings: readonly ShownFinding[]; places: ReadonlyMap<string, Place> }
export const nothingAt: Place = { problems: [], findings: [], comments: 0 };

/** What the compiler and item lint both say is left to item lint, whose findings can be waived. */
const saidByLint = new Set(['PRE0506', 'PRE0616']);

/** Gathers what is wrong with an item, each at the field that it concerns. `written`: compiled, with the ids of its document. */
export function gathered(document: ItemDocument, written: Item | null, problems: readonly ItemProblem[], waivers: readonly Waiver[], comments: ReadonlyMap<string, number>, language: string): Said {
  const findings = written === null ? [] : findingsOf(written, waivers, language);
  const kept = problems.filter(({ code }) => !saidByLint.has(code));
  const places = new Map<string, Place>();
  const add = (pointer: string, more: Partial<Place>): void => {
    const before = places.get(pointer) ?? nothingAt;
    places.set(pointer, { problems: [...before.problems, ...(more.problems ?? [])], findings: [...before.findings, ...(more.findings ?? [])], comments: before.comments + (more.comments ?? 0) });
  };
  for (const problem of kept) add(pointerOf(problem.path), { problems: [problem] });
  for (const finding of findings) add(pointerOf(placeOfFinding(document, finding.path)), { findings: [finding] });
  for (const [pointer, count] of comments) add(pointer, { comments: count });
  return { problems: kept, findings, places };
}

function findingsOf(item: Item, waivers: readonly Waiver[], language: string): ShownFinding[] {
  const report = lintItem(item, { language });
  return report.findings.map((finding) => {
    const rule = lintRules[finding.code as LintCode];
    return { ...finding, title: rule.title, why: rule.why, waiver: waivers.find((each) => each.rule === finding.code) ?? null };
  });
}

/** What a field that is not filled yet lacks: no fault before its author has been there. */
const lacking = new Set(['PRE0211', 'PRE0215']);
export const isLack = (problem: ItemProblem): boolean => lacking.has(problem.code) || problem.code === 'PRE0503';
