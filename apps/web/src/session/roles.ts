import type { CohortRole, Role, SessionQuery } from '../generated/graphql.js';

export type Person = NonNullable<SessionQuery['viewer']>;

export const roleNames: Record<Role, string> = {
  LEARNER: 'Learner',
  INSTRUCTOR: 'Instructor',
  REVIEWER: 'Reviewer',
  GRADER: 'Grader',
  OBSERVER: 'Observer',
  COORDINATOR: 'Coordinator',
  ADMINISTRATOR: 'Administrator',
};

export const cohortRoleNames: Record<CohortRole, string> = { COORDINATOR: 'Coordinator', FACILITATOR: 'Facilitator', OBSERVER: 'Observer' };

/** What a role in one cohort opens of its screens: as this role does of every cohort's. */
const asInOrganisation: Record<CohortRole, Role> = { COORDINATOR: 'COORDINATOR', FACILITATOR: 'INSTRUCTOR', OBSERVER: 'OBSERVER' };

/** What somebody is on a screen: in the organisation, and in the cohort that it is about. `cohort`: null where it is not known which that is. */
export function rolesAt(person: Person, cohort: string | null): Role[] {
  const there = person.inCohorts.filter((each) => cohort === null || each.cohort === cohort).flatMap(({ roles }) => roles);
  return [...person.roles, ...there.map((role) => asInOrganisation[role])];
}

/** Where each role's work begins, and what else belongs there; the order decides where somebody with several roles lands. */
export const desks = [
  { role: 'COORDINATOR', path: '/cohorts', label: 'Cohorts' },
  { role: 'INSTRUCTOR', path: '/courses', label: 'Courses' },
  { role: 'REVIEWER', path: '/bank', label: 'Questions' },
  { role: 'INSTRUCTOR', path: '/assessments', label: 'Assessments' },
  { role: 'GRADER', path: '/grading', label: 'Grading' },
  { role: 'LEARNER', path: '/home', label: 'My learning' },
  { role: 'ADMINISTRATOR', path: '/people', label: 'People', holds: ['/organisation', '/days-off', '/audit'] },
] as const satisfies readonly { role: Role; path: string; label: string; holds?: readonly string[] }[];

/** Who may open which desk: a hint for what to show; the server decides. */
const mayOpen: Record<(typeof desks)[number]['path'], readonly Role[]> = {
  '/cohorts': ['COORDINATOR', 'ADMINISTRATOR', 'OBSERVER'],
  '/courses': ['INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR'],
  '/bank': ['INSTRUCTOR', 'REVIEWER'],
  '/assessments': ['INSTRUCTOR', 'REVIEWER', 'GRADER', 'ADMINISTRATOR'],
  '/grading': ['GRADER', 'INSTRUCTOR'],
  '/home': ['LEARNER'],
  '/people': ['ADMINISTRATOR'],
};

export function desksOf(person: Person): (typeof desks)[number][] {
  return desks.filter((desk) => mayOpen[desk.path].some((role) => person.roles.includes(role)) || (desk.path === '/cohorts' && person.inCohorts.length > 0));
}

/** Where somebody who opens the front door is taken: the desk of her own role before one she may merely look into. */
export function homeOf(person: Person): (typeof desks)[number]['path'] {
  const own = desks.find((desk) => person.roles.includes(desk.role));
  return own?.path ?? desksOf(person)[0]?.path ?? '/home';
}
