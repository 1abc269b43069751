import { answerFault, type EvaluationAnswers, type EvaluationQuestion, type QuestionResult } from '@preceptor/tracking';

/** Questions as the API gives them. */
export const readQuestions = (value: unknown): EvaluationQuestion[] => (Array.isArray(value) ? value as EvaluationQuestion[] : []);
export const readResults = (value: unknown): QuestionResult[] => (Array.isArray(value) ? value as QuestionResult[] : []);

export const kindWords = { RATING: 'Rating from 1 to 5', CHOICE: 'Choice', TEXT: 'Text' } as const;

export function emptyQuestion(kind: EvaluationQuestion['kind']): EvaluationQuestion {
  const base = { id: crypto.randomUUID(), kind, text: '', required: kind !== 'TEXT' };
  if (kind === 'RATING') return { ...base, low: 'Not at all', high: 'Fully' };
  return kind === 'CHOICE' ? { ...base, options: ['Yes', 'No'], several: false } : base;
}

/** The list with one moved by so many places. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const all = [...list];
  const [one] = all.splice(from, 1);
  if (one !== undefined) all.splice(Math.max(0, Math.min(all.length, from + by)), 0, one);
  return all;
}

/** What is wrong with answers, a sentence for each question's id: somebody who left out three is told of all three at once. */
export function faultsOf(questions: readonly EvaluationQuestion[], answers: EvaluationAnswers): Record<string, string> {
  return Object.fromEntries(questions.flatMap((question) => {
    const given = answers[question.id];
    const fault = answerFault([question], given === undefined ? {} : { [question.id]: given });
    return fault === null ? [] : [[fault.question, fault.says]];
  }));
}
