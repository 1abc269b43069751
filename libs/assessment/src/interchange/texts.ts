import type { Choice, Feedback, Item, KeyOf } from '../item.js';

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
    case 'long-text': return { ...item, ...shared, key: rubricKey(item.key, turn) };
    case 'upload': return { ...item, ...shared, key: rubricKey(item.key, turn) };
    case 'script-concordance': {
      const questions = item.content.questions.map(({ id, hypothesisHtml, findingHtml }) => ({ id, hypothesisHtml: turn(hypothesisHtml, false), findingHtml: turn(findingHtml, false) }));
      return { ...item, ...shared, content: { questions, scale: choices(item.content.scale) } };
    }
    case 'branching-case': {
      const steps = item.content.steps.map(({ id, html, options }) => ({ id, html: turn(html, true), options: options.map((option) => ({ ...option, html: turn(option.html, false) })) }));
      return { ...item, ...shared, content: { ...item.content, steps } };
    }
    case 'graphic-gap-match': return { ...item, ...shared, content: { ...item.content, labels: choices(item.content.labels) } };
    case 'matrix': return { ...item, ...shared, content: { ...item.content, rows: choices(item.content.rows), columns: choices(item.content.columns) } };
    case 'passage': {
      const questions = item.content.questions.map(({ stemHtml, options, ...rest }) => ({ ...rest, stemHtml: turn(stemHtml, false), options: choices(options) }));
      return { ...item, ...shared, content: { passageHtml: turn(item.content.passageHtml, true), questions } };
    }
    case 'true-false': case 'fill-in': case 'numeric': case 'hotspot': case 'slider': case 'graphic-order': return { ...item, ...shared };
  }
}

function rubricKey({ modelAnswerHtml, ...key }: KeyOf['long-text'], turn: (html: string, block: boolean) => string): KeyOf['long-text'] {
  return modelAnswerHtml === undefined ? key : { ...key, modelAnswerHtml: turn(modelAnswerHtml, true) };
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
