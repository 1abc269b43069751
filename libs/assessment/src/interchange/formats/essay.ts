import type { ContentOf, RubricCriterion } from '../../item.js';

/** What a long text is scored by where its file has no rubric. */
export const madeRubric: RubricCriterion[] = [{ id: 'answer', title: 'Answer', levels: [{ points: 0, description: 'Not sufficient' }, { points: 1, description: 'Sufficient' }] }];
/** Words of a long text where its file has no bound. */
const MOST_WORDS = 1_000;

/** `10-300`, `-300`: the least and the most words. */
export function wordsOf(written: string | undefined): ContentOf['long-text'] {
  const [, least = '', most = ''] = /^(\d{0,6})-(\d{1,6})$/.exec(written ?? '') ?? [];
  const maxWords = Number(most) > 0 ? Number(most) : MOST_WORDS;
  return least === '' ? { maxWords } : { minWords: Number(least), maxWords };
}
export function wordsText({ minWords, maxWords }: ContentOf['long-text']): string {
  return `${minWords === undefined ? '' : String(minWords)}-${String(maxWords)}`;
}
