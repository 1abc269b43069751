import type { Item } from '../../../item.js';
import { plainText } from '../../../plain-text.js';
import { Unwritable, type InterchangeFile, type Reading } from '../../contract.js';
import { format } from '../../format.js';
import { Ledger } from '../../ledger.js';
import { areLetters, letterId } from '../../text/ids.js';
import { blockHtml, htmlNodes, inlineHtml, textOf } from '../../text/html.js';
import { decoded } from '../../text/decode.js';

/** Aiken (Moodle): a stem in a line, choices `A. …`, `ANSWER: A`. One right choice, plain text, nothing else. */
export const aiken = format<string>('aiken', { title: 'Aiken', write, assemble: (pieces) => [{ path: 'questions.txt', mediaType: 'text/plain', text: `${pieces.map(({ piece }) => piece).join('\n\n')}\n` }], read });

function write(item: Item, ledger: Ledger): string | Unwritable {
  if (item.kind !== 'single-choice' && item.kind !== 'true-false') return new Unwritable('Aiken has only questions with one right choice.');
  ledger.keep('key', 'question');
  ledger.lose('other-details', 'id');
  const { correctHtml, incorrectHtml, byChoice } = item.feedback;
  if (correctHtml !== undefined || incorrectHtml !== undefined) ledger.lose('general-feedback');
  if (byChoice !== undefined) ledger.lose('choice-feedback');
  const options = item.kind === 'true-false' ? ['True', 'False'] : item.content.options.map((option) => line(option.html, inlineHtml, ledger));
  if (options.length > 26) return new Unwritable('Aiken has at most 26 choices.');
  if (options.length < 2) return new Unwritable('Aiken needs two choices.');
  if (options.includes('')) return new Unwritable('A choice has no words.');
  const stem = line(item.stemHtml, blockHtml, ledger);
  if (stem === '' || /^([A-Z][.)]\s|ANSWER:)/.test(stem)) return new Unwritable('The stem has no words, or would be read as a choice.');
  if (item.kind === 'single-choice' && !areLetters(item.content.options.map(({ id }) => id))) ledger.lose('choice-ids');
  const right = item.kind === 'true-false' ? (item.key.correct ? 0 : 1) : item.content.options.findIndex(({ id }) => id === item.key.correct);
  return [stem, ...options.map((option, index) => `${letter(index)}. ${option}`), `ANSWER: ${letter(right)}`].join('\n');
}

const letter = (index: number): string => String.fromCharCode(65 + index);

function line(html: string, make: (text: string) => string, ledger: Ledger): string {
  const text = textOf(htmlNodes(html)).replaceAll(/\s+/g, ' ').trim();
  if (make(text) !== html) ledger.lose('markup');
  return make(text) === html ? text : plainText(html);
}

async function read(files: readonly InterchangeFile[], reading: Reading): Promise<void> {
  for (const { path, bytes } of files) {
    let stem: string[] = [];
    let options: string[] = [];
    let began = 1;
    const fail = (at: number, code: string, reason: string): void => {
      reading.fail({ file: path, line: at, item: stem[0]?.slice(0, 200) ?? null, code, reason });
      stem = [];
      options = [];
    };
    const lines = decoded(bytes, { fallback: 'windows-1252' }).split(/\r\n|\r|\n/);
    lines.forEach((text, index) => {
      const option = /^\s*([A-Z])[.)]\s+(.*)$/.exec(text);
      const answer = /^\s*ANSWER\s*:\s*(.*)$/.exec(text);
      if (answer) {
        const at = options.length === 0 ? -1 : (answer[1] ?? '').trim().toUpperCase().charCodeAt(0) - 65;
        if (stem.length === 0 || options.length < 2) fail(began, 'incomplete', 'There is an ANSWER without a stem and two choices before it.');
        else if (!(at >= 0 && at < options.length) || (answer[1] ?? '').trim().length !== 1) fail(index + 1, 'bad-answer', `The answer "${(answer[1] ?? '').slice(0, 20)}" is none of the choices.`);
        else add(reading, path, began, stem.join('\n'), options, at);
        stem = [];
        options = [];
      } else if (option && stem.length > 0) {
        if ((option[1] ?? '').charCodeAt(0) - 65 === options.length) options.push(option[2] ?? '');
        else fail(index + 1, 'bad-choice', `The choice ${option[1] ?? ''} stands where ${letter(options.length)} should.`);
      } else if (text.trim() !== '') {
        if (options.length > 0) fail(began, 'incomplete', 'A question has no ANSWER line.');
        if (stem.length === 0) began = index + 1;
        stem.push(text.trim());
      } else if (options.length > 0) fail(began, 'incomplete', 'A question has no ANSWER line.');
      else if (stem.length > 0) fail(began, 'incomplete', 'A stem has no choices.');
    });
    if (stem.length > 0) fail(began, 'incomplete', 'The last question is not finished.');
  }
}

function add(reading: Reading, file: string, line_: number, stem: string, options: readonly string[], right: number): void {
  const truth = options.length === 2 && options.map((option) => option.trim().toLowerCase()).join() === 'true,false';
  reading.add({
    name: '', stemHtml: blockHtml(stem), feedback: {}, details: {},
    asked: truth
      ? { kind: 'true-false', content: {}, key: { correct: right === 0 } }
      : { kind: 'single-choice', content: { options: options.map((option, index) => ({ id: letterId(index), html: inlineHtml(option) })) }, key: { correct: letterId(right) } },
  }, new Ledger(), file, line_);
}
