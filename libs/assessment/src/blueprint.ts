import { sectionsOfForm } from './fixed-forms.js';
import type { Assessment, Bank, Draw, FixedForm, Item } from './item.js';

/** A bank as blueprints need it: whole, or only its items' ids, when those are already filtered by unit. */
export type Banks = readonly Bank[] | Readonly<Record<string, readonly string[]>>;
export type ItemsById = ReadonlyMap<string, Item> | Readonly<Record<string, Item>>;

/** Why a form can't be drawn; `describeProblem` has the sentences. `draw` is the draw's index in its section; counts are of items. */
export type BlueprintProblem = { section: string } & (
  | { code: 'unknown-item'; item: string }
  | { code: 'repeated-item'; item: string }
  | { code: 'unknown-bank'; draw: number; bank: string }
  | { code: 'not-in-forms' }
  | { code: 'unknown-section'; form: string }
  | { code: 'uneven-form'; form: string }
  | { code: 'too-few'; draw: number; bank: string; wanted: number; available: number }
);

/** The items of a bank that fit a draw's filters. */
export function drawable(bank: Bank, draw: Draw): Item[] {
  return draw.unit !== undefined && bank.unit !== draw.unit ? [] : bank.items.filter((item) => fits(item, draw));
}

/**
 * What keeps an assessment from being drawn, all of it; empty: every seed gives a form. Draws share a form without
 * repeating an item, so two draws that are each possible may still be too many together. Without `items`, fixed items
 * are taken to exist.
 */
export function blueprintProblems(assessment: Assessment, banks: readonly Bank[], items?: ItemsById): BlueprintProblem[] {
  if (assessment.forms === undefined) return fill(blueprintOf(assessment, banks, items), (ids) => ids).problems;
  return formsProblems(assessment, assessment.forms, banks, items);
}

/** What is wrong with fixed forms: each must hold every item once, name the assessment's sections and be as long as the first. */
function formsProblems(assessment: Assessment, forms: readonly FixedForm[], banks: readonly Bank[], items?: ItemsById): BlueprintProblem[] {
  const known = new Set(assessment.sections.map(({ id }) => id));
  const lengthOf = ({ sections }: FixedForm, section: string) => sections.find(({ id }) => id === section)?.items.length ?? 0;
  const [first] = forms;
  return [
    ...assessment.sections.filter(({ items: listed, draw }) => (listed ?? []).length + (draw ?? []).length > 0).map(({ id }) => ({ code: 'not-in-forms' as const, section: id })),
    ...forms.flatMap((form): BlueprintProblem[] => [
      ...form.sections.filter(({ id }) => !known.has(id)).map(({ id }) => ({ code: 'unknown-section' as const, section: id, form: form.id })),
      ...assessment.sections.filter(({ id }) => first !== undefined && lengthOf(form, id) !== lengthOf(first, id)).map(({ id }) => ({ code: 'uneven-form' as const, section: id, form: form.id })),
      ...blueprintOf({ ...assessment, sections: sectionsOfForm(assessment, form) }, banks, items).problems,
    ]),
  ];
}

/** A problem as a sentence for the author. */
export function describeProblem(problem: BlueprintProblem): string {
  if (problem.code === 'unknown-item') return `There is no item ${problem.item}.`;
  if (problem.code === 'repeated-item') return `Item ${problem.item} stands twice in this assessment.`;
  if (problem.code === 'not-in-forms') return `Section ${problem.section} lists or draws items of its own, beside the assessment's forms.`;
  if (problem.code === 'unknown-section') return `Form ${problem.form} names a section ${problem.section}, which the assessment does not have.`;
  if (problem.code === 'uneven-form') return `Form ${problem.form} has another number of items in ${problem.section} than the first form.`;
  if (problem.code === 'unknown-bank') return `There is no bank ${problem.bank}.`;
  const { wanted, bank, available } = problem;
  return `This draws ${wanted} ${wanted === 1 ? 'item' : 'items'} from ${bank}, which has ${available} that fit and that nothing else in the assessment needs.`;
}

/** The blueprint with its banks looked up: each draw as a request for items out of `from`, ids sorted. */
export interface Blueprint { fixed: Set<string>; requests: Request[]; problems: BlueprintProblem[] }
interface Request { section: string; draw: number; bank: string; count: number; from: string[] }

export function blueprintOf(assessment: Assessment, banks: Banks, items?: ItemsById): Blueprint {
  const blueprint: Blueprint = { fixed: new Set(), requests: [], problems: [] };
  const { fixed, requests, problems } = blueprint;
  for (const { id: section, items: listed = [] } of assessment.sections) {
    for (const item of listed) {
      if (fixed.has(item)) problems.push({ code: 'repeated-item', section, item });
      else if (items !== undefined && itemOf(items, item) === undefined) problems.push({ code: 'unknown-item', section, item });
      fixed.add(item);
    }
  }
  for (const { id: section, draw: draws = [] } of assessment.sections) {
    draws.forEach((draw, index) => {
      const { bank, count } = draw;
      const from = candidates(banks, draw, items);
      if (from === undefined) problems.push({ code: 'unknown-bank', section, draw: index, bank });
      else requests.push({ section, draw: index, bank, count, from: from.filter((id) => !fixed.has(id)).sort() });
    });
  }
  return blueprint;
}

/**
 * Gives every request its items, none twice: a matching of requests and items by augmenting paths (H. W. Kuhn, "The
 * Hungarian Method for the Assignment Problem", Naval Research Logistics Quarterly 2, 1955), so that a wide draw never
 * takes what a narrow one needs. `shuffle` decides between the items that would do. Items come by request.
 */
export function fill(blueprint: Blueprint, shuffle: (ids: string[]) => string[]): { drawn: string[][]; problems: BlueprintProblem[] } {
  const holder = new Map<string, number>();
  const choices = blueprint.requests.map((request) => shuffle(request.from));

  const give = (to: number, tried: Set<string>): boolean => {
    const wanted = (choices[to] ?? []).filter((id) => holder.get(id) !== to && !tried.has(id));
    for (const id of [...wanted.filter((one) => !holder.has(one)), ...wanted.filter((one) => holder.has(one))]) {
      if (tried.has(id)) continue;
      tried.add(id);
      const held = holder.get(id);
      if (held !== undefined && !give(held, tried)) continue;
      holder.set(id, to);
      return true;
    }
    return false;
  };

  const problems = [...blueprint.problems];
  blueprint.requests.forEach((request, index) => {
    let given = 0;
    while (given < request.count && give(index, new Set())) given++;
    if (given === request.count) return;
    const { section, draw, bank, count } = request;
    problems.push({ code: 'too-few', section, draw, bank, wanted: count, available: given });
  });
  return { drawn: choices.map((ids, index) => ids.filter((id) => holder.get(id) === index)), problems };
}

/** The item by its id, from either kind of index. */
export function itemOf(items: ItemsById, id: string): Item | undefined {
  if (items instanceof Map) return items.get(id);
  return Object.hasOwn(items, id) ? (items as Readonly<Record<string, Item>>)[id] : undefined;
}

function candidates(banks: Banks, draw: Draw, items: ItemsById | undefined): string[] | undefined {
  if (Array.isArray(banks)) {
    const bank = (banks as readonly Bank[]).find((one) => one.id === draw.bank);
    return bank === undefined ? undefined : [...new Set(drawable(bank, draw).map((item) => item.id))];
  }
  const ids = Object.hasOwn(banks, draw.bank) ? (banks as Readonly<Record<string, readonly string[]>>)[draw.bank] : undefined;
  return ids && [...new Set(ids)].filter((id) => {
    const item = items && itemOf(items, id);
    return item !== undefined && fits(item, draw);
  });
}

function fits(item: Item, draw: Draw): boolean {
  return (draw.level === undefined || item.level === draw.level)
    && (draw.difficulty === undefined || item.difficulty === draw.difficulty)
    && (draw.tag === undefined || item.tags.includes(draw.tag));
}
