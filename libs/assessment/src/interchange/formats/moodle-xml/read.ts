import type { Feedback } from '../../../item.js';
import { Refused, type Asked, type InterchangeFile, type Reading } from '../../contract.js';
import { readTags, type ReadTags } from '../../details.js';
import { Ledger } from '../../ledger.js';
import { blockHtml, escaped, htmlNodes, inlineHtml, textOf } from '../../text/html.js';
import { choiceIdsFor } from '../../text/ids.js';
import { withoutMarks } from '../../texts.js';
import { elements, first, readXml, words, type XmlTree } from '../../xml/read.js';
import { acceptedOf, readChoices, withUnits } from '../answers.js';
import { madeRubric, wordsOf } from '../essay.js';
import { askedPairs, byChoice, pairsOfWords } from '../pairs.js';
import { readEmbedded } from './embedded.js';

export async function read(files: readonly InterchangeFile[], reading: Reading): Promise<void> {
  for (const { path, bytes } of files) {
    const root = await readXml(bytes, reading.limits);
    if (root.name !== 'quiz') throw new Refused('not-moodle-xml', `The file begins with <${root.name.slice(0, 60)}>; Moodle XML begins with <quiz>.`, root.line);
    for (const question of elements(root, 'question')) {
      if (question.attributes['type'] === 'category') continue;
      try {
        one(question, path, reading);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        reading.fail({ file: path, line: question.line, item: nameOf(question).slice(0, 200) || null, code: error.code, reason: error.message });
      }
    }
  }
}

const line = (tree: XmlTree | undefined, name: string): string => words(first(tree, name)).trim();
const textOfPart = (tree: XmlTree | undefined): string => withoutMarks(words(first(tree, 'text')));
const nameOf = (question: XmlTree): string => line(question, 'idnumber') || textOfPart(first(question, 'name')).trim();

/** A part with a `format`, as HTML; undefined where it says nothing. */
function html(part: XmlTree | undefined, ledger: Ledger, block: boolean): string | undefined {
  const text = textOfPart(part);
  if (text.trim() === '') return undefined;
  if (part !== undefined && elements(part, 'file').length > 0) ledger.lose('pictures');
  const format = part?.attributes['format'];
  if (format === 'markdown') ledger.lose('text-format');
  if (format === 'html' || (format !== 'plain_text' && format !== 'markdown' && /<[a-z!/]/i.test(text))) return text;
  return block ? blockHtml(text) : inlineHtml(text);
}

function one(question: XmlTree, file: string, reading: Reading): void {
  const ledger = new Ledger();
  const tags = readTags(elements(first(question, 'tags') ?? question, 'tag').map((tag) => textOfPart(tag)));
  const said = (name: string): string | undefined => html(first(question, name), ledger, true);
  const general = said('generalfeedback');
  const right = said('correctfeedback') ?? general;
  const wrong = said('incorrectfeedback') ?? general;
  if (elements(question, 'hint').length > 0 || Number(line(question, 'penalty')) > 0) ledger.lose('hints');
  const stem = html(first(question, 'questiontext'), ledger, true) ?? '';
  const answered = askedOf(question, stem, tags, ledger);
  const grade = Number(line(question, 'defaultgrade') || '1');
  const shuffle = first(question, 'shuffleanswers');
  const details = {
    ...tags.details,
    ...(grade > 0 && grade !== 1 ? { maxScore: grade } : {}),
    ...(shuffle !== undefined && /^(false|0)$/.test(words(shuffle).trim()) ? { shuffle: false } : {}),
  };
  reading.add({
    name: nameOf(question), stemHtml: answered.stemHtml ?? stem, asked: answered.asked, details,
    feedback: { ...(right === undefined ? {} : { correctHtml: right }), ...(wrong === undefined ? {} : { incorrectHtml: wrong }), ...answered.feedback },
  }, ledger, file, question.line);
}

interface Answered { asked: Asked; feedback?: Feedback; stemHtml?: string }

function askedOf(question: XmlTree, stem: string, tags: ReadTags, ledger: Ledger): Answered {
  const type = question.attributes['type'] ?? '';
  const answers = elements(question, 'answer');
  const percent = (answer: XmlTree): number => Number(answer.attributes['fraction'] ?? '0');
  const saidOf = (answer: XmlTree): string | undefined => html(first(answer, 'feedback'), ledger, true);
  const inline = (answer: XmlTree): string => html(answer, ledger, false) ?? '';
  switch (type) {
    case 'multichoice': {
      const ids = choiceIdsFor(answers.map((_, index) => tags.list('ids')?.[index])).ids;
      const options = answers.map((answer, index) => ({ id: ids[index] ?? '', html: inline(answer) }));
      const single = /^(true|1)$/.test(line(question, 'single') || 'true');
      return { asked: readChoices(options, answers.map((answer, index) => ({ id: ids[index] ?? '', percent: percent(answer) })), { multiple: !single, scoring: tags.extra('scoring'), maxChoices: tags.extra('max-choices') }, ledger), feedback: byChoice(answers.map((answer, index) => [ids[index] ?? '', saidOf(answer)] as const)) };
    }
    case 'truefalse': {
      const truth = (answer: XmlTree): string => textOfPart(answer).trim().toLowerCase();
      const right = answers.find((answer) => percent(answer) === 100);
      if (right === undefined || !['true', 'false'].includes(truth(right))) throw new Refused('one-correct', 'Neither true nor false is wholly right.');
      return { asked: { kind: 'true-false', content: {}, key: { correct: truth(right) === 'true' } }, feedback: byChoice(answers.map((answer) => [truth(answer), saidOf(answer)] as const)) };
    }
    case 'matching': {
      const rows = elements(question, 'subquestion').map((row) => ({ place: inline(row), choice: matchText(first(row, 'answer')) }));
      return { asked: askedPairs(tags.extra('kind'), pairsOfWords(rows, { places: tags.list('ids'), choices: tags.list('other-ids'), order: tags.list('other-order') })) };
    }
    case 'ordering': {
      const inOrder = [...answers].sort((one_, other) => percent(one_) - percent(other));
      const ids = choiceIdsFor(inOrder.map((_, index) => tags.list('other-ids')?.[index])).ids;
      const declared = tags.list('ids') ?? ids;
      const items = inOrder.map((answer, index) => ({ id: ids[index] ?? '', html: inline(answer) })).sort((one_, other) => declared.indexOf(one_.id) - declared.indexOf(other.id));
      return { asked: { kind: 'ordering', content: { elements: items }, key: { order: ids, scoring: /^(-1|ALL_OR_NOTHING)$/.test(line(question, 'gradingtype')) ? 'all-or-nothing' : 'partial' } } };
    }
    case 'shortanswer': {
      const whole = answers.filter((answer) => percent(answer) === 100);
      if (whole.length < answers.length) ledger.lose('partly-right');
      if (answers.some((answer) => saidOf(answer) !== undefined)) ledger.lose('choice-feedback');
      return { asked: acceptedOf(whole.map((answer) => textOfPart(answer)), { caseSensitive: line(question, 'usecase') === '1', accentSensitive: tags.extra('accents') !== 'no', length: tags.extra('length') }, ledger) };
    }
    case 'numerical': {
      const answer = answers.find((each) => percent(each) === 100);
      if (answer === undefined) throw new Refused('one-correct', 'No answer is wholly right.');
      if (answers.length > 1) ledger.lose('partly-right');
      const value = Number(textOfPart(answer).trim() || 'none');
      const tolerance = Number(line(answer, 'tolerance') || '0');
      if (!Number.isFinite(value) || !Number.isFinite(tolerance)) throw new Refused('bad-number', `"${textOfPart(answer).slice(0, 40)}" is no number.`);
      return { asked: withUnits(value, tolerance, tags) };
    }
    case 'cloze': {
      const gaps = readEmbedded(stem, tags.list('ids'), tags.list('other-ids'), tags.list('other-order'));
      if (gaps.unread !== undefined) throw new Refused('unknown-kind', gaps.unread);
      return { asked: { kind: 'cloze', content: { textHtml: gaps.textHtml, gaps: gaps.gaps }, key: { gaps: gaps.key } }, feedback: byChoice(gaps.said), stemHtml: gaps.stemHtml === '' ? '<p>Fill the gaps.</p>' : gaps.stemHtml };
    }
    case 'essay': {
      ledger.change('rubric-made');
      const limit = (name: string): number => Number(line(question, name) || '0');
      const bounds = `${limit('minwordlimit') > 0 ? String(limit('minwordlimit')) : ''}-${String(limit('maxwordlimit'))}`;
      const info = html(first(question, 'graderinfo'), ledger, true);
      if (info !== undefined) ledger.lose('rubric');
      return { asked: { kind: 'long-text', content: wordsOf(tags.extra('words') ?? bounds), key: { rubric: madeRubric } } };
    }
    default: throw new Refused('unknown-kind', `Questions of the type ${type.slice(0, 40) || '(none)'} are not read.`);
  }
}

/** Choices of matching have no format: HTML where it looks like it, else text. Entities are read in both. */
function matchText(answer: XmlTree | undefined): string {
  const text = textOfPart(answer).trim();
  return /<[a-z!/]/i.test(text) || /&#?\w+;/.test(text) ? text : escaped(textOf(htmlNodes(escaped(text))));
}
