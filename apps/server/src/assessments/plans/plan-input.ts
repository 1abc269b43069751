import { z } from 'zod';

const passMark = z.number('A share from 0 to 1 is needed.').min(0, 'A pass mark is from 0 to 1.').max(1, 'A pass mark is from 0 to 1.').nullable();
const fields = {
  title: z.string().trim().min(1, 'Give the assessment a title.').max(120, 'A title has at most 120 characters.'),
  unit: z.string().min(1, 'Choose the unit that it belongs to.').max(64),
  intro: z.string().max(4_000, 'An introduction has at most 4,000 characters.'),
  purpose: z.enum(['quiz', 'final', 'pre-test', 'self-assessment'], 'quiz, final, pre-test or self-assessment.'),
  passMark,
  maxAttempts: z.int('A whole number is needed.').min(1, 'At least one attempt.').max(1_000, 'At most 1,000 attempts.').nullable(),
  timeLimitSeconds: z.int('A whole number is needed.').min(60, 'A time limit is at least a minute.').max(864_000, 'At most ten days.').nullable(),
  feedback: z.enum(['immediate', 'after-submit', 'never'], 'immediate, after-submit or never.'),
  navigation: z.enum(['free', 'linear'], 'free or linear.'),
  required: z.boolean(),
  banks: z.array(z.uuid('This is no bank.')).max(100, 'At most 100 banks.'),
  blueprint: z.unknown(),
  wish: z.unknown(),
};

/** What a new plan must say; the rest has usual values. */
export const newPlan = z.object({ course: z.string(), ...fields }).partial().required({ course: true, title: true, unit: true, purpose: true });
/** What of a plan is to be different. */
export const planChange = z.object(fields).partial();

/** The fields that are there at all. */
export function givenOf<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
