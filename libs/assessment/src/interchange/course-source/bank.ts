import { stringify } from 'yaml';
import type { Choice, Item, Kind } from '../../item.js';
import { plainText } from '../../plain-text.js';
import type { OutFile } from '../contract.js';
import { Ledger, type ItemReport } from '../ledger.js';
import { sanitised } from '../text/sanitise.js';
import { mapHtml } from '../texts.js';
import { compoundSource } from './compound.js';
import { toMarkdown } from './markdown.js';
import { withWrittenIds } from './written-ids.js';

/**
 * A bank of the course source (`bank.yaml`, docs/course-source.md) that holds the items. Reading one is the course
 * compiler's. Items are of one file, ids of a bank and an item begin with a letter there.
 */
export function courseBank(items: readonly Item[], bank: { id: string; title: string }): { file: OutFile; reports: ItemReport[] } {
  const reports: ItemReport[] = [];
  const written = items.map((item) => {
    const ledger = new Ledger();
    ledger.keep('question', 'key', 'feedback', 'details', 'choice-ids');
    if (!/^[a-z]/.test(item.id)) ledger.change('id');
    const source = itemDocument(item, () => ledger.lose('removed-markup'));
    reports.push(ledger.report(item.id));
    return source;
  });
  const text = stringify({ id: bank.id, title: plainText(bank.title), items: written }, { lineWidth: 120 });
  return { file: { path: 'bank.yaml', mediaType: 'application/yaml', text }, reports };
}

type Source = Record<string, unknown>;

/** Kinds that have nothing to shuffle, or always do. */
const unshuffled: readonly Kind[] = ['fill-in', 'numeric', 'true-false', 'hotspot', 'long-text', 'script-concordance', 'slider', 'graphic-order', 'upload'];

/**
 * An item as the course source has it: an entry of a bank's `items`, which compiles to the same item. `onRemoved` hears of each text that held markup which is not let in.
 */
export function itemDocument(item: Item, onRemoved: () => void = () => undefined): Source {
  const id = /^[a-z]/.test(item.id) ? item.id : `i-${item.id}`;
  return itemSource(id, mapHtml(withWrittenIds(item, id), (html) => {
    const { html: safe, removed } = sanitised(html.replaceAll(/<span data-gap="([a-z0-9-]+)"><\/span>/g, '\uE000$1\uE001'));
    if (removed) onRemoved();
    return safe;
  }));
}

function itemSource(id: string, item: Item): Source {
  const said = item.feedback;
  const general = { ...(said.correctHtml === undefined ? {} : { correct: toMarkdown(said.correctHtml) }), ...(said.incorrectHtml === undefined ? {} : { incorrect: toMarkdown(said.incorrectHtml) }) };
  const byTruth = item.kind === 'true-false' ? { ...feedbackOf(item, 'true', 'whenTrue'), ...feedbackOf(item, 'false', 'whenFalse') } : {};
  const feedback = { ...general, ...byTruth };
  return {
    id, kind: item.kind, stem: toMarkdown(item.stemHtml), statements: item.statements, level: item.level, difficulty: item.difficulty, lessons: item.lessons,
    ...(item.maxScore === 1 ? {} : { points: item.maxScore }), ...(item.certainty ? { certainty: true } : {}), ...(item.tags.length === 0 ? {} : { tags: item.tags }),
    ...(unshuffled.includes(item.kind) || item.shuffle ? {} : { shuffle: false }),
    ...(Object.keys(feedback).length === 0 ? {} : { feedback }), ...own(item),
  };
}

function own(item: Item): Source {
  const option = (choice: Choice, correct?: boolean): Source => ({ id: choice.id, text: toMarkdown(choice.html), ...(correct === true ? { correct } : {}), ...feedbackOf(item, choice.id) });
  const plain = ({ id, html }: Choice): Source => ({ id, text: toMarkdown(html) });
  switch (item.kind) {
    case 'single-choice': return { options: item.content.options.map((one) => option(one, one.id === item.key.correct)) };
    case 'multiple-response': return { options: item.content.options.map((one) => option(one, item.key.correct.includes(one.id))), scoring: item.key.scoring, ...(item.content.maxChoices === undefined ? {} : { maxChoices: item.content.maxChoices }) };
    case 'true-false': return { correct: item.key.correct };
    case 'matching': return { targets: item.content.targets.map(plain), premises: item.content.premises.map((one) => ({ ...option(one), target: item.key.pairs[one.id] })) };
    case 'ordering': return { elements: item.key.order.flatMap((id) => item.content.elements.filter((one) => one.id === id)).map((one) => option(one)), scoring: item.key.scoring };
    case 'categorising': return { categories: item.content.categories.map(plain), elements: item.content.elements.map((one) => ({ ...option(one), category: item.key.placement[one.id] })) };
    case 'fill-in': return {
      accept: item.key.accept.map((one) => ('text' in one ? one.text : { pattern: one.pattern })), caseSensitive: item.key.caseSensitive, accentSensitive: item.key.accentSensitive,
      ...(item.content.expectedLength === undefined ? {} : { expectedLength: item.content.expectedLength }),
    };
    case 'numeric': return { ...item.key, ...(item.content.units === undefined ? {} : { units: item.content.units }) };
    case 'cloze': return {
      text: toMarkdown(item.content.textHtml).replaceAll(/\uE000([a-z0-9-]+)\uE001/g, '{{$1}}'),
      gaps: item.content.gaps.map((gap) => ({ id: gap.id, options: gap.options.map((one) => option(one, item.key.gaps[gap.id] === one.id)) })),
    };
    case 'extended-matching': return { options: item.content.options.map(plain), questions: item.content.questions.map(({ id, stemHtml }) => ({ id, stem: toMarkdown(stemHtml), answer: item.key.answers[id], ...feedbackOf(item, id) })) };
    case 'hotspot': {
      const { image, alt, regions, maxChoices } = item.content;
      return { image, alt, maxChoices, regions: regions.map((region) => ({ ...region, correct: item.key.correct.includes(region.id), ...feedbackOf(item, region.id) })) };
    }
    case 'script-concordance': case 'branching-case': case 'graphic-gap-match': case 'matrix': case 'slider': case 'graphic-order': case 'upload': case 'passage': return compoundSource(item, { option, plain, said: (id) => feedbackOf(item, id) });
    case 'long-text': return {
      rubric: item.key.rubric, ...(item.key.modelAnswerHtml === undefined ? {} : { modelAnswer: toMarkdown(item.key.modelAnswerHtml) }), maxWords: item.content.maxWords,
      ...(item.content.minWords === undefined ? {} : { minWords: item.content.minWords }),
    };
  }
}

function feedbackOf(item: Item, id: string, name = 'feedback'): Source {
  const html = item.feedback.byChoice?.[id];
  return html === undefined ? {} : { [name]: toMarkdown(html) };
}
