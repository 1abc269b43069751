import { Refused, type Asked, type Draft, type InterchangeFile, type Reading } from '../../contract.js';
import type { Feedback } from '../../../item.js';
import { readTags, type ReadTags } from '../../details.js';
import { Ledger } from '../../ledger.js';
import { blockHtml, inlineHtml } from '../../text/html.js';
import { choiceIdsFor } from '../../text/ids.js';
import { decoded } from '../../text/decode.js';
import { askedPairs, byChoice, pairsOfWords } from '../pairs.js';
import { madeRubric, wordsOf } from '../essay.js';
import { acceptedOf, readChoices, withUnits } from '../answers.js';
import { marked, unescapedTag, unmarked } from './escape.js';

/** Questions are parted by empty lines, so a bad one spoils no other. */
export async function read(files: readonly InterchangeFile[], reading: Reading): Promise<void> {
  for (const { path, bytes } of files) {
    const lines = decoded(bytes, { fallback: 'windows-1252' }).split(/\r\n|\r|\n/);
    let block: string[] = [];
    let began = 1;
    const end = (): void => {
      if (block.length > 0) question(block, path, began, reading);
      block = [];
    };
    lines.forEach((line, index) => {
      if (line.trim() === '') return end();
      if (block.length === 0) began = index + 1;
      block.push(line);
    });
    end();
  }
}

function question(block: readonly string[], file: string, line: number, reading: Reading): void {
  const comments = block.filter((one) => /^\s*\/\//.test(one)).join('\n');
  const text = block.filter((one) => !/^\s*(\/\/|\$CATEGORY:)/.test(one)).join('\n').trim();
  if (text === '') return;
  const ledger = new Ledger();
  const name = unmarked(/^::([\s\S]*?)::/.exec(marked(text))?.[1] ?? '').trim();
  const id = /\[id:([^\][]{1,200})\]/.exec(comments)?.[1] ?? name;
  const tags = readTags([...comments.matchAll(/\[tag:((?:\\\]|[^\][]){0,300})\]/g)].map((match) => unescapedTag(match[1] ?? '')));
  try {
    reading.add(draftOf(marked(text).replace(/^::[\s\S]*?::/, ''), id, tags, ledger), ledger, file, line);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    reading.fail({ file, line, item: id === '' ? text.slice(0, 80) : id.slice(0, 200), code: error.code, reason: error.message });
  }
}

function draftOf(source: string, name: string, tags: ReadTags, ledger: Ledger): Draft {
  const [, named, rest = ''] = /^\s*(?:\[(html|plain|moodle|markdown)\])?([\s\S]*)$/.exec(source) ?? [];
  const open = rest.indexOf('{');
  const close = rest.indexOf('}', open);
  if (open === -1) throw new Refused('no-answers', 'It has no { }: a text between questions, not a question.');
  if (close === -1) throw new Refused('unclosed', 'The { of the answers is not closed before the next empty line.');
  if (rest.indexOf('{', close) !== -1) throw new Refused('several-answers', 'It has { } twice; a question has one place for answers.');
  const before = rest.slice(0, open);
  const after = rest.slice(close + 1).trim();
  const body = rest.slice(open + 1, close).trim();
  const html = named === 'html' || (named === undefined && /<[a-z!/]/i.test(before));
  if (named === 'markdown') ledger.lose('text-format');
  const words: Words = { inline: (text) => (html ? unmarked(text).trim() : inlineHtml(unmarked(text))), block: (text) => (html ? unmarked(text).trim() : blockHtml(unmarked(text))) };
  const stem = words.block(after === '' ? before.trim() : `${before.trim()} _____ ${after}`);
  const [answers = '', general] = body.split('####');
  const said = general === undefined || general.trim() === '' ? {} : { correctHtml: words.block(general), incorrectHtml: words.block(general) };
  const { asked, feedback } = askedOf(answers.trim(), words, tags, ledger);
  return { name, stemHtml: stem, asked, feedback: { ...feedback, ...said }, details: tags.details };
}

interface Words { inline(text: string): string; block(text: string): string }
interface Answered { asked: Asked; feedback: Feedback }
interface Answer { right: boolean; weight: number | null; text: string; feedback: string | undefined }

function askedOf(body: string, words: Words, tags: ReadTags, ledger: Ledger): Answered {
  const truth = /^(TRUE|FALSE|T|F)\s*(?:#([\s\S]*))?$/i.exec(body);
  if (body === '') {
    ledger.change('rubric-made');
    return { asked: { kind: 'long-text', content: wordsOf(tags.extra('words')), key: { rubric: madeRubric } }, feedback: {} };
  }
  if (truth) {
    const correct = /^t/i.test(truth[1] ?? '');
    const [wrong, right] = (truth[2] ?? '').split('#');
    return { asked: { kind: 'true-false', content: {}, key: { correct } }, feedback: byChoice([[String(!correct), wrong === undefined || wrong.trim() === '' ? undefined : words.block(wrong)], [String(correct), right === undefined ? undefined : words.block(right)]]) };
  }
  if (body.startsWith('#')) return { asked: numeric(body.slice(1).trim(), tags, ledger), feedback: {} };
  if (!/^[=~]/.test(body)) throw new Refused('no-answers', 'Inside { } there is neither an answer that begins with = or ~, nor TRUE, FALSE or a number after #.');
  const answers = answersOf(body);
  if (answers.some(({ text }) => text.includes('->'))) return matching(answers, words, tags);
  if (answers.every(({ right }) => right)) return { asked: shortAnswer(answers, tags, ledger), feedback: {} };
  const ids = choiceIdsFor(answers.map((_, index) => tags.list('ids')?.[index])).ids;
  const options = answers.map(({ text }, index) => ({ id: ids[index] ?? '', html: words.inline(text) }));
  const feedback = byChoice(answers.map(({ feedback: said }, index) => [ids[index] ?? '', said === undefined ? undefined : words.block(said)] as const));
  const weighted = answers.map((answer, index) => ({ id: ids[index] ?? '', percent: answer.right ? 100 : answer.weight ?? 0 }));
  const multiple = tags.extra('kind') === 'multiple-response' || !answers.some(({ right }) => right);
  return { asked: readChoices(options, weighted, { multiple, scoring: tags.extra('scoring'), maxChoices: tags.extra('max-choices') }, ledger), feedback };
}

function answersOf(body: string): Answer[] {
  return [...body.matchAll(/([=~])([^=~]*)/g)].map(([, mark, rest = '']): Answer => {
    const [, weight, said = ''] = /^\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(rest) ?? [];
    const [text = '', feedback] = said.split('#');
    return { right: mark === '=', weight: weight === undefined ? null : Number(weight), text: text.trim(), feedback: feedback === undefined || feedback.trim() === '' ? undefined : feedback };
  });
}

function matching(answers: readonly Answer[], words: Words, tags: ReadTags): Answered {
  const rows = answers.map(({ text }) => {
    const [place = '', ...choice] = text.split('->');
    if (choice.length === 0) throw new Refused('bad-pair', `The answer "${unmarked(text).slice(0, 60)}" has no -> though others have.`);
    return { place: place.trim() === '' ? '' : words.inline(place), choice: words.inline(choice.join('->')) };
  });
  return { asked: askedPairs(tags.extra('kind'), pairsOfWords(rows, { places: tags.list('ids'), choices: tags.list('other-ids'), order: tags.list('other-order') })), feedback: {} };
}

function shortAnswer(answers: readonly Answer[], tags: ReadTags, ledger: Ledger): Asked {
  const whole = answers.filter(({ weight }) => weight === null || weight === 100);
  if (whole.length < answers.length) ledger.lose('partly-right');
  if (answers.some(({ feedback }) => feedback !== undefined)) ledger.lose('choice-feedback');
  return acceptedOf(whole.map(({ text }) => unmarked(text)), { caseSensitive: tags.extra('case') === 'yes', accentSensitive: tags.extra('accents') !== 'no', length: tags.extra('length') }, ledger);
}

function numeric(body: string, tags: ReadTags, ledger: Ledger): Asked {
  const parts = body.split('=').map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length > 1) ledger.lose('partly-right');
  const [answer = '', said] = (parts[0] ?? '').replace(/^%[\d.]+%/, '').split('#');
  if (said !== undefined) ledger.lose('choice-feedback');
  const range = answer.split('..');
  const [value = '', tolerance = '0'] = answer.split(':');
  const [low, high] = [Number(range[0]), Number(range[1])];
  const [exact, around] = range.length === 2 ? [(low + high) / 2, Math.abs(high - low) / 2] : [Number(value), Number(tolerance)];
  if (value.trim() === '' || !Number.isFinite(exact) || !Number.isFinite(around)) throw new Refused('bad-number', `"${unmarked(answer).slice(0, 60)}" is no number.`);
  return withUnits(exact, around, tags);
}
