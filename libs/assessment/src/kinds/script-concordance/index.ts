import type { ConcordanceQuestion, ItemOf } from '../../item.js';
import { plainText } from '../../plain-text.js';
import { own } from '../../reading.js';
import { labelPairs, readPairs } from '../directed-pairs.js';
import type { Judgement, KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * A script concordance test: in a short case, how does one more finding change a hypothesis? Judged against a panel of
 * experts instead of one key. QTI 3.0: one `choiceInteraction` a question over the same scale, each with a Mapping.
 * Scoring: the aggregate method, as `judgeConcordance` says. The scale keeps its order, which is its meaning.
 */
export const scriptConcordance: KindRules<'script-concordance'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.questions, () => content.scale),
  judge: judgeConcordance,
  correctResponse: (item) => Object.fromEntries(item.content.questions.flatMap(({ id }): [string, string][] => {
    const best = item.content.scale.find((point) => creditOf(item, id, point.id) === 1);
    return best === undefined ? [] : [[id, best.id]];
  })),
  view: (item) => ({
    ...shownBase(item),
    kind: 'script-concordance',
    content: {
      questions: item.content.questions.map(({ id, hypothesisHtml, findingHtml }) => ({ id, hypothesisHtml, findingHtml })),
      scale: shownChoices(item.content.scale, []),
    },
  }),
  arranged: () => [],
  choices: (content) => named(content.scale),
  slots: (content) => content.questions.map((question) => ({ id: question.id, label: questionLabel(question) })),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelPairs(response, (id) => labelOfQuestion(content.questions, id), (id) => labelOf(content.scale, id)),
};

/**
 * Each of n questions earns up to 1/n: the number of experts who chose the learner's answer over the number who chose
 * the one chosen most. So whoever answers as most experts did earns all, who is with a minority earns its share, and an
 * answer that no expert gave earns nothing. Source: R. Gagnon, B. Charlin, M. Coletti, E. Sauvé, C. van der Vleuten,
 * "Assessment in the context of uncertainty: how many members are needed on the panel of reference of a script
 * concordance test?", Medical Education 39 (2005); B. Charlin and others, "The Script Concordance test: a tool to
 * assess the reflective clinician", Teaching and Learning in Medicine 12 (2000).
 * A part is `correct` where no answer of the panel was given more often.
 */
function judgeConcordance(item: ItemOf<'script-concordance'>, response: Record<string, string>): Judgement {
  const { questions } = item.content;
  const max = 1 / questions.length;
  const credits = questions.map(({ id }) => {
    const chosen = own(response, id);
    return typeof chosen === 'string' ? creditOf(item, id, chosen) : 0;
  });
  const parts = questions.map(({ id }, index) => {
    const credit = credits[index] ?? 0;
    return { id, correct: credit === 1, raw: credit * max, max };
  });
  const sum = credits.reduce((total, credit) => total + credit, 0);
  return { fraction: questions.length === 0 ? 0 : sum / questions.length, parts };
}

function creditOf(item: ItemOf<'script-concordance'>, question: string, point: string): number {
  const panel = own(item.key.panel, question);
  const counts = item.content.scale.map(({ id }) => countOf(panel, id));
  const modal = Math.max(0, ...counts);
  return modal === 0 ? 0 : countOf(panel, point) / modal;
}

function countOf(panel: unknown, point: string): number {
  const count = own(panel, point);
  return typeof count === 'number' ? count : 0;
}

function labelOfQuestion(questions: readonly ConcordanceQuestion[], id: string): string {
  const question = questions.find((one) => one.id === id);
  return question === undefined ? id : questionLabel(question);
}

function questionLabel({ hypothesisHtml, findingHtml }: ConcordanceQuestion): string {
  return `${plainText(hypothesisHtml)} / ${plainText(findingHtml)}`;
}
