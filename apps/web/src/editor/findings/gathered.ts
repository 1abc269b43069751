import type { Item } from '@preceptor/assessment';
import { lintItem, lintRules } from '@preceptor/assessment/lint';
import type { ItemProblem } from '@preceptor/course/items';
import { placeOfFinding } from '../document/ids.js';
import { pointerOf, type ItemDocument } from '../document/paths.js';
import { nothingAt, type Place, type Said, type ShownFinding, type Waiver } from './said.js';

/** What the compiler and item lint both say is left to item lint, whose findings can be waived. */
const saidByLint = new Set(['PRE0506', 'PRE0616']);

/** Gathers what is wrong with an item, each at the field that it concerns. */
export function gathered(document: ItemDocument, item: Item | null, problems: readonly ItemProblem[], waivers: readonly Waiver[], comments: ReadonlyMap<string, number>, language: string): Said {
  const findings = item === null ? [] : findingsOf(item, waivers, language);
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
    const rule = lintRules[finding.code];
    return { ...finding, title: rule.title, why: rule.why, waiver: waivers.find((each) => each.rule === finding.code) ?? null };
  });
}
