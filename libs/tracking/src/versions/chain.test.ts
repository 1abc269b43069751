import { describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { outlineOf, type CourseOutline } from '@preceptor/course/delivery';
import type { TrackingEvent } from '../events.js';
import { progressOf, type Progress } from '../progress.js';
import { applyEvents, joinStates } from '../reducer.js';
import { emptyState, type TrackingState } from '../state.js';
import { decodeState, encodeState } from '../suspend/suspend.js';
import { carriesOver } from './carries-over.js';
import { assessmentsOf, checksOf, edited, firstVersion, found, lesson, lessonsOf, question, taken, unit } from './sample-versions.js';
import { stateFor } from './state-for.js';

/** One change of each kind, each made to the version before it, and what a learner in the middle loses by it. */
interface Change { what: string; edit: (course: CompiledCourse) => void; askedAgain?: string[]; beginsAgain?: string[]; gone?: string[] }
const unitOf = (course: CompiledCourse, id: string) => found(course.units, (one) => one.id === id);
const checkOf = (course: CompiledCourse, id: string) => found(checksOf(course), (one) => one.id === id);
const changes: Change[] = [
  { what: 'a lesson is added in the middle', edit: (course) => unitOf(course, 'one').lessons.splice(1, 0, lesson('new')) },
  { what: 'a lesson is removed', edit: (course) => taken(unitOf(course, 'two').lessons, ({ id }) => id === 'l6'), gone: ['l6'] },
  {
    what: 'a lesson moves to another unit and a check to another lesson',
    edit: (course) => {
      unitOf(course, 'two').lessons.unshift(taken(unitOf(course, 'one').lessons, ({ id }) => id === 'l3'));
      found(lessonsOf(course), ({ id }) => id === 'l5').checks.push(taken(found(lessonsOf(course), ({ id }) => id === 'l1').checks, ({ id }) => id === 'l1-also'));
    },
  },
  { what: 'the key of a check changes', edit: (course) => void (checkOf(course, 'l1-check').key.correct = 'b'), askedAgain: ['l1-check'] },
  { what: 'choices are written in another order', edit: (course) => void checkOf(course, 'l2-check').content.options.reverse() },
  { what: 'a choice is removed', edit: (course) => void checkOf(course, 'l2-also').content.options.pop(), askedAgain: ['l2-also'] },
  { what: 'the bank of an assessment changes', edit: (course) => void course.banks[1]?.items.push(question('final-5')), beginsAgain: ['final'] },
  { what: 'the pass mark changes', edit: (course) => void (found(assessmentsOf(course), ({ id }) => id === 'final').passMark = 0.9) },
  { what: 'a unit is added', edit: (course) => course.units.splice(1, 0, unit('three', ['l7'], null)) },
  {
    what: 'titles, texts and feedback are reworded',
    edit: (course) => {
      course.title = 'Another name';
      for (const one of course.units) one.title = `The ${one.id}`;
      for (const one of lessonsOf(course)) Object.assign(one, { title: `On ${one.id}`, html: '<p>In other words.</p>' });
      for (const item of checksOf(course)) item.feedback = { correctHtml: 'Indeed.' };
    },
  },
];
const versions = [firstVersion()];
for (const { edit } of changes) versions.push(edited(versions.at(-1) ?? firstVersion(), edit));
const outlines = versions.map((course, at) => outlineOf(course, String(at)));

/** Ways in which a version hands a learner over to the next. */
const ways: Record<string, (state: TrackingState, from: CourseOutline, to: CourseOutline) => TrackingState> = {
  'suspend data': (state, from, to) => decodeState(encodeState(state, from).text, to).state,
  'a browser that keeps JSON': (state, _from, to) => stateFor(JSON.parse(JSON.stringify(state)) as TrackingState, to),
  'a server that knows both versions': ({ revisions: _none, ...state }, from, to) => stateFor(state, to, from),
};

let clock = Date.UTC(2026, 10, 2, 8);
const fields = () => ({ id: `0193553e-0000-7000-8000-${String((clock += 1000)).padStart(12, '0')}`, at: new Date(clock).toISOString(), session: 'session' });
const answered = (item: string, lesson: string): TrackingEvent => ({ ...fields(), type: 'item-answered', item, lesson, response: { value: 'a' }, latencySeconds: 1, score: { raw: 1, max: 1, scaled: 1, outcome: 'correct' } });
/** Reads all lessons but the last of each unit, answers their checks, has failed once, and is in the middle of both assessments. */
function inTheMiddle(outline: CourseOutline): TrackingEvent[] {
  const read = outline.units.flatMap(({ lessons }) => lessons.slice(0, Math.max(1, lessons.length - 1)));
  return [
    ...read.flatMap(({ id, checks }): TrackingEvent[] => [
      { ...fields(), type: 'lesson-opened', lesson: id }, ...checks.map((check) => answered(check.id, id)),
      { ...fields(), type: 'reflection-saved', reflection: `${id}-thought`, lesson: id, text: `Of ${id}` }, { ...fields(), type: 'lesson-completed', lesson: id },
    ]),
    { ...fields(), type: 'attempt-submitted', attempt: '0193553e-0000-7000-8000-00000000000a', assessment: 'final', score: { raw: 7, max: 10, scaled: 0.7, passed: false } },
  ];
}
/** Opens an attempt at each assessment where none is open, and answers one item in it. */
function begun(progress: Progress): TrackingEvent[] {
  return Object.entries(progress.assessments).filter(([, { openAttempt }]) => openAttempt === null).flatMap(([assessment]): TrackingEvent[] => {
    const attempt = fields().id;
    return [{ ...fields(), type: 'attempt-started', attempt, assessment, seed: attempt }, { ...fields(), type: 'item-answered', item: `${assessment}-1`, attempt, response: { value: 'b' }, latencySeconds: 2 }];
  });
}

describe.each(Object.entries(ways))('a learner whom %s brings from version to version', (_way, handOver) => {
  const [first] = outlines;
  if (first === undefined) throw new Error('there is a first version');
  let state = applyEvents(stateFor(emptyState(), first), inTheMiddle(first));
  let outline = first;
  changes.forEach(({ what, askedAgain = [], beginsAgain = [], gone = [] }, at) => {
    test(`keeps all but what has changed when ${what}`, () => {
      const next = outlines[at + 1] ?? first;
      state = applyEvents(state, begun(progressOf(state, outline)));
      state = applyEvents(state, [{ ...fields(), type: 'position', lesson: 'l2', position: 1 }]);
      const before = progressOf(state, outline);
      state = handOver(state, outline, next);
      const after = progressOf(state, next);

      const stays = (id: string): boolean => !gone.some((lesson) => id.startsWith(lesson));
      expect(Object.fromEntries(Object.entries(after.checks).map(([id, { response, scaled }]) => [id, { response, scaled }])))
        .toEqual(Object.fromEntries(Object.entries(before.checks).filter(([id]) => stays(id) && !askedAgain.includes(id)).map(([id, { response, scaled }]) => [id, { response, scaled }])));
      for (const [id, { completion }] of Object.entries(after.lessons)) expect([id, completion]).toEqual([id, before.lessons[id]?.completion ?? 'not-started']);
      expect(after.bookmark?.lesson).toBe('l2');
      expect(after.reflections).toEqual(Object.fromEntries(Object.entries(before.reflections).filter(([id]) => stays(id))));
      for (const [id, one] of Object.entries(after.assessments)) {
        const was = before.assessments[id];
        const again = beginsAgain.includes(id);
        expect([id, one.completion, one.success, one.best, one.attempts]).toEqual([id, again && was?.best === null ? 'not-started' : was?.completion, was?.success, was?.best, (was?.attempts ?? 0) - (again ? 1 : 0)]);
        expect(one.openAttempt?.responses).toEqual(again ? undefined : was?.openAttempt?.responses);
        expect(one.openAttempt?.seed).toBe(again ? undefined : was?.openAttempt?.seed);
      }
      expect([after.success, after.score]).toEqual(['failed', expect.closeTo(0.7, 9)]);
      expect(after.seconds).toBe(before.seconds);

      // She goes on there: what is asked again is answered, so that the next version finds it.
      state = applyEvents(state, askedAgain.map((id) => answered(id, found(next.units.flatMap(({ lessons }) => lessons), ({ checks }) => checks.some((check) => check.id === id)).id)));
      for (const id of askedAgain) expect(progressOf(state, next).checks[id]).toMatchObject({ answers: 1 });
      outline = next;
    });
  });
});

test('what carries over is told beforehand, as it will be', () => {
  changes.forEach(({ what, askedAgain = [], beginsAgain = [], gone = [] }, at) => {
    const [a, b] = outlines.slice(at, at + 2);
    if (a === undefined || b === undefined) throw new Error('there is a version after each change');
    const told = carriesOver(a, b);
    expect([what, told.checks.changed, told.assessments.changed, told.lessons.gone, told.lessons.changed]).toEqual([what, askedAgain, beginsAgain, gone, []]);
    expect(told.rulesChanged).toEqual(what.includes('pass mark') ? ['final'] : []);
    if (what.includes('moves')) expect([told.lessons.moved, told.checks.moved, told.reflections.moved]).toEqual([['l3'], ['l1-also'], []]);
    if (what.includes('unit is added')) expect([told.lessons.added, told.checks.added.length]).toEqual([['l7'], 2]);
  });
});

test('a tab that still plays an older version cannot pass its answers off as answers to the newer', () => {
  const [older, newer] = [outlines[3], outlines[4]];
  if (older === undefined || newer === undefined) throw new Error('there are five versions');
  const old = applyEvents(stateFor(emptyState(), older), [answered('l1-check', 'l1'), answered('l2-check', 'l2')]);
  const own = stateFor(emptyState(), newer);
  const joined = progressOf(joinStates(stateFor(old, newer), own), newer);
  expect(Object.keys(joined.checks)).toEqual(['l2-check']);
});

test('what is gone and comes back as something else is asked anew', () => {
  const [first] = versions;
  if (first === undefined) throw new Error('there is a first version');
  const without = edited(first, (course) => taken(unitOf(course, 'one').lessons, ({ id }) => id === 'l1'));
  const again = edited(first, (course) => void (checkOf(course, 'l1-check').key.correct = 'c'));
  const [a, b, c] = [first, without, again].map((course) => outlineOf(course, 'v'));
  if (a === undefined || b === undefined || c === undefined) throw new Error('there are three');
  for (const [way, handOver] of Object.entries(ways)) {
    const state = handOver(handOver(applyEvents(stateFor(emptyState(), a), inTheMiddle(a)), a, b), b, c);
    expect([way, progressOf(state, c).checks['l1-check']]).toEqual([way, undefined]);
  }
});
