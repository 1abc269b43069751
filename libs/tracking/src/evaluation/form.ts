/** What a form asks. `RATING`: 1 to 5, with words for both ends. `CHOICE`: one of the options, or (`several`) any of them. */
export interface EvaluationQuestion {
  id: string;
  kind: 'RATING' | 'CHOICE' | 'TEXT';
  text: string;
  required: boolean;
  /** for a rating */
  low?: string | undefined; high?: string | undefined;
  /** for a choice */
  options?: string[] | undefined; several?: boolean | undefined;
}
export type EvaluationKind = 'SESSION' | 'END';
/** An answer by the question's id: a rating 1 to 5, the numbers of the options chosen from 0, or a text. */
export type EvaluationAnswers = Record<string, number | number[] | string>;

/** Fewer answers than this are shown to nobody: who gave them could be guessed. */
export const fewestShown = 3;

const rating = (id: string, text: string, low = 'Not at all', high = 'Fully'): EvaluationQuestion => ({ id, kind: 'RATING', text, required: true, low, high });
const bias: EvaluationQuestion = { id: 'bias', kind: 'CHOICE', text: 'Was the content free of commercial bias?', required: true, options: ['Yes', 'No'], several: false };
const biasWhere: EvaluationQuestion = { id: 'bias-where', kind: 'TEXT', text: 'If it was not: where, and how?', required: false };

/** What boards of continuing education ask after an activity (ACCME Core Criteria 8 to 11 and Standard 2 of 2020; APA's Standard E): where a coordinator begins. */
export const usualForms: Record<EvaluationKind, { title: string; questions: EvaluationQuestion[] }> = {
  SESSION: {
    title: 'About this session',
    questions: [
      rating('objectives', 'The session reached its learning objectives.'), rating('presenter', 'The facilitator knew the subject and taught it clearly.'), rating('useful', 'What I learnt is useful in my practice.'), bias, biasWhere,
      { id: 'better', kind: 'TEXT', text: 'What should be different next time?', required: false },
    ],
  },
  END: {
    title: 'About this course',
    questions: [
      rating('objectives', 'The course reached its stated learning objectives.'), rating('current', 'The content was current and supported by evidence.'), rating('teaching', 'It was taught clearly.'),
      rating('level', 'The level was right for my training and licence.'), rating('technology', 'The platform was easy to use and accessible to me.'), bias, biasWhere,
      { id: 'change', kind: 'CHOICE', text: 'Will you change how you practise?', required: true, options: ['Yes, at once', 'Yes, with more training', 'It confirms what I do', 'No'], several: false },
      { id: 'what', kind: 'TEXT', text: 'What will you do differently?', required: false },
      { id: 'barriers', kind: 'CHOICE', text: 'What could stand in the way?', required: false, options: ['Time', 'Cost or reimbursement', 'Support of my organisation', 'Rules or law', 'Nothing'], several: true },
      { id: 'else', kind: 'TEXT', text: 'Anything else that we should know?', required: false },
    ],
  },
};

/** What is wrong with answers to a form, by the question's id; null: nothing. */
export function answerFault(questions: readonly EvaluationQuestion[], answers: EvaluationAnswers): { question: string; says: string } | null {
  const unknown = Object.keys(answers).find((id) => !questions.some((question) => question.id === id));
  if (unknown !== undefined) return { question: unknown, says: 'The form has no such question any more. Load it again.' };
  for (const question of questions) {
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (given === undefined || given === '' || (Array.isArray(given) && given.length === 0)) {
      if (question.required) return { question: question.id, says: 'This question wants an answer.' };
    } else if (!fits(question, given)) return { question: question.id, says: 'This is no answer to the question.' };
  }
  return null;
}

const longestText = 2000;
function fits({ kind, options = [], several }: EvaluationQuestion, given: number | number[] | string): boolean {
  if (kind === 'RATING') return typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 5;
  if (kind === 'TEXT') return typeof given === 'string' && given.length <= longestText;
  return Array.isArray(given) && (several === true || given.length === 1) && new Set(given).size === given.length && given.every((one) => Number.isInteger(one) && one >= 0 && one < options.length);
}

/** What the answers to one question amount to. `counts`: for a rating how many gave 1, 2, … 5, for a choice how many chose each option. */
export interface QuestionResult { question: EvaluationQuestion; answered: number; mean: number | null; counts: number[]; texts: string[] }

export function resultsOf(questions: readonly EvaluationQuestion[], all: readonly EvaluationAnswers[]): QuestionResult[] {
  return questions.map((question) => {
    const given = all.flatMap((answers) => (Object.hasOwn(answers, question.id) ? [answers[question.id]] : [])).filter((one): one is number | number[] | string => one !== undefined && one !== '' && fits(question, one));
    const ratings = given.filter((one): one is number => typeof one === 'number');
    const chosen = question.kind === 'RATING' ? ratings.map((one) => one - 1) : given.flatMap((one) => (Array.isArray(one) ? one : []));
    const places = question.kind === 'RATING' ? 5 : question.kind === 'CHOICE' ? (question.options ?? []).length : 0;
    return {
      question, answered: given.length, mean: ratings.length === 0 ? null : ratings.reduce((sum, one) => sum + one, 0) / ratings.length,
      counts: Array.from({ length: places }, (_, place) => chosen.filter((one) => one === place).length), texts: given.filter((one): one is string => typeof one === 'string'),
    };
  });
}
