import type { Item } from '@preceptor/assessment';
import { viewOf } from '@preceptor/assessment';
import type { CompiledCourse, Unit } from '@preceptor/course/compiled';
import { itemPlaces, traceability } from '@preceptor/course/delivery';
import type { CourseUnit, ItemDetail, ItemRef, StatementTrace } from './catalog.types.js';
import type { LoadedVersion } from './course-versions.js';
import { textOf } from './plain-text.js';

const longestStem = 200;

/** The units of a version as an instructor looks at them. */
export function unitsOf({ id: versionId, course, outline }: LoadedVersion): CourseUnit[] {
  return course.units.map((unit, index) => ({
    versionId, id: unit.id, title: unit.title, summary: unit.summaryHtml, objectives: unit.objectives,
    lessons: unit.lessons.map(({ id, title, minutes, words, statements, checks }) => ({ versionId, id, title, minutes, words, statements, checks: checks.map((item) => item.id) })),
    assessment: assessmentOf(unit, outline.units[index]?.assessment?.itemCount ?? 0),
  }));
}

function assessmentOf({ assessment }: Unit, itemCount: number): CourseUnit['assessment'] {
  if (assessment === null) return null;
  const { id, title, purpose, passMark, maxAttempts } = assessment;
  return { id, title, purpose, passMark, maxAttempts, itemCount };
}

/** The table statement -> lessons -> items. */
export function statementsOf({ course }: LoadedVersion): StatementTrace[] {
  const titles = new Map(course.units.flatMap((unit) => unit.lessons.map((lesson) => [lesson.id, lesson.title])));
  const places = itemPlaces(course);
  return traceability(course).map(({ statement, lessons, items }) => ({
    id: statement.id, text: statement.text, section: statement.section,
    lessons: lessons.map((id) => ({ id, title: titles.get(id) ?? id })),
    items: items.flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [refOf(place.item, place.banks[0] ?? null)];
    }),
  }));
}

function refOf({ id, kind, level, difficulty, stemHtml }: Item, bank: string | null): ItemRef {
  const stem = textOf(stemHtml);
  return { id, kind, level, difficulty, bank, stem: stem.length > longestStem ? `${stem.slice(0, longestStem - 1)}…` : stem };
}

export interface PlacedItem { item: Item; unit: string | null }

/** Every item of a course with the unit that it belongs to, in the order of the course. */
export function placedItems(course: CompiledCourse): PlacedItem[] {
  const unitOfLesson = new Map(course.units.flatMap((unit) => unit.lessons.map((lesson) => [lesson.id, unit.id])));
  const unitOfBank = new Map(course.banks.map((bank) => [bank.id, bank.unit]));
  return [...itemPlaces(course).values()].map(({ item, lessons, banks }) => ({
    item, unit: (lessons[0] === undefined ? undefined : unitOfLesson.get(lessons[0])) ?? (banks[0] === undefined ? null : unitOfBank.get(banks[0]) ?? null),
  }));
}

/** An item with its key, for those who teach. */
export function itemDetail({ item, unit }: PlacedItem): ItemDetail {
  const { id, kind, stemHtml, level, difficulty, statements, tags, key, feedback } = item;
  return { id, kind, stemHtml, level, difficulty, statements, tags, unit, view: viewOf(item), key, feedback };
}
