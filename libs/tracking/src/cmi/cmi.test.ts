import { describe, expect, test } from '@jest/globals';
import type { Item, Kind } from '@preceptor/assessment';
import fc from 'fast-check';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { AnswerScore, TrackingEvent } from '../events.js';
import { progressOf } from '../progress.js';
import { applyEvents } from '../reducer.js';
import { sampleOutline } from '../sample-course.js';
import { eventsFor } from '../sample-events.js';
import { busyLearner } from '../sample-learner.js';
import { emptyState } from '../state.js';
import { encodeState } from '../suspend/suspend.js';
import { interactionOf } from './interaction.js';
import type { CmiPair } from './mapping.js';
import { cmiMappings } from './registry.js';
import { sampleItems } from './sample-items.js';

const standards = ['scorm-1.2', 'scorm-2004'] as const;
type Standard = (typeof standards)[number];
interface Lms { set(pairs: CmiPair[]): void; get(element: string): string }
/** An LMS that tells us of every value it does not take. */
function lms(standard: Standard): Lms {
  const settings = { autocommit: false, logLevel: 5 as const };
  if (standard === 'scorm-1.2') {
    const api = new Scorm12API(settings);
    expect(api.LMSInitialize('')).toBe('true');
    return {
      set: (pairs) => { for (const [element, value] of pairs) expect([element, value, api.LMSSetValue(element, value), api.LMSGetLastError()]).toEqual([element, value, 'true', '0']); },
      get: (element) => api.LMSGetValue(element),
    };
  }
  const api = new Scorm2004API(settings);
  expect(api.Initialize('')).toBe('true');
  return {
    set: (pairs) => { for (const [element, value] of pairs) expect([element, value, api.SetValue(element, value), api.GetLastError()]).toEqual([element, value, 'true', '0']); },
    get: (element) => api.GetValue(element),
  };
}
const valueOf = (pairs: CmiPair[], element: string) => pairs.find(([name]) => name.endsWith(element))?.[1];
const score = (outcome: AnswerScore['outcome'], scaled: number): AnswerScore => ({ raw: scaled, max: 1, scaled, outcome });
const meta = { at: '2026-11-24T09:30:05.678Z', latencySeconds: 61.5, objectives: ['unit-0'] };
const told = (item: Item, value: unknown, standard: Standard, earned = score('correct', 1)) => cmiMappings[standard].interaction(0, interactionOf(item, { value }, earned, meta));

describe.each(standards)('an LMS of %s', (standard) => {
  const mapping = cmiMappings[standard];
  test('takes every value of any learner', () => {
    const outline = sampleOutline({ units: 2, lessonsPerUnit: 2, checksPerLesson: 2 });
    fc.assert(fc.property(eventsFor(outline), fc.double({ min: 0, max: 4e7, noNaN: true }), (events, seconds) => {
      const state = applyEvents(emptyState(), events);
      const progress = progressOf(state, outline);
      const api = lms(standard);
      api.set([...mapping.standing(progress, outline), ...mapping.objectives(progress, outline), ...mapping.closing(progress, outline, seconds)]);
      api.set(mapping.suspendData(encodeState(state, outline, { limit: mapping.suspendLimit }).text));
      api.set(mapping.comments(0, Object.entries(progress.reflections).map(([id, text]) => ({ id, text: text || 'x', at: meta.at }))));
    }), { numRuns: 60 });
  });
  test('hears the score before the status, so that what it reports with the status has the score in it', () => {
    const outline = sampleOutline({ units: 2, lessonsPerUnit: 2, checksPerLesson: 2 });
    const progress = { ...progressOf(emptyState(), outline), score: 0.9 };
    const elements = mapping.standing(progress, outline).map(([element]) => element);
    expect(elements.findLastIndex((element) => element.includes('score'))).toBeLessThan(elements.findIndex((element) => element.includes('status')));
    expect(elements.filter((element) => element.includes('score')).length).toBeGreaterThan(2);
  });
  const responses: [Kind, unknown][] = [
    ['single-choice', 'c'], ['multiple-response', ['refer', 'monitor']], ['true-false', true], ['matching', { p2: 't3', p1: 't2' }], ['ordering', ['b', 'c', 'a']],
    ['categorising', { a: 'off-label', b: 'on-label' }], ['fill-in', 'Consent, informed [,] and {lang=xx} free'], ['numeric', { value: '-2,45' }], ['cloze', { g1: 'b', g2: 'd' }],
    ['extended-matching', { q1: 'a', q2: 'b' }], ['hotspot', ['right']],
    ['script-concordance', { q1: 'more', q2: 'same' }], ['branching-case', { 'first-step': 'a', second: 'd' }], ['graphic-gap-match', { left: 'l2', right: 'l1' }],
    ['matrix', { r1: ['always', 'often'], r2: ['never', 'often'] }], ['slider', -2.5], ['graphic-order', ['right', 'left']],
    ['upload', { file: 'x', name: 'My take (2).m4a', mediaType: 'audio/mp4', bytes: 9 }], ['passage', { q1: ['a'], q2: ['e', 'c'] }], ['long-text', `{case_matters=x} First\nI would 🙂 ${'listen, '.repeat(900)}`],
  ];
  test.each(responses)('takes an answer to a %s item with its key, result, latency and weighting', (kind, value) => {
    for (const earned of [score('correct', 1), score('partial', 1 / 3), score('incorrect', 0), score('pending', 0)]) {
      const api = lms(standard);
      api.set(mapping.objectives(progressOf(emptyState(), sampleOutline()), sampleOutline()));
      api.set(told(sampleItems[kind], value, standard, earned));
      api.set(mapping.interaction(1, interactionOf(sampleItems[kind], { value: null }, score('unanswered', 0), meta)));
      expect(api.get('cmi.interactions._count')).toBe('2');
    }
  });
  test('keeps what encodeState gives for the largest learner to the character', () => {
    const outline = sampleOutline({ units: 10, lessonsPerUnit: 10, checksPerLesson: 3 });
    const { text } = encodeState(busyLearner(outline, { attempts: 9, openResponses: 40, reflectionText: 'Mine.' }), outline, { limit: mapping.suspendLimit });
    const api = lms(standard);
    api.set(mapping.suspendData(text));
    expect(api.get('cmi.suspend_data')).toBe(text);
  });
});

describe('an answer reads in each edition as that edition has it', () => {
  const expected: [Kind, unknown, [type: string, key: string | undefined, response: string | undefined], [type: string, key: string | undefined, response: string | undefined]][] = [
    ['single-choice', 'c', ['choice', 'b', 'c'], ['choice', 'b', 'c']],
    // consult, monitor, refer, wait: a, b, c, d
    ['multiple-response', ['refer', 'monitor'], ['choice', 'b,a', 'c,b'], ['choice', 'monitor[,]consult', 'refer[,]monitor']],
    ['true-false', true, ['true-false', 'f', 't'], ['true-false', 'false', 'true']],
    ['matching', { p2: 't3', p1: 't2' }, ['matching', 'a.b,b.a', 'a.b,b.c'], ['matching', 'p1[.]t2[,]p2[.]t1', 'p1[.]t2[,]p2[.]t3']],
    ['ordering', ['b', 'c', 'a'], ['sequencing', 'c,a,b', 'b,c,a'], ['sequencing', 'c[,]a[,]b', 'b[,]c[,]a']],
    ['categorising', { a: 'off-label' }, ['matching', 'a.b,b.a', 'a.a'], ['matching', 'a[.]on-label[,]b[.]off-label', 'a[.]off-label']],
    ['fill-in', 'a [,] b', ['fill-in', 'informed consent', 'a [,] b'], ['fill-in', '{case_matters=false}informed consent', 'a [ , ] b']],
    ['numeric', { value: '-2,45' }, ['numeric', '-2.5', '-2.45'], ['numeric', '-2.6[:]-2.4', '-2.45']],
    ['numeric', { value: 'about two' }, ['fill-in', undefined, 'about two'], ['fill-in', undefined, 'about two']],
    ['cloze', { g1: 'b', g2: 'd' }, ['matching', 'a.a,b.d', 'a.b,b.d'], ['matching', 'g1[.]a[,]g2[.]d', 'g1[.]b[,]g2[.]d']],
    ['extended-matching', { q1: 'a', q2: 'b' }, ['matching', 'a.a,b.c', 'a.a,b.b'], ['matching', 'q1[.]a[,]q2[.]c', 'q1[.]a[,]q2[.]b']],
    ['hotspot', ['right'], ['choice', 'a', 'b'], ['choice', 'left', 'right']],
    ['long-text', 'I would\nlisten.', ['fill-in', undefined, 'I would listen.'], ['long-fill-in', undefined, 'I would listen.']],
    ['script-concordance', { q2: 'same', q1: 'more' }, ['matching', 'a.b,b.a', 'a.b,b.c'], ['matching', 'q1[.]more[,]q2[.]less', 'q1[.]more[,]q2[.]same']],
    ['branching-case', { second: 'd', 'first-step': 'a' }, ['performance', 'first-step.a,second.c', 'first-step.a,second.d'], ['performance', 'first-step[.]a[,]second[.]c', 'first-step[.]a[,]second[.]d']],
    // what lies off the path that was taken was never done
    ['branching-case', { 'first-step': 'b', second: 'd' }, ['performance', 'first-step.a,second.c', 'first-step.b'], ['performance', 'first-step[.]a[,]second[.]c', 'first-step[.]b']],
    ['graphic-gap-match', { right: 'l1' }, ['matching', 'a.b,b.c', 'b.a'], ['matching', 'left[.]l2[,]right[.]l3', 'right[.]l1']],
    // always, never, often: a, b, c
    ['matrix', { r2: ['never'], r1: ['often', 'always'] }, ['matching', 'a.a,a.c,b.b', 'a.a,a.c,b.b'], ['matching', 'r1[.]always[,]r1[.]often[,]r2[.]never', 'r1[.]always[,]r1[.]often[,]r2[.]never']],
    ['slider', -2.5, ['numeric', '1.5', '-2.5'], ['numeric', '1[:]2', '-2.5']],
    ['graphic-order', ['left', 'right'], ['sequencing', 'b,a', 'a,b'], ['sequencing', 'right[,]left', 'left[,]right']],
    ['upload', { file: 'f-1', name: 'take.m4a', mediaType: 'audio/mp4', bytes: 9 }, ['fill-in', undefined, 'take.m4a'], ['long-fill-in', undefined, 'take.m4a']],
    ['passage', { q1: ['a'], q2: ['e', 'c'] }, ['matching', 'a.b,b.c,b.e', 'a.a,b.c,b.e'], ['matching', 'q1[.]b[,]q2[.]c[,]q2[.]e', 'q1[.]a[,]q2[.]c[,]q2[.]e']],
    ['single-choice', 'gone', ['choice', 'b', undefined], ['choice', 'b', undefined]],
  ];
  test.each(expected)('%s answered %j', (kind, value, scorm12, scorm2004) => {
    const read = (standard: Standard, response: string) => {
      const pairs = told(sampleItems[kind], value, standard);
      return [valueOf(pairs, '.type'), valueOf(pairs, 'correct_responses.0.pattern'), valueOf(pairs, response)];
    };
    expect(read('scorm-1.2', 'student_response')).toEqual(scorm12);
    expect(read('scorm-2004', 'learner_response')).toEqual(scorm2004);
  });
  test('with every answer that most experts gave, where they are of two minds', () => {
    const torn: Item = { ...sampleItems['script-concordance'], key: { panel: { q1: { more: 5, same: 5 }, q2: { less: 4, more: 2 } } } };
    const patterns = (standard: Standard) => told(torn, { q1: 'same', q2: 'less' }, standard).filter(([element]) => element.endsWith('.pattern')).map(([, value]) => value);
    expect(patterns('scorm-2004')).toEqual(['q1[.]same[,]q2[.]less', 'q1[.]more[,]q2[.]less']);
    expect(patterns('scorm-1.2')).toEqual(['a.c,b.a', 'a.b,b.a']);
  });
  test('with identifiers, results, times and weights in the formats of the standard', () => {
    const partly = score('partial', 2 / 3);
    const old = told(sampleItems['single-choice'], 'c', 'scorm-1.2', partly);
    expect(old).toEqual(expect.arrayContaining([['cmi.interactions.0.id', 'single'], ['cmi.interactions.0.result', '0.6666'], ['cmi.interactions.0.latency', '0000:01:01.50'], ['cmi.interactions.0.weighting', '1']]));
    expect(valueOf(old, '.time')).toMatch(/^\d\d:\d\d:05\.67$/);
    expect(valueOf(told(sampleItems['single-choice'], 'c', 'scorm-1.2', score('incorrect', 0)), '.result')).toBe('wrong');
    expect(told(sampleItems['single-choice'], 'c', 'scorm-2004', partly)).toEqual(expect.arrayContaining([
      ['cmi.interactions.0.id', 'urn:preceptor:item:single'], ['cmi.interactions.0.objectives.0.id', 'urn:preceptor:unit:unit-0'], ['cmi.interactions.0.timestamp', '2026-11-24T09:30:05.67Z'],
      ['cmi.interactions.0.result', '0.6666666'], ['cmi.interactions.0.latency', 'PT0H1M1.5S'], ['cmi.interactions.0.description', 'What of single?'],
    ]));
  });
  test('within the lengths of the standard, whatever was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 5000 }), (text) => {
      for (const kind of ['fill-in', 'long-text'] as const) {
        expect((valueOf(told(sampleItems[kind], text, 'scorm-1.2'), 'student_response') ?? '').length).toBeLessThanOrEqual(255);
        expect((valueOf(told(sampleItems[kind], text, 'scorm-2004'), 'learner_response') ?? '').length).toBeLessThanOrEqual(kind === 'fill-in' ? 250 : 4000);
      }
    }));
  });
});

describe('status and score', () => {
  const outline = sampleOutline();
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  const fields = { session: 's', at: '2026-11-24T09:00:00.000Z' };
  const studied = [
    ...lessons.map((lesson): TrackingEvent => ({ ...fields, id: lesson.id, type: 'lesson-completed', lesson: lesson.id })),
    ...lessons.flatMap(({ checks }) => checks.map((item): TrackingEvent => ({ ...fields, id: item.id, type: 'item-answered', item: item.id, response: { value: 'a' }, latencySeconds: 1 }))),
  ];
  const final = (scaled: number, passed: boolean | null): TrackingEvent => ({ ...fields, id: 'f', type: 'attempt-submitted', attempt: 'f', assessment: 'final', ...(passed === null ? {} : { score: { raw: scaled * 25, max: 25, scaled, passed } }) });
  const opened: TrackingEvent = { ...fields, at: '2026-11-24T09:00:01.000Z', id: 'o', type: 'lesson-opened', lesson: 'lesson-1-0' };
  const tell = (standard: Standard, events: TrackingEvent[], of = outline) => {
    const progress = progressOf(applyEvents(emptyState(), events), of);
    return Object.fromEntries([...cmiMappings[standard].standing(progress, of), ...cmiMappings[standard].objectives(progress, of), ...cmiMappings[standard].closing(progress, of, 3723.456)]);
  };
  const none = { ...outline, rules: { completion: { ...outline.rules.completion, assessments: [] }, success: { assessments: [] } } };
  test.each([
    ['begun', [opened], outline, 'incomplete', 'suspend', 'incomplete', 'unknown', 'suspend'],
    ['the final passed, lessons unread', [final(0.9, true)], outline, 'incomplete', 'suspend', 'incomplete', 'passed', 'suspend'],
    ['all read, the final not taken', studied, outline, 'incomplete', 'suspend', 'incomplete', 'unknown', 'suspend'],
    ['all read, the final failed', [...studied, final(0.5, false)], outline, 'failed', 'suspend', 'completed', 'failed', 'suspend'],
    ['all read, the final passed', [...studied, final(0.92, true)], outline, 'passed', '', 'completed', 'passed', 'normal'],
    ['all read, the final to be scored by a person', [...studied, final(0, null)], outline, 'completed', 'suspend', 'completed', 'unknown', 'suspend'],
    ['all read where nothing is to be passed', studied, none, 'completed', '', 'completed', 'unknown', 'normal'],
  ])('%s', (_what, events, of, status, exit, completion, success, exit2004) => {
    expect(tell('scorm-1.2', events, of)).toMatchObject({ 'cmi.core.lesson_status': status, 'cmi.core.exit': exit });
    expect(tell('scorm-2004', events, of)).toMatchObject({ 'cmi.completion_status': completion, 'cmi.success_status': success, 'cmi.exit': exit2004 });
  });
  test('are told with the score out of 100, the place and the time', () => {
    const events = [...studied, final(0.92, true), opened];
    expect(tell('scorm-1.2', events)).toMatchObject({
      'cmi.core.score.raw': '92', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100', 'cmi.core.lesson_location': 'lesson-1-0', 'cmi.core.session_time': '0001:02:03.46',
      'cmi.objectives.0.id': 'unit-0', 'cmi.objectives.0.status': 'incomplete', 'cmi.objectives.1.status': 'passed', 'cmi.objectives.1.score.raw': '92',
    });
    expect(tell('scorm-2004', events)).toMatchObject({
      'cmi.score.scaled': '0.92', 'cmi.score.raw': '92', 'cmi.location': 'lesson-1-0', 'cmi.session_time': 'PT1H2M3.46S', 'cmi.progress_measure': '1',
      'cmi.objectives.0.id': 'urn:preceptor:unit:unit-0', 'cmi.objectives.0.progress_measure': '0.6666', 'cmi.objectives.1.success_status': 'passed', 'cmi.objectives.1.score.scaled': '0.92',
    });
    expect(tell('scorm-2004', [opened])).not.toHaveProperty('cmi.score.scaled');
  });
  test('never say that all is done when nearly all is', () => {
    const large = sampleOutline({ units: 25, lessonsPerUnit: 500, checksPerLesson: 0 });
    const allButOne = large.units.flatMap((unit) => unit.lessons).slice(1).map((lesson): TrackingEvent => ({ ...fields, id: lesson.id, type: 'lesson-completed', lesson: lesson.id }));
    expect(tell('scorm-2004', [...allButOne, final(1, true)], large)['cmi.progress_measure']).toBe('0.9999');
  });
  test('count a day at most for what the format can say', () => {
    const progress = progressOf(emptyState(), outline);
    expect(cmiMappings['scorm-1.2'].closing(progress, outline, 1e9)[0]).toEqual(['cmi.core.session_time', '9999:59:59.99']);
    expect(cmiMappings['scorm-1.2'].closing(progress, outline, -5)[0]).toEqual(['cmi.core.session_time', '0000:00:00.00']);
  });
});
