import type { Item, ItemOf } from '../../../item.js';
import { Unwritable, type Details } from '../../contract.js';
import { tagsFor } from '../../details.js';
import type { Ledger } from '../../ledger.js';
import { plainText } from '../../../plain-text.js';
import { areLetters } from '../../text/ids.js';
import { el, type XmlOut } from '../../xml/write.js';
import { choiceExtras, fillInExtras, numericExtras, pairExtras, percentages, shared, type Extras } from '../extras.js';
import { wordsText } from '../essay.js';
import { pairsOf, type PairsItem } from '../pairs.js';
import { embedded } from './embedded.js';

/** `type`: Moodle's; `combined`: the type tells right and wrong answers apart in its feedback. */
interface Body { type: string; parts: XmlOut[]; extra: Extras; combined: boolean; textHtml?: string }

export function write(item: Item, ledger: Ledger): XmlOut | Unwritable {
  const body = bodyOf(item, ledger);
  if (body instanceof Unwritable) return body;
  ledger.keep('question', 'key');
  const native: (keyof Details)[] = ['maxScore', ...(body.parts.some(({ name }) => name === 'shuffleanswers') ? ['shuffle' as const] : [])];
  const tags = tagsFor(item, body.extra, ledger, native);
  const general = body.combined ? undefined : shared(item, ledger);
  if (body.combined && (item.feedback.correctHtml ?? item.feedback.incorrectHtml) !== undefined) ledger.keep('feedback');
  return el('question', { type: body.type },
    el('name', {}, text(plainText(item.stemHtml).slice(0, 120) || item.id)),
    html('questiontext', body.textHtml ?? item.stemHtml),
    html('generalfeedback', general ?? ''),
    el('defaultgrade', {}, String(item.maxScore)), el('penalty', {}, '0'), el('hidden', {}, '0'), el('idnumber', {}, item.id),
    ...body.parts,
    ...(body.combined ? [html('correctfeedback', item.feedback.correctHtml), html('partiallycorrectfeedback', item.feedback.incorrectHtml), html('incorrectfeedback', item.feedback.incorrectHtml)].filter((part) => part !== undefined) : []),
    el('tags', {}, ...tags.map((tag) => el('tag', {}, text(tag)))));
}

const text = (words: string): XmlOut => el('text', {}, words);
function html(name: string, content: string | undefined, attributes: Record<string, string> = {}): XmlOut | undefined {
  return content === undefined ? undefined : el(name, { ...attributes, format: 'html' }, text(content));
}

function bodyOf(item: Item, ledger: Ledger): Body | Unwritable {
  switch (item.kind) {
    case 'single-choice': return choices(item, [item.key.correct], {}, ledger);
    case 'multiple-response': return choices(item, item.key.correct, choiceExtras(item, ledger), ledger);
    case 'true-false': {
      if (item.feedback.byChoice !== undefined) ledger.keep('feedback');
      const answer = (value: boolean): XmlOut => el('answer', { fraction: item.key.correct === value ? '100' : '0', format: 'moodle_auto_format' }, text(String(value)), html('feedback', item.feedback.byChoice?.[String(value)]));
      return { type: 'truefalse', parts: [answer(true), answer(false)], extra: {}, combined: false };
    }
    case 'matching': case 'categorising': case 'extended-matching': return pairs(item, ledger);
    case 'ordering': {
      const order = item.key.order.map((id) => item.content.elements.find((element) => element.id === id)?.html ?? '');
      const declared = item.content.elements.map(({ id }) => id);
      if (item.feedback.byChoice !== undefined) ledger.lose('choice-feedback');
      ledger.change('choice-ids', 'scoring-elsewhere');
      return {
        type: 'ordering', combined: true,
        parts: [el('layouttype', {}, 'VERTICAL'), el('selecttype', {}, 'ALL'), el('gradingtype', {}, item.key.scoring === 'partial' ? 'LONGEST_ORDERED_SUBSET' : 'ALL_OR_NOTHING'), ...order.map((words, index) => el('answer', { fraction: String(index + 1), format: 'html' }, text(words)))],
        extra: { 'other-ids': item.key.order, ids: declared },
      };
    }
    case 'fill-in': {
      const texts = item.key.accept.flatMap((one) => ('text' in one ? [one.text] : []));
      if (texts.length === 0) return new Unwritable('Moodle has no patterns, and the item accepts nothing else.');
      if (texts.length < item.key.accept.length) ledger.lose('pattern');
      const answers = texts.map((accepted) => el('answer', { fraction: '100', format: 'moodle_auto_format' }, text(accepted.replaceAll('*', '\\*'))));
      return { type: 'shortanswer', parts: [el('usecase', {}, item.key.caseSensitive ? '1' : '0'), ...answers], extra: fillInExtras(item, ledger, { caseNative: true }), combined: false };
    }
    case 'numeric': {
      const { extra, tolerance } = numericExtras(item, ledger);
      return { type: 'numerical', parts: [el('answer', { fraction: '100', format: 'moodle_auto_format' }, text(String(item.key.value)), el('tolerance', {}, String(tolerance)))], extra, combined: false };
    }
    case 'cloze': return embedded(item, ledger);
    case 'long-text': {
      ledger.lose('rubric');
      ledger.change('length-elsewhere');
      const lines = item.key.rubric.map(({ title, levels }) => `${title}: ${levels.map(({ points, description }) => `${String(points)} ${description}`).join('; ')}`).join('\n');
      return { type: 'essay', parts: [el('responseformat', {}, 'editor'), el('responserequired', {}, '1'), el('minwordlimit', {}, String(item.content.minWords ?? 0)), el('maxwordlimit', {}, String(item.content.maxWords)), el('graderinfo', { format: 'plain_text' }, text(lines))], extra: { words: wordsText(item.content) }, combined: false };
    }
    case 'hotspot': return new Unwritable("Moodle's core has no question that asks for areas of a picture.");
    case 'graphic-order': return new Unwritable("Moodle's core has no question that asks for an order of areas on a picture.");
    case 'script-concordance': return new Unwritable("Moodle's core has no question that is scored against a panel of experts.");
    case 'branching-case': return new Unwritable("Moodle's core has no question with steps that follow from an answer.");
    case 'graphic-gap-match': return new Unwritable('Labels on a picture are not written to Moodle XML.');
    case 'matrix': return new Unwritable("Moodle's core has no grid.");
    case 'slider': return new Unwritable("Moodle's core has no slider.");
    case 'upload': return new Unwritable('A question that asks for a file is not written to Moodle XML.');
    case 'passage': return new Unwritable('A text with several questions on it is not written to Moodle XML.');
  }
}

function choices(item: ItemOf<'single-choice'> | ItemOf<'multiple-response'>, correct: readonly string[], extra: Extras, ledger: Ledger): Body {
  const ids = item.content.options.map(({ id }) => id);
  if (!areLetters(ids)) ledger.change('choice-ids');
  if (item.feedback.byChoice !== undefined) ledger.keep('feedback');
  const single = item.kind === 'single-choice';
  const { right, wrong } = percentages(correct.length, ids.length - correct.length);
  const answers = item.content.options.map(({ id, html: words }) => {
    const fraction = single ? (correct.includes(id) ? '100' : '0') : correct.includes(id) ? right : wrong;
    return html('answer', words, { fraction }) ?? text('');
  }).map((answer, index) => el(answer.name, answer.attributes, ...answer.children, html('feedback', item.feedback.byChoice?.[ids[index] ?? ''])));
  return { type: 'multichoice', parts: [el('single', {}, String(single)), el('shuffleanswers', {}, String(item.shuffle)), el('answernumbering', {}, 'abc'), ...answers], extra: { ...extra, ids: areLetters(ids) ? undefined : ids }, combined: true };
}

function pairs(item: PairsItem, ledger: Ledger): Body {
  if (item.feedback.byChoice !== undefined) ledger.lose('choice-feedback');
  const { places, key } = pairsOf(item);
  const { rest, extra, htmlOf } = pairExtras(item, ledger);
  const row = (place: string, choice: string): XmlOut => el('subquestion', { format: 'html' }, text(place), el('answer', {}, text(choice)));
  return { type: 'matching', parts: [el('shuffleanswers', {}, String(item.shuffle)), ...places.map(({ id, html: words }) => row(words, htmlOf(key[id] ?? ''))), ...rest.map((words) => row('', words))], extra, combined: true };
}
