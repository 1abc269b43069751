import type { CompiledCourse } from '@preceptor/course/compiled';

/** An item as far as coverage asks. */
export interface CoveringItem { statements: readonly string[]; level: string | null; approved: boolean }
export interface LevelCount { level: string; items: number; approved: number }
export interface CoveredStatement { id: string; text: string; section: string; items: number; approved: number; levels: LevelCount[] }
/** `id` null: statements that no unit teaches. An item that asks several of a unit's statements counts once in the unit. */
export interface CoveredUnit { id: string | null; title: string; items: number; approved: number; levels: LevelCount[]; statements: CoveredStatement[] }

/** '' stands for items that say no level. */
export const coverageLevels = ['recall', 'application', 'judgement', ''] as const;

/** How many items ask each statement of a course at each level, by the unit that teaches it first. */
export function coverageOf(course: Pick<CompiledCourse, 'statements' | 'units'>, items: readonly CoveringItem[]): CoveredUnit[] {
  const unitOf = new Map<string, string>();
  for (const unit of course.units) {
    const taught = [...unit.objectives.flatMap(({ statements }) => statements), ...unit.lessons.flatMap(({ statements }) => statements)];
    for (const id of taught) if (!unitOf.has(id)) unitOf.set(id, unit.id);
  }
  const asking = new Map<string, CoveringItem[]>();
  for (const item of items) {
    for (const id of new Set(item.statements)) {
      const list = asking.get(id);
      if (list === undefined) asking.set(id, [item]);
      else list.push(item);
    }
  }
  const groups = [...course.units.map(({ id, title }) => ({ id, title })), { id: null, title: 'Taught in no unit' }];
  return groups.flatMap(({ id, title }) => {
    const statements = course.statements.filter((one) => (unitOf.get(one.id) ?? null) === id).map((one) => ({ id: one.id, text: one.text, section: one.section, ...counted(asking.get(one.id) ?? []) }));
    if (statements.length === 0) return [];
    return [{ id, title, ...counted([...new Set(statements.flatMap((one) => asking.get(one.id) ?? []))]), statements }];
  });
}

function counted(items: readonly CoveringItem[]): { items: number; approved: number; levels: LevelCount[] } {
  const approved = (some: readonly CoveringItem[]): number => some.filter((item) => item.approved).length;
  return {
    items: items.length, approved: approved(items),
    levels: coverageLevels.map((level) => {
      const of = items.filter((item) => (item.level ?? '') === level);
      return { level, items: of.length, approved: approved(of) };
    }),
  };
}
