import { choiceCount, type Assessment, type Item } from '@preceptor/assessment';
import type { CompiledCourse, Lesson, Unit } from '../compiled.js';
import type { CourseOutline, OutlineAssessment, OutlineItem, OutlineLesson, OutlineUnit } from './contract.js';

/** The outline of a course: `version` is the SHA-256 (hex) of its canonical JSON. Holds no lesson text, item or key. */
export function outlineOf(course: CompiledCourse, version: string): CourseOutline {
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
    units: course.units.map(outlineUnit),
    glossary: course.glossary.length > 0,
  };
}

function outlineUnit(unit: Unit): OutlineUnit {
  return {
    id: unit.id,
    title: unit.title,
    summaryHtml: unit.summaryHtml,
    objectives: unit.objectives.map((objective) => objective.text),
    lessons: unit.lessons.map(outlineLesson),
    assessment: unit.assessment === null ? null : outlineAssessment(unit.assessment),
  };
}

function outlineLesson(lesson: Lesson): OutlineLesson {
  return {
    id: lesson.id,
    title: lesson.title,
    minutes: lesson.minutes,
    checks: lesson.checks.map(outlineItem),
    reflections: lesson.reflections.map((reflection) => reflection.id),
  };
}

function outlineItem(item: Item): OutlineItem {
  return { id: item.id, kind: item.kind, choices: choiceCount(item) };
}

function outlineAssessment(assessment: Assessment): OutlineAssessment {
  const { sections, introHtml: _intro, ...rest } = assessment;
  return { ...rest, itemCount: sections.reduce((sum, section) => sum + sectionSize(section), 0) };
}

function sectionSize(section: Assessment['sections'][number]): number {
  return (section.items?.length ?? 0) + (section.draw ?? []).reduce((sum, draw) => sum + draw.count, 0);
}
