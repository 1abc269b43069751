import type { Choice } from '../../../item.js';
import { kinds } from '../../../kinds/registry.js';
import { Refused, type Asked, type Details, type InterchangeFile, type Reading } from '../../contract.js';
import { isDifficulty, isLevel } from '../../details.js';
import { Ledger } from '../../ledger.js';
import { blockHtml, inlineHtml } from '../../text/html.js';
import { choiceIdsFor } from '../../text/ids.js';
import { decoded } from '../../text/decode.js';
import { askedPairs, byChoice } from '../pairs.js';
import { csvHeadings, readList, type CsvColumn } from './columns.js';
import { readTable, withoutGuard } from './table.js';

/** More choices than this are not looked for in a row. */
const MOST_CHOICES = 100;

/** Rows are read one by one. Headings are found whatever their case; `options.columns` maps ours to others. */
export async function read(files: readonly InterchangeFile[], reading: Reading): Promise<void> {
  for (const { path, bytes } of files) {
    const [heading, ...rows] = readTable(decoded(bytes, { fallback: 'windows-1252' }));
    if (heading === undefined) throw new Refused('empty', 'The table has no row.');
    const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
    const at = new Map(heading.cells.map((cell, index) => [plain(cell), index]));
    const named = reading.options.columns ?? {};
    for (const [ours, theirs] of Object.entries(named)) {
      const index = at.get(plain(theirs));
      if (index === undefined) reading.fail({ file: path, line: heading.line, item: null, code: 'no-such-column', reason: `The table has no column "${theirs.slice(0, 60)}" for ${ours.slice(0, 60)}.` });
      else at.set(plain(ours), index);
    }
    if (!at.has('stem')) throw new Refused('no-stem', `The table has no column "stem". Name the column that holds the question, or use the headings ${csvHeadings(1).slice(0, 5).join(', ')} …`, heading.line);
    for (const { line, cells } of rows) {
      const row = new RowOf((name) => withoutGuard(cells[at.get(plain(name)) ?? -1] ?? ''));
      try {
        add(row, path, line, reading);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        reading.fail({ file: path, line, item: row.cell('id') || row.cell('stem').slice(0, 80) || null, code: error.code, reason: error.message });
      }
    }
  }
}

function add(row: RowOf, file: string, line: number, reading: Reading): void {
  const ledger = new Ledger();
  ledger.keep('details');
  const asked = row.asked();
  const slots = asked.kind === 'true-false' ? ['true', 'false'] : 'options' in asked.content && asked.kind !== 'extended-matching' ? asked.content.options.map(({ id }) => id) : row.choiceIds;
  const right = row.cell('feedback correct');
  const wrong = row.cell('feedback incorrect');
  reading.add({
    name: row.cell('id'), stemHtml: row.block('stem'), asked, details: row.details(),
    feedback: {
      ...(right === '' ? {} : { correctHtml: row.block('feedback correct') }), ...(wrong === '' ? {} : { incorrectHtml: row.block('feedback incorrect') }),
      ...byChoice(slots.map((id, index) => [id, row.numberedCell('feedback', index + 1) === '' ? undefined : row.block(`feedback ${String(index + 1)}`)] as const)),
    },
  }, ledger, file, line);
}

class RowOf {
  readonly #html: boolean;
  readonly #choices: Choice[];
  constructor(private readonly get: (name: string) => string) {
    this.#html = get('format').trim().toLowerCase() === 'html';
    this.#choices = this.#list('choice', 'choice ids');
  }
  get choiceIds(): string[] { return this.#choices.map(({ id }) => id); }
  cell(name: CsvColumn): string { return this.get(name).trim(); }
  numberedCell(name: 'choice' | 'target' | 'feedback', number: number): string { return this.get(`${name} ${String(number)}`).trim(); }
  block(name: string): string { const text = this.get(name).trim(); return this.#html ? text : blockHtml(text); }

  #list(name: 'choice' | 'target', idsColumn: CsvColumn): Choice[] {
    const numbers = this.#numbers(name);
    const given = readList(this.cell(idsColumn));
    const { ids } = choiceIdsFor(numbers.map((_, index) => given[index]));
    return numbers.map((number, index) => ({ id: ids[index] ?? '', html: this.#html ? this.numberedCell(name, number) : inlineHtml(this.numberedCell(name, number)) }));
  }

  #numbers(name: 'choice' | 'target'): number[] {
    return Array.from({ length: MOST_CHOICES }, (_, index) => index + 1).filter((number) => this.numberedCell(name, number) !== '');
  }

  details(): Partial<Details> {
    const details: Partial<Details> = {};
    const level = this.cell('level').toLowerCase();
    const difficulty = this.cell('difficulty').toLowerCase();
    if (isLevel(level)) details.level = level;
    else if (level !== '') throw new Refused('bad-cell', `"${level.slice(0, 40)}" is no level; it is recall, application or judgement.`);
    if (isDifficulty(difficulty)) details.difficulty = difficulty;
    else if (difficulty !== '') throw new Refused('bad-cell', `"${difficulty.slice(0, 40)}" is no difficulty; it is easy, medium or hard.`);
    if (this.cell('points') !== '') details.maxScore = this.#number('points');
    const shuffle = this.#yes('shuffle');
    const certainty = this.#yes('certainty');
    if (shuffle !== undefined) details.shuffle = shuffle;
    if (certainty !== undefined) details.certainty = certainty;
    for (const name of ['statements', 'lessons', 'tags'] as const) if (this.cell(name) !== '') details[name] = readList(this.cell(name));
    return details;
  }

  asked(): Asked {
    const kind = this.cell('kind').toLowerCase().replaceAll(/[\s_]+/g, '-') || 'single-choice';
    const options = this.#choices;
    const scoring = this.#scoring();
    switch (kind) {
      case 'single-choice': return { kind, content: { options }, key: { correct: this.#chosen(options, 1)[0] ?? '' } };
      case 'multiple-response': return { kind, content: this.cell('max choices') === '' ? { options } : { options, maxChoices: this.#number('max choices') }, key: { correct: this.#chosen(options), scoring } };
      case 'true-false': return { kind, content: {}, key: { correct: this.#truth() } };
      case 'ordering': return { kind, content: { elements: options }, key: { order: this.#chosen(options, options.length), scoring } };
      case 'matching': case 'categorising': case 'extended-matching': {
        const targets = this.#list('target', 'target ids');
        const chosen = this.#chosen(targets, options.length);
        return askedPairs(kind, { places: options, choices: targets, key: Object.fromEntries(options.map(({ id }, index) => [id, chosen[index] ?? ''])) });
      }
      case 'fill-in': {
        const how = readList(this.cell('correct'));
        const texts = this.#numbers('choice').map((number) => this.numberedCell('choice', number));
        const length = this.cell('expected length');
        return {
          kind, content: length === '' ? {} : { expectedLength: this.#number('expected length') },
          key: { accept: texts.map((text, index) => (how[index] === 'pattern' ? { pattern: text } : { text })), caseSensitive: this.#yes('case sensitive') ?? false, accentSensitive: this.#yes('accent sensitive') ?? false },
        };
      }
      case 'numeric': {
        const units = readList(this.cell('units'));
        const tolerance = this.cell('tolerance');
        return {
          kind, content: units.length === 0 ? {} : { units },
          key: { value: this.#number('correct'), tolerance: tolerance === '' ? 0 : this.#number('tolerance'), toleranceKind: this.cell('tolerance kind') === 'relative' ? 'relative' : 'absolute', ...(this.cell('unit') === '' ? {} : { unit: this.cell('unit') }) },
        };
      }
      default: throw new Refused('unknown-kind', (kinds as readonly string[]).includes(kind) ? `A row can't hold the kind ${kind}.` : `"${kind.slice(0, 40)}" is no kind of item.`);
    }
  }

  /** Choices by the numbers or letters in `correct`. */
  #chosen(list: readonly Choice[], count?: number): string[] {
    const named = readList(this.cell('correct').replaceAll(/\s*[,/]\s*/g, ';'));
    if (named.length === 0) throw new Refused('bad-cell', 'The column "correct" is empty.');
    if (count !== undefined && named.length !== count) throw new Refused('bad-cell', `The column "correct" names ${String(named.length)}, where ${String(count)} ${count === 1 ? 'is' : 'are'} needed.`);
    return named.map((name) => {
      const index = /^\d+$/.test(name) ? Number(name) - 1 : /^[a-z]$/i.test(name) ? name.toLowerCase().charCodeAt(0) - 97 : -1;
      const choice = list[index];
      if (choice === undefined) throw new Refused('bad-cell', `The column "correct" names "${name.slice(0, 40)}", and there are ${String(list.length)} to choose from.`);
      return choice.id;
    });
  }
  #truth(): boolean {
    const word = this.cell('correct').toLowerCase();
    if (['true', 't', 'yes', '1'].includes(word)) return true;
    if (['false', 'f', 'no', '0'].includes(word)) return false;
    throw new Refused('bad-cell', `The column "correct" says "${word.slice(0, 40)}", not true or false.`);
  }
  #yes(name: CsvColumn): boolean | undefined {
    const word = this.cell(name).toLowerCase();
    if (word === '') return undefined;
    if (['yes', 'true', '1'].includes(word)) return true;
    if (['no', 'false', '0'].includes(word)) return false;
    throw new Refused('bad-cell', `The column "${name}" says "${word.slice(0, 40)}", not yes or no.`);
  }
  #scoring(): 'all-or-nothing' | 'partial' {
    const word = this.cell('scoring').toLowerCase() || 'all-or-nothing';
    if (word === 'partial' || word === 'all-or-nothing') return word;
    throw new Refused('bad-cell', `The column "scoring" says "${word.slice(0, 40)}", not all-or-nothing or partial.`);
  }
  #number(name: CsvColumn): number {
    const text = this.cell(name).slice(0, 40);
    // Spreadsheets of many countries write a comma; a comma between thousands they do not write.
    const number = /^[+-]?\d*[.,]?\d+(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (!Number.isFinite(number)) throw new Refused('bad-cell', `The column "${name}" says "${text.slice(0, 40)}", which is no number.`);
    return number;
  }
}
