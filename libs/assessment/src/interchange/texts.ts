import type { Choice, Feedback, Item } from '../item.js';

/** The item with each of its HTML texts replaced. `block`: paragraphs may stand there; else only words with markup. */
export function mapHtml(item: Item, turn: (html: string, block: boolean) => string): Item {
  const choices = (list: readonly Choice[]): Choice[] => list.map(({ id, html }) => ({ id, html: turn(html, false) }));
  const shared = { stemHtml: turn(item.stemHtml, true), feedback: mapFeedback(item.feedback, (html) => turn(html, true)) };
  switch (item.kind) {
    case 'single-choice': return { ...item, ...shared, content: { options: choices(item.content.options) } };
    case 'multiple-response': return { ...item, ...shared, content: { ...item.content, options: choices(item.content.options) } };
    case 'matching': return { ...item, ...shared, content: { premises: choices(item.content.premises), targets: choices(item.content.targets) } };
    case 'ordering': return { ...item, ...shared, content: { elements: choices(item.content.elements) } };
    case 'categorising': return { ...item, ...shared, content: { elements: choices(item.content.elements), categories: choices(item.content.categories) } };
    case 'cloze': return { ...item, ...shared, content: { textHtml: turn(item.content.textHtml, true), gaps: item.content.gaps.map(({ id, options }) => ({ id, options: choices(options) })) } };
    case 'extended-matching': return { ...item, ...shared, content: { options: choices(item.content.options), questions: item.content.questions.map(({ id, stemHtml }) => ({ id, stemHtml: turn(stemHtml, false) })) } };
    case 'long-text': {
      const { modelAnswerHtml, ...key } = item.key;
      return { ...item, ...shared, key: modelAnswerHtml === undefined ? key : { ...key, modelAnswerHtml: turn(modelAnswerHtml, true) } };
    }
    case 'true-false': case 'fill-in': case 'numeric': case 'hotspot': return { ...item, ...shared };
  }
}

/** Every text of a value, at whatever depth, replaced. */
export function mapTexts<T>(value: T, turn: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return turn(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one === 'object' && one !== null) return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
    return one;
  };
  return walk(value) as T;
}

/** Where a gap stands in the text of a cloze while it is read or written: characters of the private area, which sanitisers leave alone. */
export function gapMark(id: string): string {
  return `\uE000${id}\uE001`;
}
/** A text without such characters, so that none can be forged. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[\uE000-\uE01F]/g, '');
}
export function gapsToMarks(textHtml: string): string {
  return withoutMarks(textHtml).replaceAll(/<span data-gap="([a-z0-9-]+)"><\/span>/g, (_, id: string) => gapMark(id));
}
export function marksToGaps(textHtml: string): string {
  return withoutMarks(textHtml.replaceAll(/\uE000([a-z0-9-]+)\uE001/g, '<span data-gap="$1"></span>'));
}

function mapFeedback(feedback: Feedback, turn: (html: string) => string): Feedback {
  const { correctHtml, incorrectHtml, byChoice } = feedback;
  return {
    ...(correctHtml === undefined ? {} : { correctHtml: turn(correctHtml) }),
    ...(incorrectHtml === undefined ? {} : { incorrectHtml: turn(incorrectHtml) }),
    ...(byChoice === undefined ? {} : { byChoice: Object.fromEntries(Object.entries(byChoice).map(([id, html]) => [id, turn(html)])) }),
  };
}
