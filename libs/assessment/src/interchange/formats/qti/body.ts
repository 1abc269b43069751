import type { Choice, RubricCriterion } from '../../../item.js';
import type { Ledger } from '../../ledger.js';
import { el, type XmlOut } from '../../xml/write.js';
import { identifier, type Dialect } from './dialect.js';

/** What a kind adds to an item. `said`: the expression whose identifiers choose the feedback of single choices. */
export interface Body { declarations: XmlOut[]; body: (XmlOut | string)[]; processing: XmlOut[]; said?: XmlOut; rubric?: XmlOut[]; human?: boolean }
export interface Writing { dialect: Dialect; ledger: Ledger; html: (html: string) => (XmlOut | string)[] }

/** Identifiers are unique in an item of QTI; in ours a place and a choice may have the same id. */
export function beside(places: readonly { id: string }[]): (id: string) => string {
  return (id) => (places.some((place) => place.id === id) ? `${identifier(id)}__` : identifier(id));
}

/** Two lists to be matched; what may stand beside what is bounded by `most`. */
export function matchSets([places, choices]: readonly [readonly Choice[], readonly Choice[]], most: { place: number; choice: number }, fixed: boolean, writing: Writing): XmlOut[] {
  const choiceIdentifier = beside(places);
  const one = (named: string, html: string, matchMax: number, still: boolean): XmlOut => el('simpleAssociableChoice', { identifier: named, matchMax: String(matchMax), fixed: still ? 'true' : undefined }, ...writing.html(html));
  return [
    el('simpleMatchSet', {}, ...places.map(({ id, html }) => one(identifier(id), html, most.place, false))),
    el('simpleMatchSet', {}, ...choices.map(({ id, html }) => one(choiceIdentifier(id), html, most.choice, fixed))),
  ];
}

/** What a person scores by, for the scorer's eyes alone. */
export function scorersRubric({ rubric, modelAnswerHtml }: { rubric: readonly RubricCriterion[]; modelAnswerHtml?: string }, writing: Writing): XmlOut {
  writing.ledger.change('rubric-elsewhere');
  const criteria = rubric.map(({ id, title, levels }) => el('div', { class: 'x-criterion', id: identifier(id) }, el('p', {}, title), el('ul', {}, ...levels.map(({ points, description }) => el('li', { class: `x-points-${String(points)}` }, description)))));
  const model = modelAnswerHtml === undefined ? [] : [el('div', { class: 'x-model-answer' }, ...writing.html(modelAnswerHtml))];
  return el('rubricBlock', { view: 'scorer', ...(writing.dialect.hyphens ? { use: 'scoring' } : {}) }, ...(writing.dialect.hyphens ? [el('contentBody', {}, ...criteria, ...model)] : [...criteria, ...model]));
}
