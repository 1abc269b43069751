import { expect, test } from '@jest/globals';
import { answerFault, resultsOf, usualForms } from './form.js';

const { questions } = usualForms.SESSION;
const good = { objectives: 5, presenter: 4, useful: 3, bias: [0] };

test('a form wants its required questions answered, each as its kind is', () => {
  expect(answerFault(questions, good)).toBeNull();
  expect(answerFault(questions, { ...good, useful: 6 })).toMatchObject({ question: 'useful' });
  expect(answerFault(questions, { ...good, bias: [0, 1] })).toMatchObject({ question: 'bias' });
  expect(answerFault(questions, { ...good, bias: [2] })).toMatchObject({ question: 'bias' });
  expect(answerFault(questions, { objectives: 5, presenter: 4, useful: 3 })).toMatchObject({ question: 'bias', says: 'This question wants an answer.' });
  expect(answerFault(questions, { ...good, better: 'x'.repeat(2001) })).toMatchObject({ question: 'better' });
  expect(answerFault(questions, { ...good, constructor: 1 })).toMatchObject({ question: 'constructor' });
});

test('results count, average and list', () => {
  const results = resultsOf(questions, [good, { ...good, objectives: 2, better: 'Shorter.' }, { ...good, objectives: 2, bias: [1] }]);
  expect(results[0]).toMatchObject({ answered: 3, mean: 3, counts: [0, 2, 0, 0, 1] });
  expect(results.find(({ question }) => question.id === 'bias')).toMatchObject({ counts: [2, 1], mean: null });
  expect(results.at(-1)).toMatchObject({ answered: 1, texts: ['Shorter.'], counts: [] });
});
