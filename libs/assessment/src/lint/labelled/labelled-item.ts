import type { Choice, Feedback, Item, ItemBase } from '../../item.js';
import type { LintCode } from '../code.js';

/** An item and the flaws that its author put in, or found in it by reading; none: it is meant as a good item. */
export interface LabelledItem { item: Item; flaws: LintCode[] }

const why = 'Because of what the lesson says about it.';

/** A shared beginning: everything that a bank asks of an item beside its words. */
function base(id: string, stem: string): ItemBase {
  return { id, stemHtml: `<p>${stem}</p>`, statements: ['s01'], level: 'application', difficulty: 'medium', maxScore: 1, shuffle: true, certainty: false, lessons: ['lesson'], tags: [] };
}

const letters = 'abcdefghijklmnop';
const starred = (text: string): boolean => text.startsWith('*');
const listOf = (texts: readonly string[], prefix = ''): Choice[] => texts.map((text, index) => ({ id: prefix + (letters[index] ?? String(index)), html: text.replace(/^\*/, '') }));
const rightOf = (texts: readonly string[], list: readonly Choice[]): string[] => list.filter((_, index) => starred(texts[index] ?? '')).map(({ id }) => id);
const feedbackFor = (list: readonly Choice[]): Feedback => ({ byChoice: Object.fromEntries(list.map(({ id }) => [id, why])) });
const generalFeedback: Feedback = { correctHtml: why, incorrectHtml: why };

/** One right option; `*` before it marks it. Options with figures are shown as they are written, others shuffled. */
export function one(id: string, stem: string, texts: string[], flaws: LintCode[] = [], change: Partial<ItemBase & { feedback: Feedback }> = {}): LabelledItem {
  const options = listOf(texts);
  const shuffle = !texts.every((text) => /\d/.test(text));
  return { item: { ...base(id, stem), shuffle, kind: 'single-choice', content: { options }, key: { correct: rightOf(texts, options)[0] ?? '' }, feedback: feedbackFor(options), ...change }, flaws };
}

/** Several right options, each marked by `*`. */
export function several(id: string, stem: string, texts: string[], flaws: LintCode[] = []): LabelledItem {
  const options = listOf(texts);
  return { item: { ...base(id, stem), kind: 'multiple-response', content: { options }, key: { correct: rightOf(texts, options), scoring: 'partial' }, feedback: feedbackFor(options) }, flaws };
}

export function whether(id: string, claim: string, correct: boolean, flaws: LintCode[] = [], change: Partial<ItemBase & { feedback: Feedback }> = {}): LabelledItem {
  return { item: { ...base(id, claim), kind: 'true-false', content: {}, key: { correct }, feedback: { byChoice: { true: why, false: why } }, ...change }, flaws };
}

/** Premises with their targets, and targets that are left over. */
export function match(id: string, stem: string, pairs: [string, string][], left: string[], flaws: LintCode[] = []): LabelledItem {
  const premises = listOf(pairs.map(([premise]) => premise), 'p');
  const words = [...new Set([...pairs.map(([, target]) => target), ...left])];
  const targets = listOf(words, 't');
  const key = Object.fromEntries(pairs.map(([, target], index) => [premises[index]?.id ?? '', targets[words.indexOf(target)]?.id ?? '']));
  return { item: { ...base(id, stem), kind: 'matching', content: { premises, targets }, key: { pairs: key }, feedback: feedbackFor(premises) }, flaws };
}

export function order(id: string, stem: string, steps: string[], flaws: LintCode[] = []): LabelledItem {
  const elements = listOf(steps);
  return { item: { ...base(id, stem), kind: 'ordering', content: { elements }, key: { order: elements.map((element) => element.id), scoring: 'partial' }, feedback: generalFeedback }, flaws };
}

export function sort(id: string, stem: string, groups: Record<string, string[]>, flaws: LintCode[] = []): LabelledItem {
  const categories = listOf(Object.keys(groups), 'k');
  const elements = listOf(Object.values(groups).flat(), 'e');
  const placement = Object.fromEntries(elements.map((element) => [element.id, categories.find(({ html }) => groups[html]?.includes(element.html))?.id ?? '']));
  return { item: { ...base(id, stem), kind: 'categorising', content: { elements, categories }, key: { placement }, feedback: feedbackFor(elements) }, flaws };
}

export function fill(id: string, stem: string, accept: string[], flaws: LintCode[] = []): LabelledItem {
  return { item: { ...base(id, stem), kind: 'fill-in', content: {}, key: { accept: accept.map((text) => ({ text })), caseSensitive: false, accentSensitive: false }, feedback: generalFeedback }, flaws };
}

export function number(id: string, stem: string, value: number, flaws: LintCode[] = []): LabelledItem {
  return { item: { ...base(id, stem), kind: 'numeric', content: {}, key: { value, tolerance: 0, toleranceKind: 'absolute' }, feedback: generalFeedback }, flaws };
}

/** Gaps stand in the text as `[wrong|*right|wrong]`. */
export function gaps(id: string, stem: string, text: string, flaws: LintCode[] = []): LabelledItem {
  const found = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, inside], index) => {
    const texts = (inside ?? '').split('|');
    const options = listOf(texts, `g${index}`);
    return { id: `g${index}`, options, right: rightOf(texts, options)[0] ?? '' };
  });
  let count = 0;
  const textHtml = text.replace(/\[[^\]]+\]/g, () => `<span data-gap="g${count++}"></span>`);
  const key = Object.fromEntries(found.map((gap) => [gap.id, gap.right]));
  const content = { textHtml, gaps: found.map(({ id: gap, options }) => ({ id: gap, options })) };
  return { item: { ...base(id, stem), kind: 'cloze', content, key: { gaps: key }, feedback: feedbackFor(found.flatMap(({ options }) => options)) }, flaws };
}

/** Questions that share one list of options; each names its answer. */
export function cases(id: string, stem: string, texts: string[], asked: [string, string][], flaws: LintCode[] = []): LabelledItem {
  const options = listOf(texts);
  const questions = asked.map(([question], index) => ({ id: `q${index}`, stemHtml: `<p>${question}</p>` }));
  const answers = Object.fromEntries(asked.map(([, answer], index) => [`q${index}`, options[texts.indexOf(answer)]?.id ?? '']));
  return { item: { ...base(id, stem), kind: 'extended-matching', content: { options, questions }, key: { answers }, feedback: { byChoice: Object.fromEntries(questions.map((question) => [question.id, why])) } }, flaws };
}

export function spot(id: string, stem: string, labels: string[], flaws: LintCode[] = []): LabelledItem {
  const list = listOf(labels);
  const regions = list.map(({ id: region, html }, index) => ({ id: region, label: html, shape: 'rect' as const, coords: [index * 50, 0, 40, 40] }));
  const correct = rightOf(labels, list);
  return { item: { ...base(id, stem), kind: 'hotspot', content: { image: 'media/plan.svg', alt: 'A plan', width: 400, height: 100, regions, maxChoices: correct.length }, key: { correct }, feedback: feedbackFor(list) }, flaws };
}

/** Criteria by title, each with what its levels ask from none to full. */
export function essay(id: string, stem: string, criteria: Record<string, string[]>, flaws: LintCode[] = []): LabelledItem {
  const rubric = Object.entries(criteria).map(([title, levels], index) => ({ id: `c${index}`, title, levels: levels.map((description, points) => ({ points, description })) }));
  return { item: { ...base(id, stem), kind: 'long-text', content: { maxWords: 300 }, key: { rubric }, feedback: generalFeedback }, flaws };
}
