import type { Node } from 'acorn';

/**
 * A part of a program that runs as one: the top level of a script, a named function with the nameless ones in it, or
 * what runs when a page is unloaded.
 */
export interface Unit {
  kind: 'live' | 'named' | 'unload';
  names: Set<string>;
  /** names of functions and methods that it calls or hands on */
  uses: Set<string>;
}

export type AnyNode = Node & Record<string, unknown>;
export type Visit = (node: AnyNode) => void;
const unloads = /^(before)?unload$/;
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Takes a program apart into units. `visit` is shown every node once. */
export function unitsOf(program: AnyNode, kind: 'live' | 'unload', visit: Visit): Unit[] {
  const units: Unit[] = [{ kind, names: new Set(), uses: new Set() }];
  const added = (unit: Unit): Unit => {
    units.push(unit);
    return unit;
  };
  const walk = (node: AnyNode, unit: Unit): void => {
    visit(node);
    const handler = unloadHandler(node);
    const alias = handler === null ? aliasOf(node) : null;
    if (alias !== null) {
      added({ kind: 'named', names: new Set([alias.name]), uses: new Set([alias.of]) });
      return;
    }
    const use = usedName(node);
    if (use !== null) unit.uses.add(use);
    for (const child of childrenOf(node)) {
      if (child === handler) walk(child, added({ kind: 'unload', names: new Set(), uses: new Set() }));
      else if (functions.has(child.type)) {
        const name = nameOf(child, node);
        walk(child, name === null ? unit : added({ kind: 'named', names: new Set([name]), uses: new Set() }));
      } else if (!isDefinition(child, node)) walk(child, unit);
    }
  };
  walk(program, units[0] ?? added({ kind, names: new Set(), uses: new Set() }));
  return units;
}

/** The last name of `a.b.c`, `a["c"]` or `c`. */
export function lastName(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return String(node['name']);
  if (node.type === 'ChainExpression') return lastName(node['expression']);
  if (node.type !== 'MemberExpression') return null;
  const property = node['property'];
  if (!isNode(property)) return null;
  if (node['computed'] !== true) return lastName(property);
  return property.type === 'Literal' && typeof property['value'] === 'string' ? property['value'] : null;
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The text of a string literal. */
export function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const [only] = node.type === 'TemplateLiteral' && Array.isArray(node['quasis']) && node['quasis'].length === 1 ? node['quasis'] as unknown[] : [];
  return isNode(only) ? String((only['value'] as { cooked?: unknown } | undefined)?.cooked ?? '') : null;
}

function* childrenOf(node: AnyNode): Generator<AnyNode> {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) yield each;
    } else if (isNode(value)) yield value;
  }
}

/** What runs on unload by this node: the right side of `onunload =`, or what is handed to addEventListener('unload', …) and its like. */
function unloadHandler(node: AnyNode): AnyNode | null {
  if (node.type === 'AssignmentExpression' && unloads.test((lastName(node['left']) ?? '').replace(/^on/, ''))) return isNode(node['right']) ? node['right'] : null;
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return null;
  const [first, ...rest] = node['arguments'] as unknown[];
  const name = lastName(node['callee']) ?? '';
  const event = (textOf(first) ?? '').replace(/^on/, '');
  const handed = /^(addEventListener|attachEvent|on|one|bind)$/.test(name) && event.split(/\s+/).every((word) => unloads.test(word)) ? rest : unloads.test(name) ? [first] : [];
  const handler = handed.find((each) => isNode(each) && (functions.has(each.type) || lastName(each) !== null));
  return isNode(handler) ? handler : null;
}

/** `scorm.save = wrapper.data.save`: another name for a function, which does not run by that. */
function aliasOf(node: AnyNode): { name: string; of: string } | null {
  const [left, right] = node.type === 'AssignmentExpression' ? [node['left'], node['right']] : node.type === 'VariableDeclarator' ? [node['id'], node['init']] : node.type === 'Property' ? [node['key'], node['value']] : [];
  const name = lastName(left) ?? textOf(left);
  const of = isNode(right) && (right.type === 'Identifier' || right.type === 'MemberExpression') ? lastName(right) : null;
  return name === null || of === null || /^on[a-z]+$/.test(name) ? null : { name, of };
}

function usedName(node: AnyNode): string | null {
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? lastName(node) : null;
}

/** The name under which a function that is written here can be called; null for one without. */
function nameOf(node: AnyNode, parent: AnyNode): string | null {
  const name = ((): string | null => {
    switch (parent.type) {
      case 'VariableDeclarator': return lastName(parent['id']);
      case 'AssignmentExpression': return lastName(parent['left']);
      case 'Property':
      case 'PropertyDefinition':
      case 'MethodDefinition': return lastName(parent['key']) ?? textOf(parent['key']);
      default: return null;
    }
  })() ?? lastName(node['id']);
  // An event handler of another kind, or a constructor, runs without being called by its name.
  return name === null || /^on[a-z]+$/.test(name) || name === 'constructor' ? null : name;
}

/** Names that are given to something here, not used. */
function isDefinition(child: AnyNode, parent: AnyNode): boolean {
  if (child.type !== 'Identifier' && child.type !== 'MemberExpression') return false;
  if (functions.has(parent.type) || parent.type.startsWith('Class')) return child === parent['id'];
  if (parent.type === 'VariableDeclarator') return child === parent['id'];
  if (parent.type === 'MemberExpression') return child === parent['property'];
  return ['Property', 'PropertyDefinition', 'MethodDefinition'].includes(parent.type) && child === parent['key'] && parent['computed'] !== true;
}
