import type { Item } from '@preceptor/assessment';
import { compileItemDocument, type ItemProblem } from '@preceptor/course/items';
import { useDeferredValue, useMemo } from 'react';
import type { ItemStandingFragment } from '../generated/graphql.js';
import { pathOf, pointerOf, type ItemDocument } from './document/paths.js';
import { gathered, type Said, type Waiver } from './findings/places.js';
import type { Medium } from './form/ItemForm.js';

export interface Checked { item: Item | null; said: Said }

/** The item as the compiler and item lint see it while it is written; typing never waits for them. */
export function useChecked(document: ItemDocument, media: ReadonlyMap<string, Medium>, standing: ItemStandingFragment, isSaved: boolean, comments: ReadonlyMap<string, number>, language: string): Checked {
  const settled = useDeferredValue(document);
  const compiled = useMemo(() => compileItemDocument({ id: standing.name, ...settled }, { media: (path) => media.get(path) ?? null, language }), [settled, media, language, standing.name]);
  const waivers = useMemo(() => standing.findings.flatMap(({ rule, waiver }): Waiver[] => (waiver === null ? [] : [{ rule, reason: waiver.reason, by: waiver.by?.name ?? null, at: waiver.at }])), [standing.findings]);
  const problems = useMemo(() => (isSaved ? [...compiled.problems, ...onlyServer(compiled.problems, standing.problems)] : compiled.problems), [compiled, standing.problems, isSaved]);
  const said = useMemo(() => gathered(settled, compiled.written, problems, waivers, comments, language), [settled, compiled, problems, waivers, comments, language]);
  return { item: compiled.item, said };
}

/** What the server alone can say, such as that the course has no statement of this name. */
function onlyServer(here: readonly ItemProblem[], there: ItemStandingFragment['problems']): ItemProblem[] {
  const known = new Set(here.map(({ code, path }) => `${code} ${pointerOf(path)}`));
  return there.filter(({ code, place }) => !known.has(`${code} ${place}`)).map(({ code, severity, place, message, hint }) => ({ code, severity: severity === 'ERROR' ? 'error' : 'warning', path: [...pathOf(place)], message, hint }));
}
