import type { ItemDocument } from '../items/read-document.js';

/** What an item asks and offers, a line each: what is said afterwards, and its labels, make no question like another. */
const leftOut = new Set([
  'id', 'kind', 'level', 'difficulty', 'statements', 'lessons', 'tags', 'feedback', 'scoring', 'image', 'shape', 'target', 'category', 'answer', 'toleranceKind', 'perRow', 'next', 'start', 'modelAnswer', 'rubric',
  'whenTrue', 'whenFalse', 'correctFeedback', 'credit', 'panel',
]);
const mostLines = 200;

/** The texts of the question in a document, in its order. */
export function questionLines(document: ItemDocument): string[] {
  const { stem, ...rest } = document;
  return [...linesIn(stem), ...linesIn(rest)].slice(0, mostLines);
}

function* linesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value.trim();
  else if (typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) for (const entry of value) yield* linesIn(entry);
  else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) if (!leftOut.has(key)) yield* linesIn(entry);
}
