import type { Kind } from '@preceptor/assessment';
import type { CourseOutline, OutlineAssessment, OutlineUnit } from '@preceptor/course/delivery';

/** Courses for tests: this room's and those of the adapters that must behave as the contract says. */
export interface SampleSize { units: number; lessonsPerUnit: number; checksPerLesson: number; kinds?: readonly Kind[]; /** makes the ids of lessons and checks; several styles of authors must fit */ id?: (what: string, unit: number, lesson: number, check: number) => string }

/** One assessment a unit; the last unit's is `final`, which decides success and is part of completion. */
export function sampleOutline(size: SampleSize = { units: 2, lessonsPerUnit: 2, checksPerLesson: 1 }): CourseOutline {
  const id = size.id ?? ((what, unit, lesson, check) => `${what}-${unit}-${lesson}${check < 0 ? '' : `-${check}`}`);
  const kinds = size.kinds ?? ['single-choice'];
  const units = Array.from({ length: size.units }, (_, unit): OutlineUnit => ({
    id: `unit-${unit}`, title: `Unit ${unit}`, summaryHtml: '', objectives: [], assessment: sampleAssessment(unit === size.units - 1 ? 'final' : `quiz-${unit}`),
    lessons: Array.from({ length: size.lessonsPerUnit }, (_, lesson) => ({
      id: id('lesson', unit, lesson, -1), title: `Lesson ${unit}.${lesson}`, minutes: 3, reflections: lesson === 0 ? [`reflection-${unit}`] : [],
      checks: Array.from({ length: size.checksPerLesson }, (_, check) => ({ id: id('check', unit, lesson, check), kind: kinds[(unit * 7 + lesson * 3 + check) % kinds.length] ?? 'single-choice', choices: 4 })),
    })),
  }));
  return {
    format: 'preceptor-outline/1', id: 'sample', version: '0'.repeat(64), title: 'Sample', language: 'en', direction: 'ltr', disclaimerHtml: null, credits: '', glossary: false, units,
    rules: { completion: { lessons: 'all', checks: true, assessments: ['final'], minimumSeconds: 0 }, success: { assessments: ['final'] } },
  };
}

export function sampleAssessment(id: string): OutlineAssessment {
  return { id, title: id, purpose: id === 'final' ? 'final' : 'quiz', passMark: 0.8, maxAttempts: 3, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free', itemCount: 40 };
}
