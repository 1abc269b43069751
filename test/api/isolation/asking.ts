import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType } from 'graphql';

export interface Operation { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }
/** A place for an id in an operation's arguments: `input.cohort` of `enrol`. */
export interface IdPlace { path: string; name: string; /** the type that holds it: the operation, or an input */ of: string; /** the type that the operation gives */ gives: string }
export interface Values {
  /** The id for a place; null: leave it out. */
  id(place: IdPlace): unknown;
  /** A value that the operation takes, for what is no id; undefined: one by its type. */
  plain(of: string, name: string): unknown;
}

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const all = (kind: Operation['kind'], fields: Record<string, GraphQLField<unknown, unknown>>): Operation[] => Object.values(fields).map((field) => ({ kind, field }));
  return [...all('query', schema.getQueryType()?.getFields() ?? {}), ...all('mutation', schema.getMutationType()?.getFields() ?? {})];
}

/** Where an operation takes ids. */
export function idPlacesOf({ field }: Operation): IdPlace[] {
  return field.args.flatMap((arg) => placesIn(arg, arg.name, field.name, getNamedType(field.type).name, 0));
}
function placesIn({ name, type }: GraphQLArgument | GraphQLInputField, path: string, of: string, gives: string, depth: number): IdPlace[] {
  const named = getNamedType(type);
  if (isScalarType(named)) return named.name === 'ID' ? [{ path, name, of, gives }] : [];
  if (!isInputObjectType(named) || depth > 3) return [];
  return Object.values(named.getFields()).flatMap((input) => placesIn(input, `${path}.${input.name}`, named.name, gives, depth + 1));
}

/** The operation's text, asking for all that it can give a few levels deep, and its variables. */
export function asked({ kind, field }: Operation, values: Values): { query: string; variables: Record<string, unknown> } {
  const given = field.args.flatMap((arg) => {
    const value = argumentOf(arg, { path: arg.name, of: field.name, gives: getNamedType(field.type).name }, values, 0);
    return value === undefined ? [] : [{ arg, value }];
  });
  const head = given.length === 0 ? '' : `(${given.map(({ arg }) => `$${arg.name}: ${String(arg.type)}`).join(', ')})`;
  const passed = given.length === 0 ? '' : `(${given.map(({ arg }) => `${arg.name}: $${arg.name}`).join(', ')})`;
  return { query: `${kind} ${head} { ${field.name}${passed}${selection(field.type, 0)} }`, variables: Object.fromEntries(given.map(({ arg, value }) => [arg.name, value])) };
}

function argumentOf({ name, type }: GraphQLArgument | GraphQLInputField, { path, of, gives }: Omit<IdPlace, 'name'>, values: Values, depth: number): unknown {
  const named = getNamedType(type);
  const plain = values.plain(of, name);
  if (plain !== undefined) return plain;
  if (isScalarType(named) && named.name === 'ID') {
    const id = values.id({ path, name, of, gives });
    return id === null ? undefined : listed(type, id);
  }
  const holdsIds = isInputObjectType(named) && placesIn({ name, type } as GraphQLArgument, path, of, '', 0).length > 0;
  if (!isNonNullType(type) && !holdsIds) return undefined;
  if (isInputObjectType(named)) {
    if (depth > 3) return undefined;
    return listed(type, Object.fromEntries(Object.values(named.getFields()).flatMap((input) => {
      const value = argumentOf(input, { path: `${path}.${input.name}`, of: named.name, gives }, values, depth + 1);
      return value === undefined ? [] : [[input.name, value]];
    })));
  }
  if (isEnumType(named)) return listed(type, named.getValues()[0]?.name);
  return listed(type, ({ Int: 1, Float: 0.5, Boolean: true, JSON: {}, DateTime: '2026-11-28T09:00:00.000Z' } as Record<string, unknown>)[named.name] ?? 'Something');
}
const listed = (type: GraphQLInputType, value: unknown): unknown => (isListType(isNonNullType(type) ? type.ofType : type) ? [value] : value);

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const of = getNamedType(field.type);
    if (!isObjectType(of)) return [field.name];
    // Edges repeat nodes.
    if (depth >= 2 || field.name === 'edges') return [];
    const pages = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    const inner = selection(field.type, depth + 1);
    return inner === '' ? [] : [`${field.name}${pages}${inner}`];
  });
  return parts.length === 0 ? ' { __typename }' : ` { ${parts.join(' ')} }`;
}
