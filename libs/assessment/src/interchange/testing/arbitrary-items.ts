import fc from 'fast-check';
import type { Choice, Feedback, Item, ItemBase, ItemOf, Kind, Picture } from '../../item.js';
import { sanitise } from '../text/sanitise.js';
import { escaped } from '../text/html.js';

/** Sound items of every kind, with texts that formats stumble over: their own syntax, markup, other scripts. */
const awkward = ['=', '~', '#', '{', '}', ':', '->', '\\', '"', "'", ',', ';', '%', '<', '&', '>', '*', ']]>', '&amp;', '=1+1', '@x', '-5', '[tag:a]', '//', '::', 'A. b', 'ANSWER: B', '####', '$CATEGORY', 'é', 'ß', '日本', 'עברית', '😀', '\u00a0', '{1:MC}', '%41', '</p>', ']]', 'x', 'word', 'two words'];
const text = fc.array(fc.oneof(fc.constantFrom(...awkward), fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme-ascii' })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' ').replaceAll(/[ \t]+/g, ' ').trim()).filter((one) => one !== '');
const inline = fc.oneof(text.map(escaped), text.map((one) => `<em>${escaped(one)}</em> and <code>${escaped(one)}</code>`), fc.tuple(text, text).map(([a, b]) => `${escaped(a)}<br>${escaped(b)}`)).map(sanitise);
const block = fc.oneof(inline.map((html) => `<p>${html}</p>`), fc.tuple(inline, inline).map(([a, b]) => `<p>${a}</p>\n<ul>\n<li>${b}</li>\n</ul>`), text.map((one) => `<p>${escaped(one)}</p>`), text.map((one) => `<pre><code>${escaped(one)}\n  ${escaped(one)}\n</code></pre>`)).map(sanitise);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const line = fc.oneof(text, fc.constantFrom('mg', 'µg/ml', '%', 'a,b', 'x;y'));
const number = fc.oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((one) => (Object.is(one, -0) ? 0 : one)));
const positive = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ noNaN: true, min: 0, max: 100 }).map((one) => (Object.is(one, -0) ? 0 : one)));

const choices = (min: number, max: number): fc.Arbitrary<Choice[]> => fc.uniqueArray(fc.record({ id, html: inline }), { minLength: min, maxLength: max, selector: (one) => one.id });
const distinct = (min: number, max: number): fc.Arbitrary<Choice[]> => choices(min, max).filter((list) => new Set(list.map(({ html }) => html)).size === list.length);
const base: fc.Arbitrary<ItemBase> = fc.record({
  id, stemHtml: block, statements: fc.array(id, { maxLength: 2 }), level: fc.constantFrom('recall', 'application', 'judgement'), difficulty: fc.constantFrom('easy', 'medium', 'hard'),
  maxScore: fc.constantFrom(1, 2, 0.5, 10), shuffle: fc.boolean(), certainty: fc.boolean(), lessons: fc.array(id, { maxLength: 2 }),
  tags: fc.array(fc.oneof(id, fc.constantFrom('level:recall', 'ids:a', 'points:3', 'two words', '50%', 'a,b', 'a]b', 'tag:x')), { maxLength: 2 }),
});
const feedback = (ids: readonly string[]): fc.Arbitrary<Feedback> => fc.tuple(fc.option(block, { nil: undefined }), fc.option(block, { nil: undefined }), fc.boolean(), fc.subarray([...ids]), block).map(([right, wrong, same, said, html]) => {
  const incorrect = same ? right : wrong;
  return {
    ...(right === undefined ? {} : { correctHtml: right }), ...(incorrect === undefined ? {} : { incorrectHtml: incorrect }),
    ...(said.length === 0 ? {} : { byChoice: Object.fromEntries(said.map((one) => [one, html])) }),
  };
});
const idsOf = (list: readonly Choice[]): string[] => list.map((one) => one.id);
const scoring = fc.constantFrom('all-or-nothing' as const, 'partial' as const);
const criteria = fc.uniqueArray(fc.record({ id, title: text, levels: fc.array(fc.record({ points: fc.integer({ min: 0, max: 5 }), description: text }), { minLength: 1, maxLength: 3 }) }), { minLength: 1, maxLength: 3, selector: (one) => one.id });
/** Each place with some of the choices: one, or one and more. */
const sets = (places: readonly string[], offered: (place: string) => string[], several: (place: string) => boolean): fc.Arbitrary<Record<string, string[]>> => fc.tuple(...places.map((place) => fc.subarray(offered(place), { minLength: 1, maxLength: several(place) ? offered(place).length : 1 })))
  .map((chosen) => Object.fromEntries(places.map((place, index) => [place, chosen[index] ?? []])));
const picture = (ids: readonly string[], alt: string, words: string, at: number): Picture => ({
  image: 'media/room.svg', alt, width: 400, height: 300,
  regions: ids.map((area, index) => ({ id: area, label: `${words} ${String(index)}`, shape: (['rect', 'circle', 'polygon'] as const)[index % 3] ?? 'rect', coords: index % 3 === 2 ? [at, 1, 5, 7, 3, 90] : index % 3 === 1 ? [at, 40, 20] : [at, 5, 20, 30] })),
});
/** Each place with one of the choices. */
const answers = (places: readonly string[], offered: (place: string) => string[]): fc.Arbitrary<Record<string, string>> => fc.tuple(...places.map((place) => fc.constantFrom(...offered(place)))).map((chosen) => Object.fromEntries(places.map((place, index) => [place, chosen[index] ?? ''])));

export const arbitraryItems: { [K in Kind]: fc.Arbitrary<ItemOf<K>> } = {
  'single-choice': choices(2, 5).chain((options) => fc.record({ base, correct: fc.constantFrom(...idsOf(options)), feedback: feedback(idsOf(options)) }).map((each) => ({ ...each.base, kind: 'single-choice' as const, content: { options }, key: { correct: each.correct }, feedback: each.feedback }))),
  'multiple-response': choices(2, 5).chain((options) => fc.record({ base, correct: fc.subarray(idsOf(options), { minLength: 1 }), scoring, most: fc.boolean(), feedback: feedback(idsOf(options)) }).map((each) => ({
    ...each.base, kind: 'multiple-response' as const, content: each.most ? { options, maxChoices: options.length } : { options }, key: { correct: each.correct, scoring: each.scoring }, feedback: each.feedback,
  }))),
  'true-false': fc.record({ base, correct: fc.boolean(), feedback: feedback(['true', 'false']) }).map((each) => ({ ...each.base, kind: 'true-false' as const, content: {}, key: { correct: each.correct }, feedback: each.feedback })),
  matching: fc.tuple(choices(1, 4), distinct(2, 4)).chain(([premises, targets]) => fc.record({ base, pairs: answers(idsOf(premises), () => idsOf(targets)), feedback: feedback(idsOf(premises)) }).map((each) => ({ ...each.base, kind: 'matching' as const, content: { premises, targets }, key: { pairs: each.pairs }, feedback: each.feedback }))),
  categorising: fc.tuple(choices(1, 4), distinct(2, 3)).chain(([elements, categories]) => fc.record({ base, placement: answers(idsOf(elements), () => idsOf(categories)), feedback: feedback(idsOf(elements)) }).map((each) => ({ ...each.base, kind: 'categorising' as const, content: { elements, categories }, key: { placement: each.placement }, feedback: each.feedback }))),
  'extended-matching': fc.tuple(choices(1, 3), distinct(2, 4)).chain(([questions, options]) => fc.record({ base, answers: answers(idsOf(questions), () => idsOf(options)), feedback: feedback(idsOf(questions)) }).map((each) => ({
    ...each.base, kind: 'extended-matching' as const, content: { options, questions: questions.map((one) => ({ id: one.id, stemHtml: one.html })) }, key: { answers: each.answers }, feedback: each.feedback,
  }))),
  ordering: choices(2, 5).chain((elements) => fc.record({ base, order: fc.shuffledSubarray(idsOf(elements), { minLength: elements.length }), scoring, feedback: feedback(idsOf(elements)) }).map((each) => ({ ...each.base, kind: 'ordering' as const, content: { elements }, key: { order: each.order, scoring: each.scoring }, feedback: each.feedback }))),
  'fill-in': fc.record({ base, texts: fc.uniqueArray(text, { maxLength: 3 }), patterns: fc.uniqueArray(fc.constantFrom('colou?r', 'a{2}', '(one|two)', '[a-z]{1,3}'), { maxLength: 1 }), caseSensitive: fc.boolean(), accentSensitive: fc.boolean(), length: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }), feedback: feedback([]) })
    .filter(({ texts, patterns }) => texts.length + patterns.length > 0)
    .map((each) => ({ ...each.base, kind: 'fill-in' as const, content: each.length === undefined ? {} : { expectedLength: each.length }, key: { accept: [...each.texts.map((one) => ({ text: one })), ...each.patterns.map((pattern) => ({ pattern }))], caseSensitive: each.caseSensitive, accentSensitive: each.accentSensitive }, feedback: each.feedback })),
  numeric: fc.record({ base, value: number, tolerance: positive, toleranceKind: fc.constantFrom('absolute' as const, 'relative' as const), units: fc.option(fc.uniqueArray(line, { minLength: 1, maxLength: 3 }), { nil: undefined }), wanted: fc.boolean(), feedback: feedback([]) }).map((each) => ({
    ...each.base, kind: 'numeric' as const, content: each.units === undefined ? {} : { units: each.units }, feedback: each.feedback,
    key: { value: each.value, tolerance: each.tolerance, toleranceKind: each.toleranceKind, ...(each.wanted && each.units?.[0] !== undefined ? { unit: each.units[0] } : {}) },
  })),
  cloze: fc.tuple(choices(4, 6), id, id).filter(([, one, other]) => one !== other).chain(([options, one, other]) => {
    const gaps = [{ id: one, options: options.slice(0, 2) }, { id: other, options: options.slice(2) }];
    return fc.record({ base, text: fc.tuple(inline, inline, fc.boolean()), key: answers([one, other], (gap) => idsOf(gap === one ? options.slice(0, 2) : options.slice(2))), feedback: feedback(idsOf(options)) }).map((each) => {
      const [first, second] = each.text[2] ? [one, other] : [other, one];
      return { ...each.base, kind: 'cloze' as const, content: { textHtml: `<p>${each.text[0]} <span data-gap="${first}"></span> ${each.text[1]} <span data-gap="${second}"></span>.</p>`, gaps }, key: { gaps: each.key }, feedback: each.feedback };
    });
  }),
  hotspot: fc.tuple(choices(2, 4), fc.integer({ min: 0, max: 90 })).chain(([areas, at]) => fc.record({ base, alt: text, correct: fc.subarray(idsOf(areas), { minLength: 1 }), feedback: feedback(idsOf(areas)), labels: text, half: fc.boolean() }).map((each) => ({
    ...each.base, kind: 'hotspot' as const, feedback: each.feedback, key: { correct: each.correct },
    content: {
      image: 'media/room.svg', alt: each.alt, width: 400, height: 300, maxChoices: each.correct.length,
      regions: areas.map((area, index) => ({ id: area.id, label: `${each.labels} ${String(index)}`, shape: (['rect', 'circle', 'polygon'] as const)[index % 3] ?? 'rect', coords: index % 3 === 2 ? [at, 1, 5, 7, 3, 90] : index % 3 === 1 ? [at, 40, 20] : [at + (each.half ? 0.5 : 0), 5, 20, 30] })),
    },
  }))),
  'long-text': fc.record({ base, least: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }), most: fc.integer({ min: 1, max: 2_000 }), criteria, model: fc.option(block, { nil: undefined }), feedback: feedback([]) }).map((each) => ({
    ...each.base, kind: 'long-text' as const, content: each.least === undefined ? { maxWords: each.most } : { minWords: each.least, maxWords: each.most }, feedback: each.feedback,
    key: each.model === undefined ? { rubric: each.criteria } : { rubric: each.criteria, modelAnswerHtml: each.model },
  })),
  'script-concordance': fc.tuple(choices(1, 3), choices(2, 4)).chain(([asked, scale]) => fc.record({ base, findings: inline, counts: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: asked.length * scale.length, maxLength: asked.length * scale.length }), feedback: feedback(idsOf(asked)) })
    .filter(({ counts }) => asked.every((_, index) => counts.slice(index * scale.length, (index + 1) * scale.length).some((count) => count > 0))).map((each) => ({
      ...each.base, kind: 'script-concordance' as const, content: { questions: asked.map((one) => ({ id: one.id, hypothesisHtml: one.html, findingHtml: each.findings })), scale }, feedback: each.feedback,
      key: { panel: Object.fromEntries(asked.map(({ id: question }, index) => [question, Object.fromEntries(scale.map((point, at) => [point.id, each.counts[index * scale.length + at] ?? 0]))])) },
    }))),
  'branching-case': fc.tuple(choices(6, 6), fc.uniqueArray(id, { minLength: 3, maxLength: 3 })).chain(([options, ids]) => fc.record({ base, texts: fc.array(block, { minLength: 3, maxLength: 3 }), credits: fc.array(fc.constantFrom(0, 0.5, 1, 0.3), { minLength: 6, maxLength: 6 }), feedback: feedback(idsOf(options)) }).filter(({ credits }) => credits.some((credit) => credit > 0)).map((each) => {
    // Both choices of the first step lead on, so that every step is reached.
    const [start = '', second = '', third = ''] = ids;
    const next = [second, third, third, null, null, null];
    const steps = ids.map((step, index) => ({ id: step, html: each.texts[index] ?? '', options: options.slice(index * 2, index * 2 + 2).map((option, at) => ({ ...option, next: next[index * 2 + at] ?? null })) }));
    return { ...each.base, kind: 'branching-case' as const, content: { start, steps }, key: { credit: Object.fromEntries(ids.map((step, index) => [step, Object.fromEntries(options.slice(index * 2, index * 2 + 2).map((option, at) => [option.id, each.credits[index * 2 + at] ?? 0]))])) }, feedback: each.feedback };
  })),
  'graphic-gap-match': fc.tuple(choices(1, 4), distinct(2, 4), fc.integer({ min: 0, max: 90 })).chain(([areas, labels, at]) => fc.record({ base, alt: text, words: text, placement: answers(idsOf(areas), () => idsOf(labels)), feedback: feedback(idsOf(areas)) }).map((each) => ({
    ...each.base, kind: 'graphic-gap-match' as const, content: { ...picture(idsOf(areas), each.alt, each.words, at), labels }, key: { placement: each.placement }, feedback: each.feedback,
  }))),
  matrix: fc.tuple(choices(1, 4), distinct(2, 4), fc.boolean()).chain(([rows, columns, several]) => fc.record({ base, answers: sets(idsOf(rows), () => idsOf(columns), () => several), feedback: feedback(idsOf(rows)) }).map((each) => ({
    ...each.base, kind: 'matrix' as const, content: { rows, columns, perRow: several ? 'several' as const : 'one' as const }, key: { answers: each.answers }, feedback: each.feedback,
  }))),
  slider: fc.record({ base, min: fc.integer({ min: -100, max: 100 }), places: fc.integer({ min: 1, max: 50 }), at: fc.integer({ min: 0, max: 50 }), step: fc.constantFrom(1, 0.5, 10, 0.25), tolerance: positive, unit: fc.option(line, { nil: undefined }), ends: fc.option(line, { nil: undefined }), feedback: feedback([]) }).map((each) => ({
    ...each.base, kind: 'slider' as const, key: { value: each.min + Math.min(each.at, each.places) * each.step, tolerance: each.tolerance }, feedback: each.feedback,
    content: { min: each.min, max: each.min + each.places * each.step, step: each.step, ...(each.unit === undefined ? {} : { unit: each.unit }), ...(each.ends === undefined ? {} : { minLabel: each.ends, maxLabel: `${each.ends} more` }) },
  })),
  'graphic-order': fc.tuple(choices(2, 4), fc.integer({ min: 0, max: 90 })).chain(([areas, at]) => fc.record({ base, alt: text, words: text, order: fc.shuffledSubarray(idsOf(areas), { minLength: areas.length }), scoring, feedback: feedback(idsOf(areas)) }).map((each) => ({
    ...each.base, kind: 'graphic-order' as const, content: picture(idsOf(areas), each.alt, each.words, at), key: { order: each.order, scoring: each.scoring }, feedback: each.feedback,
  }))),
  upload: fc.record({ base, accept: fc.uniqueArray(fc.constantFrom('audio/*', 'application/pdf', 'image/png', 'video/mp4'), { minLength: 1, maxLength: 3 }), maxBytes: fc.integer({ min: 1, max: 50_000_000 }), record: fc.boolean(), criteria, model: fc.option(block, { nil: undefined }), feedback: feedback([]) }).map((each) => ({
    ...each.base, kind: 'upload' as const, content: { accept: each.accept, maxBytes: each.maxBytes, ...(each.record && each.accept.includes('audio/*') ? { record: 'audio' as const } : {}) }, feedback: each.feedback,
    key: each.model === undefined ? { rubric: each.criteria } : { rubric: each.criteria, modelAnswerHtml: each.model },
  })),
  passage: fc.tuple(choices(5, 6), fc.uniqueArray(id, { minLength: 2, maxLength: 2 }), fc.boolean()).chain(([options, ids, several]) => {
    const offered = (question: string): Choice[] => (question === ids[0] ? options.slice(0, 2) : options.slice(2));
    const many = (question: string): boolean => question !== ids[0] && several;
    return fc.record({ base, text: block, stems: fc.tuple(inline, inline), answers: sets(ids, (question) => idsOf(offered(question)), many), feedback: feedback(idsOf(options)) }).map((each) => ({
      ...each.base, kind: 'passage' as const, key: { answers: each.answers }, feedback: each.feedback,
      content: { passageHtml: each.text, questions: ids.map((question, index) => ({ id: question, stemHtml: each.stems[index] ?? '', options: offered(question), several: many(question) })) },
    }));
  }),
};

export const arbitraryItem: fc.Arbitrary<Item> = fc.oneof(...Object.values(arbitraryItems));
