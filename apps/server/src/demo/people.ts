import type { Role } from '../identity/actor.js';

export interface DemoPerson { name: string; email: string; roles: Role[]; about: string }
/** How a learner of the demo went about the course. Days are counted back from today. */
export interface Story extends DemoPerson {
  /** the part of the lessons done, 0 to 1 */
  done: number;
  /** chance of a right answer, 0 to 1 */
  ability: number;
  firstDay: number;
  lastDay: number;
  /** submitted attempts at the final: the chance of a right answer in each */
  finals: number[];
  /** stops in the middle of the next unit's quiz */
  inQuiz?: boolean;
}

export const demoOrganisation = 'Lindenfield Training';
export const demoCohort = 'Autumn cohort';
export const demoCourse = 'ketamine-assisted-psychotherapy';
/** Days from today to the cohort's first and last day. */
export const cohortDays = { first: -24, last: 18 };

const at = (name: string) => `${name.normalize('NFD').replaceAll(/[^A-Za-z ]/g, '').toLowerCase().replaceAll(' ', '.')}@lindenfield.example`;
const person = (name: string, roles: Role[], about: string): DemoPerson => ({ name, email: at(name), roles, about });

export const demoStaff: DemoPerson[] = [
  person('Dana Whitfield', ['COORDINATOR'], 'runs the autumn cohort'),
  person('Elliot Marsh', ['INSTRUCTOR'], 'answers for the course and its questions'),
  person('Amara Nwosu', ['REVIEWER', 'GRADER'], 'approves the items of others and grades their answers'),
  person('Noor Rahman', ['ADMINISTRATOR'], 'looks after accounts and keys'),
];

const learner = (name: string, about: string, story: Omit<Story, keyof DemoPerson>): Story => ({ ...person(name, ['LEARNER'], about), ...story });

export const demoLearners: Story[] = [
  learner('Maya Lindholm', 'has passed', { done: 1, ability: 0.96, firstDay: 24, lastDay: 6, finals: [0.97] }),
  learner('Deshawn Carter', 'passed at the second attempt', { done: 1, ability: 0.85, firstDay: 23, lastDay: 2, finals: [0.6, 0.95] }),
  learner('Ingrid Solheim', 'has failed the final once', { done: 1, ability: 0.75, firstDay: 22, lastDay: 3, finals: [0.55] }),
  learner('Ravi Menon', 'is on track', { done: 0.62, ability: 0.88, firstDay: 20, lastDay: 1, finals: [] }),
  learner('Lucía Ortega', 'worked through most of it today', { done: 0.75, ability: 0.9, firstDay: 18, lastDay: 0, finals: [] }),
  learner('Tunde Afolabi', 'is behind', { done: 0.2, ability: 0.8, firstDay: 15, lastDay: 3, finals: [] }),
  learner('Hye-jin Park', 'began well and has been away for nine days', { done: 0.42, ability: 0.82, firstDay: 23, lastDay: 9, finals: [] }),
  learner('Fatima Zahra', 'has not started', { done: 0, ability: 0.8, firstDay: 0, lastDay: 0, finals: [] }),
  learner('Oskar Nowak', 'has read one lesson', { done: 0.05, ability: 0.7, firstDay: 1, lastDay: 1, finals: [] }),
  learner('Leila Haddad', 'has only the final before her', { done: 1, ability: 0.92, firstDay: 21, lastDay: 1, finals: [] }),
  learner('Peter Adair', 'is in the middle of a quiz', { done: 0.55, ability: 0.78, firstDay: 17, lastDay: 0, finals: [], inQuiz: true }),
  learner('Aroha Williams', 'has used up her attempts at the final', { done: 1, ability: 0.65, firstDay: 24, lastDay: 2, finals: [0.5, 0.6, 0.62] }),
];
