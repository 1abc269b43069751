import { randomFrom } from '../random.js';
import { expectedFacility, fitsCriteria, formSize, isApart, usualSeconds, type Blueprint, type FormItem } from './blueprint.js';
import { Program } from './program.js';
import type { Demand, FormWish, Kept } from './result.js';

/** What a change costs when the nearest feasible blueprint is looked for: an item more or less asked is 1. */
const costs = { least: 1, most: 1, overlap: 1.01, count: 1.1, seconds: 0.5, use: 2, apart: 3 } as const satisfies Record<Demand['part'], number>;
/** Forms whose mean facilities differ by no more than this are taken to be equally hard. */
export const evenEnough = 0.01;
/** What an item's worth of unevenness costs, where using the most used item costs 1. */
const unevenness = 25;

type Term = readonly [variable: number, factor: number];
/** How far a demand was given way to: by `variable` times `step`. */
export interface Slack { demand: Demand; variable: number; direction: 1 | -1; step: number }
export interface FormProgram { program: Program; /** for each form, its items' variables */ chosen: { item: string; section: string; variable: number }[][]; slacks: Slack[] }
export interface ModelOptions {
  wish: FormWish;
  /** demands that are to be met; those for which this is false are left out */
  keep?: (demand: Demand) => boolean;
  /** every demand may be given way to, at a cost, and nothing else costs anything */
  elastic?: boolean;
  /** items that are to stand in a form's section */
  kept?: readonly Kept[];
  /** costs of using items, and evenness of the forms */
  prefer?: { exposure: Readonly<Record<string, number>>; seed: string };
}

/** The demands of a blueprint as rows over one 0/1 variable for each item, section that it may stand in, and form. */
export function formProgram(blueprint: Blueprint, items: readonly FormItem[], { wish, keep = () => true, elastic = false, kept = [], prefer }: ModelOptions): FormProgram {
  const program = new Program();
  const price = prefer === undefined ? () => 0 : prices(items, prefer);
  const places = blueprint.sections.flatMap(({ id, of }) => items.filter((item) => fitsCriteria(item, of)).map((item) => ({ section: id, item })));
  const stays = new Set(kept.map(({ form, section, item }) => `${form} ${section} ${item}`));
  const forms = Array.from({ length: wish.forms }, (_, form) => places.map(({ section, item }) => ({ section, item, variable: program.variable(stays.has(`${form} ${section} ${item.id}`) ? 1 : 0, 1, price(item.id)) })));
  const slacks: Slack[] = [];

  /** A row for each form, one and the same slack for all of them: a blueprint holds for every form. */
  const demand = (what: Demand, rows: Term[][], low: number, high: number, { most = 1000, step = 1 } = {}): void => {
    if (!keep(what)) return;
    const give = (direction: 1 | -1, bound: number): Term[] => {
      if (!elastic || bound <= 0) return [];
      const variable = program.variable(0, bound, costs[what.part]);
      slacks.push({ demand: what, variable, direction, step });
      return [[variable, -direction * step]];
    };
    const slack = [...(low === -Infinity ? [] : give(-1, low)), ...(high === Infinity ? [] : give(1, most))];
    for (const row of rows) program.row([...row, ...slack], low, high);
  };
  const counted = (fits: (place: { section: string; item: FormItem }) => boolean, factor: (item: FormItem) => number = () => 1): Term[][] =>
    forms.map((form) => form.filter(fits).map(({ variable, item }): Term => [variable, factor(item)]));

  for (const { id, count } of blueprint.sections) demand({ part: 'count', section: id }, counted(({ section }) => section === id), count, count);
  for (const { id, section: only, of, least, most } of blueprint.rules) {
    const rows = () => counted(({ section, item }) => (only === undefined || section === only) && fitsCriteria(item, of));
    if (least !== null && least > 0) demand({ part: 'least', rule: id }, rows(), least, Infinity);
    if (most !== null) demand({ part: 'most', rule: id }, rows(), -Infinity, most);
  }
  for (const apart of blueprint.apart) demand({ part: 'apart', apart: apart.id }, counted(({ item }) => isApart(item, apart)), -Infinity, 1);
  if (blueprint.seconds !== null) demand({ part: 'seconds' }, counted(() => true, ({ seconds }) => seconds ?? usualSeconds), -Infinity, blueprint.seconds, { step: 60 });

  const byItem = forms.map((form) => {
    const terms = new Map<string, Term[]>();
    for (const { item, variable } of form) terms.set(item.id, [...(terms.get(item.id) ?? []), [variable, 1]]);
    return terms;
  });
  const ids = [...new Set(places.map(({ item }) => item.id))];
  if (blueprint.sections.length > 1) for (const terms of byItem) for (const row of terms.values()) if (row.length > 1) program.row(row, 0, 1);
  const uses = usesAllowed(wish);
  const usesOfEach = () => ids.map((id) => byItem.flatMap((terms) => terms.get(id) ?? []));
  if (uses < wish.forms) demand({ part: 'use' }, usesOfEach(), -Infinity, uses, { most: wish.forms - uses });
  // Nothing in common is nothing used twice, in far fewer rows; how much is in common must be counted where it may give way.
  if (wish.forms > 1 && wish.overlap === 0 && !elastic) demand({ part: 'overlap' }, usesOfEach(), -Infinity, 1);
  else if (wish.forms > 1 && wish.overlap < formSize(blueprint)) keepDifferent(program, byItem, ids, wish, demand);
  if (prefer !== undefined && wish.forms > 1) keepEven(program, forms.map((form) => form.map(({ item, variable }): Term => [variable, expectedFacility(item)])), formSize(blueprint));
  return { program, chosen: forms.map((form) => form.map(({ section, item, variable }) => ({ section, item: item.id, variable }))), slacks };
}

/** In how many forms an item may stand. */
export const usesAllowed = ({ forms, mostUse }: FormWish): number => Math.max(1, Math.floor(mostUse * forms + 1e-9));

type Demanding = (what: Demand, rows: Term[][], low: number, high: number) => void;
/** No two forms have more than so many items in common. */
function keepDifferent(program: Program, byItem: ReadonlyMap<string, Term[]>[], ids: readonly string[], { overlap }: FormWish, demand: Demanding): void {
  const pairs = byItem.flatMap((one, first) => byItem.slice(first + 1).map((other): Term[] => ids.map((id) => {
    const both = program.variable(0, 1, 0, false);
    program.row([[both, 1], ...[...(one.get(id) ?? []), ...(other.get(id) ?? [])].map(([variable]): Term => [variable, -1])], -1, Infinity);
    return [both, 1];
  })));
  demand({ part: 'overlap' }, pairs, -Infinity, overlap);
}

/** The sums of facilities of all forms lie in one span, of which what is wider than `evenEnough` costs. */
function keepEven(program: Program, forms: readonly Term[][], size: number): void {
  const lowest = program.variable(0, size, 0, false);
  const wider = program.variable(0, size, unevenness, false);
  for (const form of forms) {
    program.row([...form, [lowest, -1]], 0, Infinity);
    program.row([...form, [lowest, -1], [wider, -1]], -Infinity, evenEnough * size);
  }
}

/** From 0 for what was never used to 1 for what was used most, and a trace of chance that decides between equals. */
function prices(items: readonly FormItem[], { exposure, seed }: { exposure: Readonly<Record<string, number>>; seed: string }): (id: string) => number {
  const used = (id: string) => (Object.hasOwn(exposure, id) ? exposure[id] ?? 0 : 0);
  const most = Math.max(1, ...items.map(({ id }) => used(id)));
  const chance = randomFrom(`${seed}/forms`);
  const known = new Map(items.map(({ id }) => [id, used(id) / most + chance.below(1000) / 50_000]));
  return (id) => known.get(id) ?? 0;
}
