import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type CohortRole, cohortRoles, type Role, roles } from './actor.js';
import { rulesOf } from './allow.js';
import { reachOf } from './cohort-roles/reach.js';
import { mayAs } from './may-as.js';

/** What each role is for, as the table in docs/permissions.md begins. */
const about: Record<Role, string> = {
  ADMINISTRATOR: 'gives accounts, roles and keys; sets the organisation up',
  COORDINATOR: 'runs cohorts: rosters, dates, attendance, certificates',
  INSTRUCTOR: 'answers for courses, their questions and assessments',
  REVIEWER: 'reviews and approves the questions of others',
  GRADER: 'grades what a machine can\'t',
  OBSERVER: 'sees cohorts and reports as a coordinator does, and changes nothing',
  LEARNER: 'takes courses',
};

const aboutInCohort: Record<CohortRole, string> = {
  COORDINATOR: 'runs the cohort: settings, days, sessions, roll, learners, gradebook',
  FACILITATOR: 'leads it: sees it and its learners, takes its roll, changes marks in its gradebook',
  OBSERVER: 'sees it, and changes nothing',
};

/** An operation of the API and who may use it. */
export interface Permission { operation: string; about: string; changes: boolean; roles: Role[]; inCohort: readonly CohortRole[]; everybody: 'anybody' | 'signed-in' | null }

/** Every operation and who may use it, from the rules that the server keeps; what is to see first, by name. */
export function permissionsOf(schema: GraphQLSchema): Permission[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type, index) => Object.values(type?.getFields() ?? {}).toSorted((one, other) => one.name.localeCompare(other.name, 'en')).map((field) => permissionOf(type, field, index === 1)));
}

/** docs/permissions.md: every operation and who may use it. */
export function permissionsReference(schema: GraphQLSchema): string {
  const all = permissionsOf(schema);
  return [
    '# Who may do what', '',
    'Generated from the rules that the server keeps, by `npm run generate`. Somebody may have several roles, which add up. Roles hold in one organisation: none reaches into another. "•" means yes; what everybody may, or whoever is signed in, is for her own things alone.', '',
    '| role | what for |', '| --- | --- |', ...roles.map((role) => `| ${word(role)} | ${about[role]} |`), '',
    '## In one cohort alone', '',
    'Somebody may have a role in one cohort, whatever she is in the organisation: a guest who leads one course sees and does there what that takes, and no other cohort. The last column of the tables below says what such a role allows, for the cohort that the operation is about. All that a cohort shows (its learners and their stories, sessions and rolls, gradebook, checklists, evaluation, certificates) is seen by whoever has a role in it. Nobody who learns in a cohort can have one there.', '',
    '| in one cohort | what for |', '| --- | --- |', ...cohortRoles.map((role) => `| ${word(role)} | ${aboutInCohort[role]} |`), '',
    ...section('To see', all.filter(({ changes }) => !changes)),
    ...section('To change', all.filter(({ changes }) => changes)),
  ].join('\n');
}

function permissionOf(type: GraphQLObjectType | null | undefined, field: GraphQLField<unknown, unknown>, changes: boolean): Permission {
  const rules = type === null || type === undefined ? [] : rulesOf(type, field) ?? [];
  const everybody = rules.includes('anyone') ? 'anybody' : rules.includes('signed-in') ? 'signed-in' : null;
  const inCohort = type === null || type === undefined ? [] : reachOf(type, field)?.roles ?? [];
  return { operation: field.name, about: field.description ?? '', changes, roles: roles.filter((role) => everybody !== null || rules.some((rule) => mayAs(role, rule, changes))), inCohort, everybody };
}

function section(title: string, rows: readonly Permission[]): string[] {
  const lines = rows.map(({ operation, roles: may, inCohort, everybody }) => {
    const others = [...(everybody === null ? [] : [everybody === 'anybody' ? 'anybody' : 'whoever is signed in']), ...(inCohort.length === 0 ? [] : [`in the cohort: ${inCohort.map((role) => word(role).toLowerCase()).join(', ')}`])];
    return `| \`${operation}\` | ${[...roles.map((role) => (may.includes(role) ? '•' : '')), others.join('; ')].join(' | ')} |`;
  });
  return [`## ${title}`, '', `| operation | ${roles.map(word).join(' | ')} | who else |`, `| --- | ${roles.map(() => ':-:').join(' | ')} | --- |`, ...lines, ''];
}

const word = (role: string): string => role.charAt(0) + role.slice(1).toLowerCase();
