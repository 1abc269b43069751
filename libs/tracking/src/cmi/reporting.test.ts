import { describe, expect, test } from '@jest/globals';
import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import type { TrackingEvent } from '../events.js';
import { progressOf } from '../progress.js';
import { applyEvents } from '../reducer.js';
import { sampleOutline } from '../sample-course.js';
import { emptyState } from '../state.js';
import { interactionOf } from './interaction.js';
import { usualReporting } from './mapping.js';
import { cmiMappings } from './registry.js';
import { sampleItems } from './sample-items.js';
import { statusPreview } from './status-preview.js';

const outline = sampleOutline();
const lessons = outline.units.flatMap((unit) => unit.lessons);
const fields = { session: 's', at: '2026-11-24T09:00:00.000Z' };
const studied: TrackingEvent[] = lessons.flatMap(({ id, checks }): TrackingEvent[] => [
  { ...fields, id, type: 'lesson-completed', lesson: id },
  ...checks.map((item): TrackingEvent => ({ ...fields, id: item.id, type: 'item-answered', item: item.id, response: { value: 'a' }, latencySeconds: 1 })),
]);
const final = (passed: boolean): TrackingEvent => ({ ...fields, id: 'f', type: 'attempt-submitted', attempt: 'f', assessment: 'final', score: { raw: passed ? 9 : 5, max: 10, scaled: passed ? 0.9 : 0.5, passed } });
const reporting = (chosen: Partial<Reporting>): Reporting => ({ ...usualReporting, ...chosen });
const told = (events: TrackingEvent[], chosen: Partial<Reporting>) => {
  const progress = progressOf(applyEvents(emptyState(), events), outline);
  const by = (standard: 'scorm-1.2' | 'scorm-2004'): Record<string, string> => {
    const mapping = cmiMappings[standard];
    return Object.fromEntries([...mapping.standing(progress, outline, reporting(chosen)), ...mapping.objectives(progress, outline, reporting(chosen)), ...mapping.closing(progress, outline, 1, reporting(chosen))]);
  };
  return { old: by('scorm-1.2'), new: by('scorm-2004') };
};
const statuses = (events: TrackingEvent[], status: Reporting['status']) => {
  const { old, new: later } = told(events, { status });
  return [old['cmi.core.lesson_status'], later['cmi.completion_status'], later['cmi.success_status'], later['cmi.progress_measure'], old['cmi.objectives.1.status'], later['cmi.objectives.1.success_status'], later['cmi.objectives.1.completion_status']];
};

describe('an LMS that is told of passing alone', () => {
  test('never hears "failed": a course is incomplete until it is passed', () => {
    expect(statuses([...studied, final(false)], 'passed-incomplete')).toEqual(['incomplete', 'incomplete', 'unknown', '0.9999', 'incomplete', 'unknown', 'incomplete']);
    expect(statuses([...studied, final(true)], 'passed-incomplete')).toEqual(['passed', 'completed', 'passed', '1', 'passed', 'passed', 'completed']);
    expect(told([...studied, final(false)], { status: 'passed-incomplete' }).old['cmi.core.score.raw']).toBe('50');
  });
});

describe('an LMS that is told of completion alone', () => {
  test('hears no verdict, of the course or of a unit', () => {
    for (const passed of [true, false]) expect(statuses([...studied, final(passed)], 'completed')).toEqual(['completed', 'completed', 'unknown', '1', 'completed', 'unknown', 'completed']);
    expect(statuses([final(true)], 'completed').slice(0, 3)).toEqual(['incomplete', 'incomplete', 'unknown']);
  });
});

describe('a part that the next one waits for', () => {
  const success = (events: TrackingEvent[], chosen: Partial<Reporting>): string | undefined => told(events, { completionPasses: true, ...chosen }).new['cmi.success_status'];

  test('is told as passed once it is complete, where there is no verdict to tell', () => {
    expect(success([], { status: 'completed' })).toBe('unknown');
    expect(success([...studied, final(false)], { status: 'completed' })).toBe('passed');
  });

  test('is never told as passed over a failed verdict', () => expect(success([...studied, final(false)], {})).toBe('failed'));
});

test.each([
  ['suspend-until-done', ['suspend', 'suspend'], ['', 'normal']],
  ['suspend', ['suspend', 'suspend'], ['suspend', 'suspend']],
  ['normal', ['', 'normal'], ['', 'normal']],
] as const)('with exit %s a session ends as was chosen, before and after all is done', (exit, before, after) => {
  const exits = (events: TrackingEvent[]) => {
    const { old, new: later } = told(events, { exit });
    return [old['cmi.core.exit'], later['cmi.exit']];
  };
  expect([exits([]), exits([...studied, final(true)])]).toEqual([before, after]);
});

describe('answers', () => {
  const score = { raw: 1, max: 1, scaled: 1, outcome: 'correct' as const };
  const pairs = (standard: 'scorm-1.2' | 'scorm-2004', kind: 'single-choice' | 'fill-in' | 'long-text', interactions: Reporting['interactions']) =>
    cmiMappings[standard].interaction(0, interactionOf(sampleItems[kind], { value: kind === 'single-choice' ? 'c' : 'My own words' }, score, { at: fields.at, latencySeconds: 1 }), reporting({ interactions }));

  test('go without any text where only answers are wanted', () => {
    for (const standard of ['scorm-1.2', 'scorm-2004'] as const) {
      for (const kind of ['fill-in', 'long-text'] as const) {
        const sent = pairs(standard, kind, 'answers');
        expect(JSON.stringify(sent)).not.toMatch(/My own words|informed|What of|description|pattern|response/);
        expect(sent.map(([element]) => element)).toEqual(expect.arrayContaining(['cmi.interactions.0.id', 'cmi.interactions.0.result']));
      }
      expect(JSON.stringify(pairs(standard, 'single-choice', 'answers'))).toMatch(/response","c"/);
      expect(JSON.stringify(pairs(standard, 'fill-in', 'all'))).toMatch(/My own words/);
    }
  });
  test('are not sent at all where none are wanted', () => {
    for (const standard of ['scorm-1.2', 'scorm-2004'] as const) expect(pairs(standard, 'single-choice', 'none')).toEqual([]);
  });
});

describe('the preview of what an LMS shows', () => {
  const words = (status: Reporting['status'], of: CourseOutline = outline) => (['scorm-1.2', 'scorm-2004', 'cmi5'] as const).map((standard) => statusPreview(of, standard, reporting({ status })).steps.map((step) => `${step.when}: ${step.words.join(' ')}`));
  test('is a verdict in the usual case', () => {
    expect(words('passed-failed')).toEqual([
      ['begun: incomplete', 'passed-early: incomplete', 'failed: failed', 'passed: passed'],
      ['begun: incomplete', 'passed-early: incomplete passed', 'failed: completed failed', 'passed: completed passed'],
      ['begun: ', 'passed-early: passed', 'failed: completed failed', 'passed: completed passed'],
    ]);
    expect(statusPreview(outline, 'scorm-1.2')).toMatchObject({ decides: [{ id: 'final', passMark: 0.8 }], completion: { lessons: 'all' }, steps: [{ resumes: true }, { resumes: true }, { resumes: true }, { resumes: false }] });
  });
  test('has no "failed", or no verdict, where that was chosen', () => {
    expect(words('passed-incomplete').map((steps) => steps.slice(2))).toEqual([['failed: incomplete', 'passed: passed'], ['failed: incomplete', 'passed: completed passed'], ['failed: ', 'passed: completed passed']]);
    expect(words('completed')[1]?.slice(2)).toEqual(['failed: completed', 'passed: completed']);
  });
  test('is completion where nothing decides', () => {
    const open = { ...outline, rules: { ...outline.rules, success: { assessments: [] } } };
    expect(words('passed-failed', open)).toEqual([['begun: incomplete', 'finished: completed'], ['begun: incomplete', 'finished: completed'], ['begun: ', 'finished: completed']]);
  });
  test('says so where opening the course completes it', () => {
    const only = { ...outline, rules: { completion: { lessons: 'none' as const, checks: false, assessments: [], minimumSeconds: 0 }, success: { assessments: ['final'] } } };
    expect(words('passed-failed', only)[1]).toEqual(['begun: completed', 'failed: completed failed', 'passed: completed passed']);
  });
});
