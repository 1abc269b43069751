import { Extensions } from '@nestjs/graphql';
import type { GraphQLFieldConfig, GraphQLObjectType } from 'graphql';
import type { Actor, CohortRole, Role, Scope } from '../actor.js';
import { identityErrors } from '../errors.js';
import { mayAs } from '../may-as.js';

/**
 * Of which cohort a call is: an argument's path such as `cohort` or `input.cohort`; `parent.id`, a path in the object whose field it is.
 * `any`: of all in which she has such a role, the service leaves the others out. `checked`: the resolver looks which it is, and calls `ensureReach`.
 */
export type CohortOf = 'cohort' | 'id' | 'input.cohort' | 'parent.id' | 'parent.cohortId' | 'any' | 'checked';
export interface Reach { of: CohortOf; roles: readonly CohortRole[] }

/** Who besides may use a field or mutation: those with one of these roles in the cohort that it is about. On a type: its fields that are for roles. */
export const AllowInCohort = (of: CohortOf, ...roles: CohortRole[]) => Extensions({ inCohort: { of, roles } satisfies Reach });

/** What is said of a field, by itself or by its type. */
export function reachOf(type: GraphQLObjectType, field: Pick<GraphQLFieldConfig<unknown, unknown>, 'extensions'>): Reach | null {
  return (field.extensions?.['inCohort'] ?? type.extensions['inCohort'] ?? null) as Reach | null;
}

/** Whether a call is within reach of somebody by what she is in its cohort. */
export function reaches(actor: Actor, { of, roles }: Reach, source: unknown, args: Record<string, unknown>): boolean {
  if (of === 'any' || of === 'checked') return actor.cohorts.some((cohort) => actor.mayIn(cohort, ...roles));
  const [from, path] = of.startsWith('parent.') ? [source, of.slice(7)] : [args, of];
  const id = path.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), from);
  return typeof id === 'string' && actor.mayIn(id, ...roles);
}

interface Who { everywhere: readonly Role[]; here: readonly CohortRole[]; changing?: boolean }
/** Whether the actor has one of the roles in the organisation, or in this cohort. */
export const mayReach = (actor: Actor, cohortId: string | null, { everywhere, here, changing = false }: Who): boolean =>
  everywhere.some((rule) => actor.roles.some((role) => mayAs(role, rule, changing))) || (cohortId !== null && actor.mayIn(cohortId, ...here));

/** For a resolver that has found of which cohort a call is: throws FORBIDDEN where the actor has a role in another alone. */
export function ensureReach(actor: Actor, cohortId: string | null, who: Who): void {
  if (!mayReach(actor, cohortId, who)) throw identityErrors.FORBIDDEN();
}

/** As `requireRole`, for a plain route that is about one cohort. */
export function requireRoleIn(actor: Actor, scope: Scope, cohortId: string, who: Who): void {
  if (!actor.signedIn) throw identityErrors.UNAUTHENTICATED();
  ensureReach(actor, cohortId, who);
  if (actor.kind === 'key' && !actor.holdsScope(scope)) throw identityErrors.FORBIDDEN({ says: `This API key lacks the scope "${scope}".` });
}
