import { GraphQLError, Kind, type ASTNode, type ASTVisitor, type FieldNode, type OperationDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { largestPage } from './connection.js';

/** What one operation may ask for. Introspection fields are not counted: they cost little and nest deeply. */
export const queryLimits = { depth: 14, aliases: 30, rootFields: 20, cost: 50_000 };

interface Weight { depth: number; cost: number; aliases: number }
const none: Weight = { depth: 0, cost: 0, aliases: 0 };

/** A validation rule: bounds how deep, how wide and how large the answer of an operation can become. */
export function limitRule(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Weight>();
  return {
    OperationDefinition(operation) {
      const weight = weigh(operation.selectionSet, context, known, []);
      const fault = faultOf(operation, weight);
      if (fault !== null) context.reportError(new GraphQLError(fault, { nodes: [operation as ASTNode], extensions: { tooComplex: true } }));
      return false;
    },
  };
}

function faultOf(operation: OperationDefinitionNode, weight: Weight): string | null {
  if (weight.depth > queryLimits.depth) return `The query is nested ${weight.depth} deep; ${queryLimits.depth} is the most.`;
  if (weight.aliases > queryLimits.aliases) return `The query has ${weight.aliases} aliases; ${queryLimits.aliases} is the most.`;
  if (operation.selectionSet.selections.length > queryLimits.rootFields) return `An operation may have at most ${queryLimits.rootFields} fields at its root.`;
  if (weight.cost > queryLimits.cost) return `The query could return ${weight.cost} values; ${queryLimits.cost} is the most. Ask for smaller pages.`;
  return null;
}

function weigh(set: SelectionSetNode, context: ValidationContext, known: Map<string, Weight>, spreading: string[]): Weight {
  const total = { ...none };
  for (const selection of set.selections) {
    const weight = selection.kind === Kind.FIELD ? weighField(selection, context, known, spreading)
      : selection.kind === Kind.INLINE_FRAGMENT ? weigh(selection.selectionSet, context, known, spreading)
        : weighFragment(selection.name.value, context, known, spreading);
    total.depth = Math.max(total.depth, weight.depth);
    total.cost += weight.cost;
    total.aliases += weight.aliases;
  }
  return total;
}

function weighField(field: FieldNode, context: ValidationContext, known: Map<string, Weight>, spreading: string[]): Weight {
  if (field.name.value.startsWith('__')) return none;
  const inner = field.selectionSet === undefined ? none : weigh(field.selectionSet, context, known, spreading);
  return { depth: inner.depth + 1, cost: 1 + inner.cost * pageSize(field), aliases: inner.aliases + (field.alias === undefined ? 0 : 1) };
}

function weighFragment(name: string, context: ValidationContext, known: Map<string, Weight>, spreading: string[]): Weight {
  const found = known.get(name);
  if (found !== undefined) return found;
  const fragment = context.getFragment(name);
  // A fragment that spreads itself is reported by GraphQL's own rule.
  if (fragment === null || fragment === undefined || spreading.includes(name)) return none;
  const weight = weigh(fragment.selectionSet, context, known, [...spreading, name]);
  known.set(name, weight);
  return weight;
}

function pageSize(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first');
  if (first === undefined) return 1;
  return first.value.kind === Kind.INT ? Math.min(Math.max(1, Number(first.value.value)), largestPage) : largestPage;
}
