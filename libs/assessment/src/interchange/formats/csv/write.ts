import type { Choice, Item } from '../../../item.js';
import { Unwritable } from '../../contract.js';
import type { Ledger } from '../../ledger.js';
import { blockHtml, inlineHtml, plainOf } from '../../text/html.js';
import { areLetters } from '../../text/ids.js';
import { mapHtml } from '../../texts.js';
import { pairsOf } from '../pairs.js';
import { listText } from './columns.js';

/** Cells by heading. */
export type Cells = Readonly<Record<string, string>>;

export function write(item: Item, ledger: Ledger): Cells | Unwritable {
  const plain = asText(item);
  const cells = own(plain ?? item);
  if (cells instanceof Unwritable) return cells;
  ledger.keep('question', 'key', 'details', 'feedback', 'choice-ids');
  const { feedback } = plain ?? item;
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    id: item.id, kind: item.kind, format: plain === undefined ? 'html' : 'text', stem: (plain ?? item).stemHtml,
    points: String(item.maxScore), shuffle: yes(item.shuffle), certainty: yes(item.certainty), level: item.level, difficulty: item.difficulty,
    statements: listText(item.statements), lessons: listText(item.lessons), tags: listText(item.tags),
    'feedback correct': feedback.correctHtml ?? '', 'feedback incorrect': feedback.incorrectHtml ?? '',
    ...cells,
  };
}

/** The item with its texts as plain text, where that loses nothing. */
function asText(item: Item): Item | undefined {
  let whole = true;
  const text = mapHtml(item, (html, block) => {
    const plain = plainOf(html, block ? blockHtml : inlineHtml);
    if (plain === undefined) whole = false;
    return plain ?? '';
  });
  return whole ? text : undefined;
}

function own(item: Item): Cells | Unwritable {
  switch (item.kind) {
    case 'single-choice': return { ...choices(item, item.content.options), correct: places(item.content.options, [item.key.correct]) };
    case 'multiple-response': return {
      ...choices(item, item.content.options), correct: places(item.content.options, item.key.correct), scoring: item.key.scoring,
      'max choices': item.content.maxChoices === undefined ? '' : String(item.content.maxChoices),
    };
    case 'true-false': return { correct: String(item.key.correct), 'feedback 1': item.feedback.byChoice?.['true'] ?? '', 'feedback 2': item.feedback.byChoice?.['false'] ?? '' };
    case 'ordering': return { ...choices(item, item.content.elements), correct: places(item.content.elements, item.key.order), scoring: item.key.scoring };
    case 'matching': case 'categorising': case 'extended-matching': {
      const { places: rows, choices: targets, key } = pairsOf(item);
      return {
        ...choices(item, rows), ...numbered('target', targets.map(({ html }) => html)),
        correct: places(targets, rows.map(({ id }) => key[id] ?? '')), 'target ids': idsOf(targets),
      };
    }
    case 'fill-in': return {
      ...numbered('choice', item.key.accept.map((one) => ('text' in one ? one.text : one.pattern))),
      correct: listText(item.key.accept.map((one) => ('text' in one ? 'text' : 'pattern'))),
      'case sensitive': item.key.caseSensitive ? 'yes' : 'no', 'accent sensitive': item.key.accentSensitive ? 'yes' : 'no',
      'expected length': item.content.expectedLength === undefined ? '' : String(item.content.expectedLength),
    };
    case 'numeric': return {
      correct: String(item.key.value), tolerance: String(item.key.tolerance), 'tolerance kind': item.key.toleranceKind,
      units: listText(item.content.units ?? []), unit: item.key.unit ?? '',
    };
    case 'cloze': return new Unwritable('A row has no room for gaps in a text.');
    case 'hotspot': return new Unwritable('A row has no room for areas on a picture.');
    case 'long-text': case 'upload': return new Unwritable('A row has no room for a rubric.');
    case 'script-concordance': return new Unwritable('A row has no room for a panel of experts.');
    case 'branching-case': return new Unwritable('A row has no room for the steps of a case.');
    case 'graphic-gap-match': case 'graphic-order': return new Unwritable('A row has no room for areas on a picture.');
    case 'matrix': return new Unwritable('A row has no room for a grid.');
    case 'slider': return new Unwritable('A row has no room for a scale.');
    case 'passage': return new Unwritable('A row has no room for several questions.');
  }
}

function choices(item: Item, list: readonly Choice[]): Cells {
  return { ...numbered('choice', list.map(({ html }) => html)), ...numbered('feedback', list.map(({ id }) => item.feedback.byChoice?.[id] ?? '')), 'choice ids': idsOf(list) };
}
function numbered(name: string, values: readonly string[]): Cells {
  return Object.fromEntries(values.map((value, index) => [`${name} ${String(index + 1)}`, value]));
}
function places(list: readonly Choice[], ids: readonly string[]): string {
  return ids.map((id) => String(list.findIndex((one) => one.id === id) + 1)).join(';');
}
function idsOf(list: readonly Choice[]): string {
  const ids = list.map(({ id }) => id);
  return areLetters(ids) ? '' : listText(ids);
}
