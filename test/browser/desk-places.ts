import type { Kind } from '@preceptor/assessment';
import type { Browser } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { ask, browserOf } from './people.js';
import { type Places, placesIn } from './places.js';
import type { Product } from './product.js';

/** What the instructor's desk works on: made once, through the API, for all of its screens. */
export interface DeskPlaces extends Places {
  /** a bank with questions of many kinds, and a question of each kind in some bank */
  bank: string;
  items: ReadonlyMap<Kind, string>;
  /** an assessment planned for the demo's course, with its forms built */
  plan: string;
  /** essays that wait: one */
  queue: string;
}

interface Brought { id: string; kind: Kind; bank: { id: string; name: string } }
const courses = ['course-small', 'course-pilot', 'course-essay'];

/** Of kinds that only the courses' lessons have, which no bank takes. */
const checks = [
  { kind: 'slider', stem: 'The tide sets two degrees to the north. By how many degrees do you steer to the south?', level: 'application', difficulty: 'easy', statements: ['s2'], min: 0, max: 10, step: 0.5, value: 2, tolerance: 0.5, unit: 'degrees', minLabel: 'straight on', maxLabel: 'hard over' },
  { kind: 'upload', stem: 'Say aloud, as to the bridge, what you are about to do at the red light.', level: 'application', difficulty: 'easy', statements: ['s2'], accept: ['audio/*', 'application/pdf'], maxMegabytes: 2, record: 'audio', rubric: [{ title: 'Says the course', levels: [{ points: 0, description: 'No' }, { points: 2, description: 'Yes' }] }] },
] as const;

export async function deskPlacesIn(browser: Browser, product: Product): Promise<DeskPlaces> {
  const places = await placesIn(browser, product, courses);
  const elliot = await browserOf(browser, product, 'Elliot Marsh');
  const courseOf = async (slug: string): Promise<string> => (await ask<{ courseVersion: { course: { id: string } } }>(elliot, 'query ($id: ID!) { courseVersion(id: $id) { course { id } } }', { id: places.published.get(slug) })).courseVersion.course.id;
  const [small, pilot, essay] = await Promise.all(courses.map(courseOf));
  for (const course of [small, pilot, essay]) await ask(elliot, 'mutation ($course: ID!) { bringCourseItems(course: $course) { left } }', { course });
  const nodes = (await Promise.all([small, pilot, essay].map(async (course) => (await ask<{ bankItems: { nodes: Brought[] } }>(elliot, 'query ($course: ID!) { bankItems(filter: { course: $course }, first: 50) { nodes { id kind bank { id name } } } }', { course })).bankItems.nodes))).flat();
  const bank = nodes.find((node) => node.bank.name === 'bank-all')?.bank.id ?? '';
  for (const document of checks) {
    const { createItem: { id } } = await ask<{ createItem: { id: string } }>(elliot, 'mutation ($input: CreateItemInput!) { createItem(input: $input) { id } }', { input: { bank, document } });
    nodes.push({ id, kind: document.kind, bank: { id: bank, name: 'bank-all' } });
  }
  const { createAssessmentPlan: plan } = await ask<{ createAssessmentPlan: { id: string; revision: number } }>(elliot, 'mutation ($input: CreateAssessmentPlanInput!) { createAssessmentPlan(input: $input) { id revision } }', { input: { course: places.course, unit: 'orientation', title: 'The week’s test', purpose: 'quiz' } });
  await ask(elliot, 'mutation ($plan: ID!, $revision: Int!) { buildForms(plan: $plan, revision: $revision) { plan } }', { plan: plan.id, revision: plan.revision });
  await essayWaits(browser, product, places.published.get('course-essay') ?? '');
  await elliot.close();
  return {
    ...places, bank, items: new Map(nodes.map(({ id, kind }) => [kind, id])),
    plan: plan.id, queue: `${essay}.final.note`,
  };
}

/** Somebody hands an essay in. */
async function essayWaits(browser: Browser, product: Product, courseVersion: string): Promise<void> {
  const dana = await browserOf(browser, product, 'Dana Whitfield');
  const { demoPeople } = await ask<{ demoPeople: { accountId: string; name: string }[] }>(dana, '{ demoPeople { accountId name } }');
  const account = demoPeople.find(({ name }) => name === 'Oskar Nowak')?.accountId;
  const { enrol: { id: enrolment } } = await ask<{ enrol: { id: string } }>(dana, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account, courseVersion } });
  const oskar = await browserOf(browser, product, 'Oskar Nowak');
  const attempt = uuid();
  await ask(oskar, 'mutation ($enrolment: ID!, $attempt: ID!) { startAttempt(enrolment: $enrolment, assessment: "final", attempt: $attempt) { id } }', { enrolment, attempt });
  const events = [{ id: uuid(), type: 'item-answered', at: new Date().toISOString(), session: uuid(), item: 'note', response: { value: 'She said little and left early. I asked what she would like of the next hour.' }, latencySeconds: 60, attempt }];
  await ask(oskar, 'mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted } }', { enrolment, events });
  await ask(oskar, 'mutation ($enrolment: ID!, $attempt: ID!) { submitAttempt(enrolment: $enrolment, attempt: $attempt) { id } }', { enrolment, attempt });
  await Promise.all([dana.close(), oskar.close()]);
}
