import { describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { outlineOf, type CourseOutline } from '@preceptor/course/delivery';
import fc from 'fast-check';
import { progressOf } from '../progress.js';
import { applyEvents } from '../reducer.js';
import { eventsFor } from '../sample-events.js';
import { emptyState, type TrackingState } from '../state.js';
import { decodeState, encodeState } from '../suspend/suspend.js';
import { carriesOver } from './carries-over.js';
import { askedBy, assessmentsOf, checksOf, edited, firstVersion, formsOf, lesson, lessonsOf, question, unit } from './sample-versions.js';
import { stateFor } from './state-for.js';

/** What an author may do, at a place that a number chooses. Each leaves a course that could be compiled. */
type Edit = (course: CompiledCourse, at: number, id: string) => void;
const at = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];
const edits: Edit[] = [
  (course, place, id) => void at(course.units, place)?.lessons.splice(place % 3, 0, lesson(id)),
  (course, place) => void at(course.units, place)?.lessons.splice(place % 3, 1),
  (course, place, id) => void at(lessonsOf(course), place)?.checks.push(question(id)),
  (course, place) => void at(lessonsOf(course), place)?.checks.shift(),
  (course, place) => {
    const moved = at(course.units, place)?.lessons.pop();
    if (moved !== undefined) at(course.units, place + 1)?.lessons.unshift(moved);
  },
  (course, place) => {
    const moved = at(lessonsOf(course), place)?.checks.pop();
    if (moved !== undefined) at(lessonsOf(course), place + 1)?.checks.unshift(moved);
  },
  (course, place) => void Object.assign(at(checksOf(course), place) ?? {}, { stemHtml: `<p>Asked otherwise, ${place}</p>` }),
  (course, place) => void Object.assign(at(checksOf(course), place)?.key ?? {}, { correct: 'b' }),
  (course, place) => void at(checksOf(course), place)?.content.options.reverse(),
  (course, place) => void at(checksOf(course), place)?.content.options.splice(2, 1),
  (course, place) => void Object.assign(at(checksOf(course), place) ?? {}, { maxScore: 2 + (place % 3) }),
  (course, place) => void Object.assign(at(checksOf(course), place) ?? {}, { feedback: { correctHtml: 'Yes' }, difficulty: 'hard', tags: [String(place)] }),
  (course, place, id) => void at(course.banks, place)?.items.push(question(id)),
  (course, place) => void at(course.banks, place)?.items.pop(),
  (course, place) => void at(course.banks, place)?.items.reverse(),
  (course, place) => void Object.assign(at(assessmentsOf(course), place) ?? {}, { passMark: (place % 10) / 10, maxAttempts: place, title: 'Other' }),
  (course, place) => void Object.assign(at(assessmentsOf(course), place)?.sections[0] ?? {}, { shuffle: place % 2 === 0 }),
  (course, place, id) => void course.units.splice(place % 3, 0, unit(`unit-${id}`, [id])),
  (course) => void course.units.reverse(),
];
const edit = fc.tuple(fc.constantFrom(...edits), fc.nat(50));
const nextVersion = (course: CompiledCourse, made: readonly [Edit, number][], label: string): CompiledCourse =>
  edited(course, (next) => made.forEach(([change, place], order) => change(next, place, `${label}-${order}`)));

const ways: [string, (state: TrackingState, from: CourseOutline, to: CourseOutline) => TrackingState][] = [
  ['suspend data', (state, from, to) => decodeState(encodeState(state, from, { limit: 64_000 }).text, to).state],
  ['kept JSON', (state, from, to) => stateFor(JSON.parse(JSON.stringify(stateFor(state, from))) as TrackingState, to)],
];

test('whatever an author changes and wherever an LMS cuts what was kept, nothing is invented', () => {
  const first = firstVersion();
  const outline = outlineOf(first, '0');
  fc.assert(fc.property(eventsFor(outline), fc.array(edit, { maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (events, made, share) => {
    const state = applyEvents(emptyState(), events);
    const { text } = encodeState(state, outline, { limit: 64_000 });
    const next = nextVersion(first, made, 'v');
    const before = progressOf(state, outline);
    const after = progressOf(decodeState(text.slice(0, Math.floor(text.length * share)), outlineOf(next, '1')).state, outlineOf(next, '1'));
    const was = new Map(checksOf(first).map((item) => [item.id, askedBy(item)]));
    for (const item of checksOf(next)) {
      const check = after.checks[item.id];
      if (check !== undefined) expect([check, askedBy(item)]).toEqual([before.checks[item.id], was.get(item.id)]);
    }
    for (const [id, lesson] of Object.entries(after.lessons)) if (lesson.completion === 'completed') expect(before.lessons[id]?.completion).toBe('completed');
    for (const [id, one] of Object.entries(after.assessments)) {
      const had = before.assessments[id];
      expect(one.attempts).toBeLessThanOrEqual(had?.attempts ?? 0);
      expect(one.best ?? 0).toBeLessThanOrEqual((had?.best ?? 0) + 1e-9);
      if (one.openAttempt !== null) expect(had?.attempts).toBeGreaterThan(0);
    }
  }), { numRuns: 200 });
});

describe.each(ways)('whatever an author changes, by %s', (_way, handOver) => {
  test('nothing is invented, and what did not change is kept', () => {
    const versions = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(eventsFor(outlineOf(firstVersion(), '0')), versions, (events, rounds) => {
      let course = firstVersion();
      let outline = outlineOf(course, '0');
      let state = applyEvents(emptyState(), events);
      rounds.forEach((made, round) => {
        const next = nextVersion(course, made, `v${round}`);
        const to = outlineOf(next, String(round + 1));
        const before = progressOf(state, outline);
        state = handOver(state, outline, to);
        const after = progressOf(state, to);

        const was = new Map(checksOf(course).map((item) => [item.id, askedBy(item)]));
        const same = checksOf(next).filter((item) => was.get(item.id) === askedBy(item)).map(({ id }) => id);
        expect(after.checks).toEqual(Object.fromEntries(Object.entries(before.checks).filter(([id]) => same.includes(id))));
        for (const { id } of lessonsOf(next)) expect([id, after.lessons[id]?.completion]).toEqual([id, before.lessons[id]?.completion ?? 'not-started']);
        if (after.bookmark !== null) expect(after.bookmark.lesson).toBe(before.bookmark?.lesson);
        const forms = new Map(assessmentsOf(course).map((one) => [one.id, formsOf(course, one)]));
        for (const one of assessmentsOf(next)) {
          const [had, has] = [before.assessments[one.id], after.assessments[one.id]];
          const goesOn = forms.get(one.id) === formsOf(next, one);
          expect([has?.best, has?.openAttempt?.id, has?.openAttempt?.responses]).toEqual([had === undefined || had.best === null ? null : expect.closeTo(had.best, 9), goesOn ? had?.openAttempt?.id : undefined, goesOn ? had?.openAttempt?.responses : undefined]);
          if (goesOn) expect(has?.attempts).toBe(had?.attempts);
          else expect(has?.attempts).toBeLessThanOrEqual(had?.attempts ?? 0);
        }
        expect(carriesOver(outline, to).checks.kept.toSorted()).toEqual(same.toSorted());
        [course, outline] = [next, to];
      });
    }), { numRuns: 150 });
  });
});
