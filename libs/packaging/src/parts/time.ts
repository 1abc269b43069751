import type { Unit } from '@preceptor/course/compiled';

/** How long lessons take to read and assessments to answer, in seconds: a minute and a half for each question asked. */
export function learningSeconds(units: readonly Unit[]): number {
  const reading = units.flatMap(({ lessons }) => lessons).reduce((sum, lesson) => sum + lesson.minutes * 60, 0);
  const questions = units.flatMap((unit) => unit.assessment?.sections ?? []).reduce((sum, section) => sum + (section.items?.length ?? 0) + (section.draw ?? []).reduce((drawn, { count }) => drawn + count, 0), 0);
  return Math.ceil(reading) + questions * 90;
}
