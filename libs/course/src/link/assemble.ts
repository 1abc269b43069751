import type { Assessment, Bank, Item } from '@preceptor/assessment';
import type { CompiledCourse, Lesson, Media, Unit } from '../compiled.js';
import type { PlacedItem } from '../parts/bank.js';
import { allBanks, type SourceParts } from './source-parts.js';

/** Puts the parts together. Called when nothing is in error, so that every id that is named exists. null: the course file is missing. */
export function assemble(parts: SourceParts, media: Media[]): CompiledCourse | null {
  const head = parts.course?.value ?? null;
  if (head === null) return null;
  const banks = makeBanks(parts);
  const items = new Map<string, Item>(banks.flatMap((bank) => bank.items.map((item): [string, Item] => [item.id, item])));
  const lessonsOf = lessonsByStatement(parts);
  for (const unit of parts.units) for (const placed of unit.checks?.value ?? []) items.set(placed.item.id, finished(placed, lessonsOf));
  return {
    format: 'preceptor-course/1',
    ...head,
    statements: parts.statements?.value ?? [],
    glossary: parts.glossary?.value ?? [],
    units: parts.units.flatMap((unit): Unit[] => {
      const value = unit.unit?.value ?? null;
      if (value === null) return [];
      const lessons = unit.lessons.flatMap(({ value: body }): Lesson[] => (body === null ? [] : [{
        ...body.lesson,
        checks: body.checks.flatMap((check) => items.get(check.id) ?? []),
      }]));
      return [{ ...value, lessons, assessment: makeAssessment(unit.assessment?.value?.assessment ?? null, value.title) }];
    }),
    banks,
    media,
  };
}

/** The banks of a course in the order of their files, those of banks/ first. */
export function makeBanks(parts: SourceParts): Bank[] {
  const lessonsOf = lessonsByStatement(parts);
  return allBanks(parts).map(({ body, home }) => ({
    id: body.id,
    title: body.title,
    unit: body.unit ?? home?.unit?.value?.id ?? null,
    items: body.items.map((placed) => finished(placed, lessonsOf)),
  }));
}

export function makeAssessment(written: (Omit<Assessment, 'title'> & { title: string | null }) | null, unitTitle: string): Assessment | null {
  return written === null ? null : { ...written, title: written.title ?? unitTitle };
}

function lessonsByStatement(parts: SourceParts): Map<string, string[]> {
  const lessons = new Map<string, string[]>();
  for (const { value } of parts.units.flatMap((unit) => unit.lessons)) {
    for (const statement of value?.lesson.statements ?? []) lessons.set(statement, [...(lessons.get(statement) ?? []), value?.lesson.id ?? '']);
  }
  return lessons;
}

/** An item whose source names no lessons to read again gets those that teach its statements. */
function finished({ item, lessons }: PlacedItem, lessonsOf: ReadonlyMap<string, string[]>): Item {
  if (lessons !== null) return item;
  return { ...item, lessons: [...new Set(item.statements.flatMap((statement) => lessonsOf.get(statement) ?? []))] };
}
