import type { Browser } from 'playwright-core';
import { ask, browserOf } from './people.js';
import { type Places, placesIn } from './places.js';
import type { Product } from './product.js';

const day = 86_400_000;
const inDays = (count: number) => new Date(Date.now() + count * day).toISOString().slice(0, 10);
interface Schedule { cohort: { revision: number; release: { units: { unit: string }[] }; deadlines: { part: string }[] } }

/** The demo's places, its cohort with days on which units open and are due, more time for one, a queue for a place in another, and a mail. */
export async function placesWithDays(browser: Browser, product: Product): Promise<Places> {
  const places = await placesIn(browser, product);
  const { cohort, version, enrolments } = places;
  const noor = await browserOf(browser, product, 'Noor Rahman');
  const schedule = async () => (await ask<Schedule>(noor, 'query ($id: ID!) { cohort(id: $id) { revision release { units { unit } } deadlines { part } } }', { id: cohort })).cohort;
  const { revision, release, deadlines } = await schedule();
  await ask(noor, 'mutation ($cohort: ID!, $revision: Int!, $deadlines: [PartDayInput!]!) { setCohortDeadlines(cohort: $cohort, revision: $revision, deadlines: $deadlines) { id } }',
    { cohort, revision, deadlines: deadlines.slice(0, 12).map(({ part }, place) => ({ part, dueOn: inDays(place * 3 - 9) })) });
  await ask(noor, 'mutation ($cohort: ID!, $revision: Int!, $opensOn: [UnitDayInput!]!) { setCohortRelease(cohort: $cohort, revision: $revision, kind: DATES, opensOn: $opensOn) { id } }',
    { cohort, revision: (await schedule()).revision, opensOn: release.units.map(({ unit }, place) => ({ unit, on: inDays(5 + place * 7) })) });
  await ask(noor, 'mutation ($enrolment: ID!, $input: ExtensionInput!) { extendDeadline(enrolment: $enrolment, input: $input) { id } }',
    { enrolment: enrolments.get('Ravi Menon'), input: { part: deadlines[10]?.part ?? '', dueOn: inDays(40), reason: 'Moves house in December.' } });
  const { createCohort: spring } = await ask<{ createCohort: { id: string; revision: number } }>(noor, 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id revision } }', { input: { name: 'Spring cohort', courseVersion: version, startsOn: inDays(90) } });
  await ask(noor, 'mutation ($cohort: ID!, $revision: Int!) { updateCohort(cohort: $cohort, revision: $revision, input: { capacity: 1 }) { id } }', { cohort: spring.id, revision: spring.revision });
  const { enrolment, mailDelivery } = await ask<{ enrolment: { account: { id: string } }; mailDelivery: { kinds: { name: string }[] } }>(noor, 'query ($id: ID!) { enrolment(id: $id) { account { id } } mailDelivery { kinds { name } } }', { id: enrolments.get('Ravi Menon') });
  for (const who of [{ name: 'Prompt Person', email: 'prompt@example.org' }, { account: enrolment.account.id }]) await ask(noor, 'mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { waiting { id } } }', { input: { cohort: spring.id, ...who } });
  await ask(noor, 'mutation ($input: MailTemplateInput!) { sendTestMail(input: $input) }', { input: { kind: mailDelivery.kinds[0]?.name, language: 'en', subject: 'Your invitation', text: 'Hello {name},\n\n{link}' } });
  await noor.close();
  return places;
}
