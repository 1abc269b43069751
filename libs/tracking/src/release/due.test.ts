import { describe, expect, test } from '@jest/globals';
import type { TrackingEvent } from '../events.js';
import { progressOf } from '../progress.js';
import { applyEvents } from '../reducer.js';
import { sampleOutline } from '../sample-course.js';
import { emptyState } from '../state.js';
import { dayIn } from './calendar.js';
import { dueParts } from './due.js';

const outline = sampleOutline();
const read = [0, 1].map((lesson) => ({ id: `e${lesson}`, at: '2026-03-01T10:00:00.000Z', session: 's', type: 'lesson-completed', lesson: `lesson-0-${lesson}` }) as TrackingEvent);
const progress = progressOf(applyEvents(emptyState(), read), outline);
const usual = new Map([['unit:unit-0', '2026-03-08'], ['assessment:quiz-0', '2026-03-10'], ['', '2026-03-31'], ['unit:gone', '2026-03-01']]);

describe('what is due', () => {
  test('comes in the order of its days, says what is done, and leaves out what the course no longer has', () => {
    expect(dueParts(outline, progress, usual, new Map(), '2026-03-11').map(({ part, done, late }) => [part, done, late])).toEqual([['unit:unit-0', true, false], ['assessment:quiz-0', false, true], ['', false, false]]);
  });

  test('is late from the midnight of the cohort after its day, also when clocks change in that night', () => {
    const late = (moment: string) => dueParts(outline, progressOf(emptyState(), outline), usual, new Map(), dayIn('America/Denver', new Date(moment)))[0]?.late;
    // Denver leaves winter time in the night to 8 March 2026.
    expect([late('2026-03-09T05:59:59Z'), late('2026-03-09T06:00:00Z')]).toEqual([false, true]);
  });

  test('by another day for one person shows both days', () => {
    expect(dueParts(outline, progress, usual, new Map([['assessment:quiz-0', '2026-03-20']]), '2026-03-11')[1]).toMatchObject({ dueOn: '2026-03-20', usualDueOn: '2026-03-10', late: false });
  });
});
