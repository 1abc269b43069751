import { readOutline } from '../learning/reading.js';

/** The assessments of an outline, in the course's order. */
export const choicesOf = (outline: unknown): { id: string; title: string }[] => readOutline(outline)?.units.flatMap(({ assessment }) => (assessment === null ? [] : [{ id: assessment.id, title: assessment.title }])) ?? [];
