import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
function readInstant(value: unknown): string {
  const ms = typeof value === 'string' && value.length <= 40 && instant.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new GraphQLError('A DateTime is ISO 8601 with a zone, such as 2026-11-24T09:30:00Z.');
  return new Date(ms).toISOString();
}

/** Stored and passed about as ISO 8601 text in UTC. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment as ISO 8601 in UTC, such as 2026-11-24T09:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : readInstant(value)),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

function literalValue(node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown {
  switch (node.kind) {
    case Kind.STRING: case Kind.BOOLEAN: case Kind.ENUM: return node.value;
    case Kind.INT: case Kind.FLOAT: return Number(node.value);
    case Kind.LIST: return node.values.map((entry) => literalValue(entry, variables));
    case Kind.OBJECT: return Object.fromEntries(node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]));
    case Kind.VARIABLE: return variables?.[node.name.value];
    default: return null;
  }
}

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value; the field\'s description says of what shape.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literalValue,
});
