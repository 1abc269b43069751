import { el, type XmlOut } from '../../xml/write.js';

/** Declarations and expressions of QTI's response processing, in the words of 2.x. */
export function declaration(attributes: { identifier: string; cardinality: string; baseType: string }, correct: readonly string[], mapping?: XmlOut): XmlOut {
  return el('responseDeclaration', attributes, correct.length === 0 ? undefined : el('correctResponse', {}, ...correct.map((value) => el('value', {}, value))), mapping);
}
export function outcome(identifier: string, cardinality: 'single' | 'multiple'): XmlOut {
  return el('outcomeDeclaration', { identifier, cardinality, baseType: 'identifier' });
}
export function variable(identifier: string): XmlOut {
  return el('variable', { identifier });
}
export function set(identifier: string, value: XmlOut): XmlOut {
  return el('setOutcomeValue', { identifier }, value);
}
export function mapped(identifier: string): XmlOut {
  return el('mapResponse', { identifier });
}
export function summed(parts: readonly XmlOut[]): XmlOut {
  return el('sum', {}, ...parts);
}
/** What `match_correct` gives, for any number of points: a condition, which `scoreFrom` leaves as it is. */
export function matched(points: number): XmlOut {
  return el('responseCondition', {}, el('responseIf', {}, el('match', {}, variable('RESPONSE'), el('correct', { identifier: 'RESPONSE' })), set('SCORE', el('baseValue', { baseType: 'float' }, String(points)))));
}
export function scoreFrom(parts: readonly XmlOut[]): XmlOut[] {
  return parts.map((part) => (part.name === 'responseCondition' ? part : set('SCORE', part)));
}
