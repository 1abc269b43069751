import type { GraphQLField, GraphQLSchema } from 'graphql';
import { type Role, roles } from './actor.js';
import { mayAs, type Rule, rulesOf } from './allow.js';

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

/** docs/permissions.md: every operation and who may use it, from the rules that the server keeps. */
export function permissionsReference(schema: GraphQLSchema): string {
  return [
    '# Who may do what', '',
    'Generated from the rules that the server keeps, by `npm run generate`. Somebody may have several roles, which add up. Roles hold in one organisation: none reaches into another. "•" means yes; what everybody may, or whoever is signed in, is for her own things alone.', '',
    '| role | what for |', '| --- | --- |', ...roles.map((role) => `| ${word(role)} | ${about[role]} |`), '',
    ...section('To see', schema.getQueryType()?.getFields() ?? {}, schema.getQueryType(), false),
    ...section('To change', schema.getMutationType()?.getFields() ?? {}, schema.getMutationType(), true),
  ].join('\n');
}

function section(title: string, fields: Record<string, GraphQLField<unknown, unknown>>, type: Parameters<typeof rulesOf>[0] | null | undefined, changing: boolean): string[] {
  if (type === null || type === undefined) return [];
  const rows = Object.values(fields).toSorted((one, other) => one.name.localeCompare(other.name, 'en')).map((field) => {
    const rules = rulesOf(type, field) ?? [];
    return `| \`${field.name}\` | ${cells(rules, changing).join(' | ')} |`;
  });
  return [`## ${title}`, '', `| operation | ${roles.map(word).join(' | ')} | who else |`, `| --- | ${roles.map(() => ':-:').join(' | ')} | --- |`, ...rows, ''];
}

function cells(rules: readonly Rule[], changing: boolean): string[] {
  const everybody = rules.includes('anyone') ? 'anybody' : rules.includes('signed-in') ? 'whoever is signed in' : '';
  return [...roles.map((role) => (everybody !== '' || rules.some((rule) => mayAs(role, rule, changing)) ? '•' : '')), everybody];
}

const word = (role: Role): string => role.charAt(0) + role.slice(1).toLowerCase();
