import { v7 } from 'uuid';
import { ask, type LoadClassroom, signIn } from '../load-classroom.js';
import { administrator } from '../processes.js';
import { recordEvents } from '../record-events.js';

/** How large one organisation is. */
export interface Size { cohorts: number; learners: number; /** cohorts that each learner is in */ places: number; /** of each enrolment */ events: number }
/** Somebody of it to look at it with, and where. */
export interface Template { cohort: string; coordinator: string; learner: string; /** some who record: of each her cookie and one of her enrolments */ room: LoadClassroom }
const eventsARequest = 50;
const recording = 32;

/** One organisation as the product makes it, over GraphQL: a course, its cohorts, learners in several of them, who read. */
export async function makeTemplate(url: string, size: Size, progress: (part: number) => void = () => undefined): Promise<Template> {
  const coordinator = await signIn(url, administrator.email);
  const { publishCourse } = await ask<{ publishCourse: { id: string; outline: { units: { lessons: { id: string }[] }[] } } }>(url, coordinator, 'mutation { publishCourse(slug: "course-small") { id outline } }');
  const lessons = publishCourse.outline.units.flatMap((unit) => unit.lessons.map(({ id }) => id));
  const cohorts: string[] = [];
  for (let n = 0; n < size.cohorts; n += 1) {
    const { createCohort } = await ask<{ createCohort: { id: string } }>(url, coordinator, 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: `Cohort ${n + 1}`, courseVersion: publishCourse.id, startsOn: '2026-09-07', endsOn: '2026-12-18', timeZone: 'America/Denver' } });
    cohorts.push(createCohort.id);
  }
  const password = administrator.password;
  const room: LoadClassroom = { learners: [], lessons };
  for (let n = 0; n < size.learners; n += 1) {
    const email = `learner-${n}@example.org`;
    const { inviteAccount } = await ask<{ inviteAccount: { id: string } }>(url, coordinator, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { email, name: `Learner ${n}`, roles: ['LEARNER'], password } });
    const cookie = await signIn(url, email);
    for (let place = 0; place < size.places; place += 1) {
      const { enrol } = await ask<{ enrol: { id: string } }>(url, coordinator, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: inviteAccount.id, cohort: cohorts[(n + place) % cohorts.length] } });
      if (place === 0 && n < recording) room.learners.push({ cookie, enrolment: enrol.id });
      await read(url, cookie, enrol.id, lessons, size.events, (n % 10) / 10);
    }
    progress((n + 1) / size.learners);
  }
  return { cohort: cohorts[0] ?? '', coordinator, learner: room.learners[0]?.cookie ?? '', room };
}

/** Somebody reads on to a part of the course. */
async function read(url: string, cookie: string, enrolment: string, lessons: string[], events: number, part: number): Promise<void> {
  const reached = Math.round(part * lessons.length);
  for (let from = 0; from < events; from += eventsARequest) {
    const batch = Array.from({ length: Math.min(eventsARequest, events - from) }, (_, index) => {
      const n = from + index;
      const event = { id: v7(), at: new Date().toISOString(), session: '01935a00-0000-7000-8000-000000000000', lesson: lessons[n % Math.max(1, reached)] };
      return n < reached ? { ...event, type: 'lesson-completed' } : { ...event, type: 'position', position: (n % 100) / 100 };
    });
    await ask(url, cookie, recordEvents, { enrolment, events: batch });
  }
}
