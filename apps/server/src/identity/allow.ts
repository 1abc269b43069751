import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { checkInput } from '../platform/input.js';
import type { Actor, Role, Scope } from './actor.js';
import { reaches, reachOf } from './cohort-roles/reach.js';
import { identityErrors } from './errors.js';
import { mayAs } from './may-as.js';

/** What travels with one GraphQL request. */
export interface RequestContext { actor: Actor; request: FastifyRequest; reply: FastifyReply }

/**
 * `anyone`; `signed-in`; a role (any of those listed); `with-parent`: whoever reached the object may see the field,
 * the service having decided who reaches it. `scope:x`: what an API key needs for it, `read` where none is named;
 * `scope:own-account` is held by none: how somebody signs in is for herself alone. `not-vouched`: nor for whoever came in
 * through an organisation's identity provider, whose word holds in that organisation and not for the person's account.
 */
export type Rule = 'anyone' | 'signed-in' | 'with-parent' | 'not-vouched' | Role | `scope:${Scope | 'own-account'}`;
/** Who may use a field or mutation; on a type: all its fields that don't say themselves. */
export const Allow = (...rules: Rule[]) => Extensions({ allow: rules });

/** The actor of the request, as a resolver's parameter. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => context.getArgByIndex<RequestContext>(2).actor);
/** The whole request, for the few that set cookies. */
export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext => context.getArgByIndex<RequestContext>(2));

/** `Type.field` of every field that nobody has decided about. */
export function fieldsWithoutRule(schema: GraphQLSchema): string[] {
  return ownTypes(schema).flatMap((type) => Object.values(type.getFields()).filter((field) => rulesOf(type, field) === null).map((field) => `${type.name}.${field.name}`));
}

/** Makes every field keep its rule, and root fields check their arguments' texts. Throws where a field has no rule. */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  const undecided = fieldsWithoutRule(schema);
  if (undecided.length > 0) throw new Error(`No @Allow on ${undecided.join(', ')}.`);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const changes = schema.getMutationType();
  for (const type of ownTypes(schema)) {
    const root = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      const rules = rulesOf(type, field) ?? [];
      const bySelf = field.extensions['singly'];
      const reach = reachOf(type, field);
      if (!root && rules.includes('with-parent')) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args: Record<string, unknown>, context: RequestContext, info) => {
        decide(context.actor, rules, type === changes, () => reach !== null && reaches(context.actor, reach, source, args));
        for (const [name, value] of Object.entries(args)) if (name !== bySelf) checkInput(value, [name]);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}

/** An argument whose entries the operation checks itself, one by one, so that a bad one doesn't refuse the others. */
export const ChecksSingly = (argument: string) => Extensions({ singly: argument });

function decide(actor: Actor, rules: readonly Rule[], changing: boolean, inReach: () => boolean): void {
  if (!rules.includes('anyone')) {
    if (!actor.signedIn) throw identityErrors.UNAUTHENTICATED();
    if (!rules.includes('signed-in') && !rules.some((rule) => actor.roles.some((role) => mayAs(role, rule, changing))) && !inReach()) throw identityErrors.FORBIDDEN();
  }
  if (actor.vouched && rules.includes('not-vouched')) throw identityErrors.FORBIDDEN({ says: 'You came in through your organisation\'s own sign-in. To change how you sign in to Preceptor, sign out, and sign in by a link in a mail or by password.' });
  if (actor.kind !== 'key') return;
  const scope = rules.find((rule) => rule.startsWith('scope:'))?.slice(6) ?? 'read';
  if (scope === 'own-account') throw identityErrors.FORBIDDEN({ says: 'No API key may do this: the person signs in for it.' });
  if (!actor.holdsScope(scope as Scope)) throw identityErrors.FORBIDDEN({ says: `This API key lacks the scope "${scope}".` });
}

const ownTypes = (schema: GraphQLSchema): GraphQLObjectType[] => Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => !type.name.startsWith('__'));
/** What is said of a field, by itself or by its type; null: nothing. */
export function rulesOf(type: GraphQLObjectType, field: Pick<GraphQLFieldConfig<unknown, unknown>, 'extensions'>): Rule[] | null {
  const rules: unknown = field.extensions?.['allow'] ?? type.extensions['allow'];
  return Array.isArray(rules) && rules.length > 0 ? rules as Rule[] : null;
}
