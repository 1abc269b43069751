import { expect, test } from '@jest/globals';
import { attendanceOf, type AttendanceMark, markOnArrival } from './attendance.js';

const at = (text: string) => new Date(`2026-12-01T${text}:00.000Z`);
const session = (id: string, hour: string, more: object = {}) => ({ id, endsAt: at(hour).toISOString(), cancelled: false, counts: true, ...more });

test('cancelled sessions and those that do not count are not asked for; late is there, excused is not', () => {
  const marks = new Map<string, AttendanceMark>([['a', 'PRESENT'], ['b', 'LATE'], ['c', 'EXCUSED'], ['d', 'ABSENT'], ['e', 'PRESENT'], ['f', 'PRESENT']]);
  const sessions = [session('a', '10:00'), session('b', '10:00'), session('c', '10:00'), session('d', '10:00'), session('e', '10:00', { cancelled: true }), session('f', '10:00', { counts: false }), session('g', '20:00')];
  expect(attendanceOf(sessions, marks, at('12:00'))).toEqual({ attended: 2, excused: 1, of: 5, toCome: 1 });
});

test('a code is taken from a quarter of an hour before to a quarter of an hour after, and ten minutes are no delay', () => {
  const times = { startsAt: at('10:00').toISOString(), endsAt: at('11:00').toISOString() };
  expect(['09:44', '09:45', '10:10', '10:11', '11:15', '11:16'].map((time) => markOnArrival(times, at(time)))).toEqual([null, 'PRESENT', 'PRESENT', 'LATE', 'LATE', null]);
});
