import { choiceCount, itemsInForm, type Assessment, type Item } from '@preceptor/assessment';
import type { CompiledCourse, Lesson, Unit } from '../compiled.js';
import type { CourseOutline, OutlineAssessment, OutlineItem, OutlineLesson, OutlineUnit } from './contract.js';
import { revisionsOf, type Revisions } from './revisions.js';

/**
 * The outline of a course: `version` is the SHA-256 (hex) of its canonical JSON. Holds no lesson text, item or key.
 * For a translation, `base` is the course that it is a translation of (the one in whose `translations` it stands), for a
 * part of a course the whole: revisions are those of `base`, and so the same in every language of a version.
 */
export function outlineOf(course: CompiledCourse, version: string, base: CompiledCourse = course): CourseOutline {
  const revisions = revisionsOf(base);
  return {
    format: 'preceptor-outline/1',
    id: course.id,
    version,
    title: course.title,
    language: course.language,
    direction: course.direction,
    disclaimerHtml: course.disclaimer?.html ?? null,
    credits: course.credits,
    rules: course.rules,
    units: course.units.map((unit) => outlineUnit(unit, revisions)),
    glossary: course.glossary.length > 0,
  };
}

function outlineUnit(unit: Unit, revisions: Revisions): OutlineUnit {
  return {
    id: unit.id,
    title: unit.title,
    summaryHtml: unit.summaryHtml,
    objectives: unit.objectives.map((objective) => objective.text),
    lessons: unit.lessons.map((lesson) => outlineLesson(lesson, revisions)),
    assessment: unit.assessment === null ? null : outlineAssessment(unit.assessment, revisions),
  };
}

function outlineLesson(lesson: Lesson, revisions: Revisions): OutlineLesson {
  return {
    id: lesson.id,
    title: lesson.title,
    minutes: lesson.minutes,
    checks: lesson.checks.map((item) => outlineItem(item, revisions)),
    reflections: lesson.reflections.map((reflection) => reflection.id),
  };
}

function outlineItem(item: Item, revisions: Revisions): OutlineItem {
  return { id: item.id, kind: item.kind, choices: choiceCount(item), revision: revisions.ofItem(item) };
}

function outlineAssessment(assessment: Assessment, revisions: Revisions): OutlineAssessment {
  const { sections: _sections, introHtml: _intro, forms, ...rest } = assessment;
  return { ...rest, ...(forms && { forms: forms.map(({ id }) => ({ id })) }), itemCount: itemsInForm(assessment), revision: revisions.ofAssessment(assessment) };
}
