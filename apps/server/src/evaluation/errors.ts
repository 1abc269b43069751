import { defineErrors } from '../platform/problem.js';

export const evaluationErrors = defineErrors('evaluation', {
  FORM_CLOSED: { status: 409, says: 'This form takes no answers now.', when: 'fillEvaluation where the form is not open, or its session is not over.' },
  FORM_FILLED: { status: 409, says: 'You have filled in this form already. As answers carry no name, they can\'t be changed.', when: 'fillEvaluation a second time.' },
  ANSWER_UNFIT: { status: 400, says: 'This is no answer to the question.', when: 'An answer that is missing, or not as its question is. `extensions.path` ends with the question\'s id.' },
});
