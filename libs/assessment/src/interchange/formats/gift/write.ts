import type { Item, ItemOf } from '../../../item.js';
import { Unwritable } from '../../contract.js';
import { tagsFor, type ExtraName } from '../../details.js';
import type { Ledger } from '../../ledger.js';
import { escapedTag, escapedGift, escapedPlain } from './escape.js';
import { areLetters } from '../../text/ids.js';
import { pairsOf, type PairsItem } from '../pairs.js';
import { fillInExtras, pairExtras, choiceExtras, numericExtras, percentages, shared } from '../extras.js';

type Body = { lines: string[]; extra?: Partial<Record<ExtraName, string | string[] | undefined>> };

/** One question: a comment with its id and tags (as Moodle 4 reads them), a name, the stem as HTML, the answers. */
export function write(item: Item, ledger: Ledger): string | Unwritable {
  const body = bodyOf(item, ledger);
  if (body instanceof Unwritable) return body;
  ledger.keep('question', 'key');
  const tags = tagsFor(item, body.extra ?? {}, ledger);
  const general = shared(item, ledger);
  const comment = `// [id:${item.id}] ${tags.map((tag) => `[tag:${escapedTag(tag)}]`).join(' ')}`;
  const lines = [...body.lines, ...(general === undefined ? [] : [`####${escapedGift(general)}`])];
  return `${comment}\n::${escapedGift(item.id)}::[html]${escapedGift(item.stemHtml)} {${lines.length === 0 ? '' : `\n  ${lines.join('\n  ')}\n`}}`;
}

function bodyOf(item: Item, ledger: Ledger): Body | Unwritable {
  switch (item.kind) {
    case 'single-choice': return choices(item, [item.key.correct], {}, ledger);
    case 'multiple-response': return choices(item, item.key.correct, choiceExtras(item, ledger), ledger);
    case 'true-false': return { lines: [truth(item)] };
    case 'matching': case 'categorising': case 'extended-matching': return pairs(item, ledger);
    case 'fill-in': {
      const texts = item.key.accept.flatMap((one) => ('text' in one ? [one.text] : []));
      if (texts.length === 0) return new Unwritable('GIFT has no patterns, and the item accepts nothing else.');
      if (texts.some((text) => text.includes('->'))) return new Unwritable('GIFT takes -> in an accepted text for matching.');
      if (texts.length < item.key.accept.length) ledger.lose('pattern');
      return { lines: texts.map((text) => `=${escapedPlain(text.replaceAll('*', '\\*'))}`), extra: fillInExtras(item, ledger, { caseNative: false }) };
    }
    case 'numeric': {
      const { extra, tolerance } = numericExtras(item, ledger);
      return { lines: [`#${String(item.key.value)}:${String(tolerance)}`], extra };
    }
    case 'long-text':
      ledger.lose('rubric');
      ledger.change('length-elsewhere');
      return { lines: [], extra: { words: `${item.content.minWords === undefined ? '' : String(item.content.minWords)}-${String(item.content.maxWords)}` } };
    case 'ordering': return new Unwritable('GIFT has no questions that ask for an order.');
    case 'cloze': return new Unwritable('GIFT has one place for answers in a question, not several gaps.');
    case 'hotspot': case 'graphic-gap-match': case 'graphic-order': return new Unwritable('GIFT has no areas on pictures.');
    case 'script-concordance': return new Unwritable('GIFT has one key for a question, not a panel of experts.');
    case 'branching-case': return new Unwritable('GIFT has no steps in a question.');
    case 'matrix': return new Unwritable('GIFT has no grid.');
    case 'slider': return new Unwritable('GIFT has no slider.');
    case 'upload': return new Unwritable('GIFT has no questions that ask for a file.');
    case 'passage': return new Unwritable('GIFT has one question below a text, not several.');
  }
}

function choices(item: ItemOf<'single-choice'> | ItemOf<'multiple-response'>, correct: readonly string[], extra: Body['extra'], ledger: Ledger): Body {
  const { options } = item.content;
  const ids = options.map(({ id }) => id);
  if (!areLetters(ids)) ledger.change('choice-ids');
  if (item.feedback.byChoice !== undefined) ledger.keep('feedback');
  const { right, wrong } = percentages(correct.length, options.length - correct.length);
  const lines = options.map(({ id, html }) => {
    const mark = item.kind === 'single-choice' ? (correct.includes(id) ? '=' : '~') : `~%${correct.includes(id) ? right : wrong}%`;
    const said = item.feedback.byChoice?.[id];
    return `${mark}${escapedGift(html)}${said === undefined ? '' : `#${escapedGift(said)}`}`;
  });
  return { lines, extra: { ...extra, ids: areLetters(ids) ? undefined : ids } };
}

function truth({ key, feedback }: ItemOf<'true-false'>): string {
  const wrong = feedback.byChoice?.[String(!key.correct)];
  const right = feedback.byChoice?.[String(key.correct)];
  const said = right === undefined ? (wrong === undefined ? '' : `#${escapedGift(wrong)}`) : `#${escapedGift(wrong ?? '')}#${escapedGift(right)}`;
  return `${key.correct ? 'TRUE' : 'FALSE'}${said}`;
}

function pairs(item: PairsItem, ledger: Ledger): Body {
  if (item.feedback.byChoice !== undefined) ledger.lose('choice-feedback');
  const { places, key } = pairsOf(item);
  const { rest, extra, htmlOf } = pairExtras(item, ledger);
  return {
    lines: [...places.map(({ id, html }) => `=${escapedGift(html)} -> ${escapedGift(htmlOf(key[id] ?? ''))}`), ...rest.map((html) => `= -> ${escapedGift(html)}`)],
    extra,
  };
}
