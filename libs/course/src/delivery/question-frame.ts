import type { EarnedFeedback, ItemResponse, ItemView, Score } from '@preceptor/assessment';

/** What a page says to the frame in which a question is shown as a learner sees it (`preview.js` of the player). */
export interface ToQuestionFrame {
  to: 'question-frame';
  view: ItemView;
  /** null: nothing is answered yet */
  response: ItemResponse | null;
  /** null: not scored */
  outcome: { score: Score; feedback: EarnedFeedback | null } | null;
  theme: 'light' | 'dark';
}
/** What the frame says to the page around it. */
export type FromQuestionFrame =
  | { from: 'question-frame'; is: 'ready' }
  | { from: 'question-frame'; is: 'answered'; response: ItemResponse }
  /** how high the question is, in CSS pixels */
  | { from: 'question-frame'; is: 'grown'; height: number };
