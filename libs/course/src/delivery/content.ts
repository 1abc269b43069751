import { drawable, namedItems, viewOf, type Assessment, type Item, type ItemView } from '@preceptor/assessment';
import type { CompiledCourse, Lesson } from '../compiled.js';
import type { AssessmentContent, LessonContent } from './contract.js';
import { itemById } from './items.js';

/** A lesson with its checks whole, keys included: for a package, where the player must score. null: no such lesson. */
export function lessonContent(course: CompiledCourse, id: string): LessonContent<Item> | null {
  const lesson = findLesson(course, id);
  if (lesson === null) return null;
  return { id, html: lesson.html, checks: lesson.checks, reflections: lesson.reflections };
}

/** A lesson as a learner may see it where the server scores: its checks without key or feedback, as `view` shows them. null: no such lesson. */
export function lessonView(course: CompiledCourse, id: string, view: (item: Item) => ItemView = (item) => viewOf(item)): LessonContent<ItemView> | null {
  const lesson = findLesson(course, id);
  if (lesson === null) return null;
  return { id, html: lesson.html, checks: lesson.checks.map((item) => view(item)), reflections: lesson.reflections };
}

/** One assessment with the items that a form of it can hold, and no others. null: no such assessment. */
export function assessmentContent(course: CompiledCourse, id: string): AssessmentContent | null {
  const assessment = findAssessment(course, id);
  if (assessment === null) return null;
  const known = itemById(course);
  const items = new Map<string, Item>();
  const banks: Record<string, string[]> = {};
  for (const item of namedItems(assessment)) {
    const found = known.get(item);
    if (found !== undefined) items.set(item, found);
  }
  for (const section of assessment.sections) {
    for (const draw of section.draw ?? []) {
      const bank = course.banks.find((candidate) => candidate.id === draw.bank);
      if (bank === undefined) continue;
      for (const item of drawable(bank, draw)) items.set(item.id, item);
    }
  }
  for (const bank of course.banks) {
    const ids = bank.items.filter((item) => items.has(item.id)).map((item) => item.id);
    const drawn = assessment.sections.some((section) => section.draw?.some((draw) => draw.bank === bank.id));
    if (drawn) banks[bank.id] = ids;
  }
  return { assessment, items: [...items.values()], banks };
}

function findLesson(course: CompiledCourse, id: string): Lesson | null {
  for (const unit of course.units) for (const lesson of unit.lessons) if (lesson.id === id) return lesson;
  return null;
}

function findAssessment(course: CompiledCourse, id: string): Assessment | null {
  return course.units.find((unit) => unit.assessment?.id === id)?.assessment ?? null;
}
