import { itemsInForm } from '@preceptor/assessment';
import type { Unit } from '@preceptor/course/compiled';

/** How long lessons take to read and assessments to answer, in seconds: a minute and a half for each question asked. */
export function learningSeconds(units: readonly Unit[]): number {
  const reading = units.flatMap(({ lessons }) => lessons).reduce((sum, lesson) => sum + lesson.minutes * 60, 0);
  const questions = units.reduce((sum, { assessment }) => sum + (assessment === null ? 0 : itemsInForm(assessment)), 0);
  return Math.ceil(reading) + questions * 90;
}
