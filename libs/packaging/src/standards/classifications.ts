import type { CourseFacts, Said, StatementFacts } from '../facts.js';

/** One classification of LOM: what for, by which statements of the guide, and in what words. */
export interface Classification { purpose: 'educational objective' | 'idea'; statements: StatementFacts[]; description: Said | null }

/** LOM 9.2: readers need to bear no more than 15 paths in a classification. */
const mostPaths = 15;
/** LOM 9: and no more than 40 classifications. */
const mostClassifications = 40;
/** LOM 9.2.2.2: and no more than 500 characters in a taxon's entry. */
const longestEntry = 500;

/**
 * A course's place among the statements of the guide that it derives from: each objective with its statements, and after
 * them, as ideas, the statements that its lessons and questions stand on beside.
 */
export function classifications({ objectives, statements }: CourseFacts): Classification[] {
  const named = new Set(objectives.flatMap((objective) => objective.statements.map(({ id }) => id)));
  const others = statements.filter(({ id }) => !named.has(id));
  return [
    ...objectives.map((objective): Classification => ({ purpose: 'educational objective', statements: objective.statements.slice(0, mostPaths).map(clipped), description: objective.text })),
    ...Array.from({ length: Math.ceil(others.length / mostPaths) }, (_, at): Classification => ({ purpose: 'idea', statements: others.slice(at * mostPaths, (at + 1) * mostPaths).map(clipped), description: null })),
  ].slice(0, mostClassifications);
}

function clipped({ id, section, text }: StatementFacts): StatementFacts {
  return { id, section, text: text.map(({ language, text: words }) => ({ language, text: words.length <= longestEntry ? words : `${words.slice(0, longestEntry - 1)}…` })) };
}
