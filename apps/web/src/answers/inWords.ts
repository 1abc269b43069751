import type { Choice, ItemResponse, ItemView } from '@preceptor/assessment';

/** One line of what somebody answered: what it is about (a premise, a gap, a place in an order), the choice, and by which id its feedback is kept. */
export interface AnswerLine { about: string | null; answer: string; id: string }

/** A response in words, with the labels that the learner saw; an id that the item doesn't know stands for itself. */
export function inWords(item: ItemView, response: ItemResponse | undefined): AnswerLine[] {
  const value = response?.value;
  if (value === undefined || value === null || value === '') return [];
  switch (item.kind) {
    case 'single-choice': return [line(value, null, named(item.content.options, value))];
    case 'multiple-response': return list(value).map((id) => line(id, null, named(item.content.options, id)));
    case 'true-false': return [line(value, null, value === true ? 'True' : value === false ? 'False' : String(value))];
    case 'matching': return pairs(value).map(([premise, target]) => line(premise, named(item.content.premises, premise), named(item.content.targets, target)));
    case 'ordering': return list(value).map((id, place) => line(id, `${place + 1}.`, named(item.content.elements, id)));
    case 'categorising': return pairs(value).map(([element, category]) => line(element, named(item.content.elements, element), named(item.content.categories, category)));
    case 'cloze': return pairs(value).map(([gap, option]) => line(option, `Gap ${item.content.gaps.findIndex((each) => each.id === gap) + 1}`, named(item.content.gaps.find((each) => each.id === gap)?.options ?? [], option)));
    case 'extended-matching': return pairs(value).map(([question, option]) => line(question, plain(item.content.questions.find((each) => each.id === question)?.stemHtml ?? question), named(item.content.options, option)));
    case 'hotspot': return list(value).map((id) => line(id, null, item.content.regions.find((region) => region.id === id)?.label ?? String(id)));
    case 'script-concordance': return pairs(value).map(([question, point]) => line(question, concordance(item, question), named(item.content.scale, point)));
    case 'branching-case': return pairs(value).map(([step, option]) => line(option, plain(item.content.steps.find((each) => each.id === step)?.html ?? step), named(item.content.steps.find((each) => each.id === step)?.options ?? [], option)));
    case 'graphic-gap-match': return pairs(value).map(([region, label]) => line(region, item.content.regions.find((each) => each.id === region)?.label ?? region, named(item.content.labels, label)));
    case 'graphic-order': return list(value).map((id, place) => line(id, `${place + 1}.`, item.content.regions.find((region) => region.id === id)?.label ?? String(id)));
    case 'matrix': return pairs(value).flatMap(([row, columns]) => list(columns).map((column) => line(row, named(item.content.rows, row), named(item.content.columns, column))));
    case 'passage': return pairs(value).flatMap(([question, options]) => list(options).map((option) => {
      const asked = item.content.questions.find((each) => each.id === question);
      return line(option, plain(asked?.stemHtml ?? question), named(asked?.options ?? [], option));
    }));
    case 'slider': return [line('', null, item.content.unit === undefined ? String(value) : `${String(value)} ${item.content.unit}`)];
    case 'upload': return [line('', null, fileInWords(value))];
    case 'numeric': return [line('', null, numberInWords(value))];
    case 'fill-in':
    case 'long-text': return [line('', null, String(value))];
  }
}

/** Text of a piece of sanitised HTML. */
export function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, ' ').trim();
}

const line = (id: unknown, about: string | null, answer: string): AnswerLine => ({ id: String(id), about, answer });
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const pairs = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

function named(choices: readonly Choice[], id: unknown): string {
  const choice = choices.find((each) => each.id === id);
  return choice === undefined ? String(id) : plain(choice.html);
}

function numberInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.fromEntries(Object.entries(value));
  return [parts['value'], parts['unit']].filter((part) => part !== undefined).join(' ');
}

function concordance(item: Extract<ItemView, { kind: 'script-concordance' }>, id: string): string {
  const question = item.content.questions.find((each) => each.id === id);
  return question === undefined ? id : `${plain(question.hypothesisHtml)} / ${plain(question.findingHtml)}`;
}

function fileInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'name' in value ? String(value.name) : 'A file';
}
