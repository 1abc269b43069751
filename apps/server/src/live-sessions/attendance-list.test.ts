import { expect, test } from '@jest/globals';
import { minutesIn, readAttendanceList } from './attendance-list.js';

const people = (text: string | Buffer) => readAttendanceList(Buffer.isBuffer(text) ? text : Buffer.from(text)).map(({ name, email, minutes }) => ({ name, email, minutes }));

test("Zoom's participants: who came twice is one person, and names in brackets are left out", () => {
  const zoom = 'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n82,"Case, first",x,y,host@x.org,90,3\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"Moss, Lea (she/her)",Lea@X.org,a,b,40,Yes\nBea,,a,b,5,Yes\n"Moss, Lea",lea@x.org,a,b,30,Yes\n';
  const read = people(zoom);
  expect(read.find(({ email }) => email === 'lea@x.org')).toEqual({ name: 'Moss, Lea', email: 'lea@x.org', minutes: 70 });
  expect(read).toContainEqual({ name: 'Bea', email: '', minutes: 5 });
});

test("Teams' report: UTF-16 with tabs, a summary above and a table of activities below", () => {
  const teams = '1. Summary\nMeeting title\tSeminar\nAttended participants\t2\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nLea Moss\ta\tb\t1h 2m 3s\tlea@x.org\tlea@x.org\tPresenter\nBea Ünal\ta\tb\t59m 59s\tbea@x.org\tbea@x.org\tAttendee\n\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nLea Moss\ta\tb\t1h 2m 3s\tlea@x.org\tPresenter\n';
  expect(people(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(teams, 'utf16le')]))).toEqual([{ name: 'Lea Moss', email: 'lea@x.org', minutes: 62 }, { name: 'Bea Ünal', email: 'bea@x.org', minutes: 59 }]);
});

test('a table of one\'s own, with semicolons, marks and sessions', () => {
  expect(readAttendanceList(Buffer.from('E-Mail;Session;Status\r\nlea@x.org;Seminar 1;late\r\nlea@x.org;Seminar 2;excused\r\n'))).toMatchObject([{ line: 2, email: 'lea@x.org', session: 'Seminar 1', mark: 'LATE' }, { line: 3, session: 'Seminar 2', mark: 'EXCUSED' }]);
});

test('what is no list is said to be none', () => {
  expect(() => people('hello')).toThrow('No list of people');
  expect(() => people(Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]))).toThrow('no text');
});

test.each([['47', 47], ['1h 2m 3s', 62], ['1:02:59', 62], ['62 min', 62], ['', null], ['soon', null]])('%j is %j minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});
