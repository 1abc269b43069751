import { readOutline } from '../learning/reading.js';

/** Who is granted something: one learner, or a whole cohort. */
export type Recipient = { enrolment: string } | { cohort: string };
/** Assessments that an accommodation or a rule can be for. */
export type Choices = { id: string; title: string }[];

/** The assessments of an outline, in the course's order. */
export const choicesOf = (outline: unknown): Choices => readOutline(outline)?.units.flatMap(({ assessment }) => (assessment === null ? [] : [{ id: assessment.id, title: assessment.title }])) ?? [];
