import type { Browser } from 'playwright-core';
import { ask, browserOf, type Name } from './people.js';
import type { Product } from './product.js';

/** Where things are in this run of the product: addresses hold ids that nobody knows beforehand. */
export interface Places {
  course: string;
  version: string;
  cohort: string;
  enrolments: ReadonlyMap<Name, string>;
  /** versions of the courses that were published besides, by their folders' names */
  published: ReadonlyMap<string, string>;
}

interface Found {
  courses: { edges: { node: { id: string; slug: string; latestVersion: { id: string } } }[] };
  cohorts: { edges: { node: { id: string; learners: { edges: { node: { account: { name: Name }; enrolment: { id: string } } }[] } } }[] };
}

/** `publish`: the folders' names of further courses to publish first. */
export async function placesIn(browser: Browser, product: Product, publish: string[] = []): Promise<Places> {
  const context = await browserOf(browser, product, 'Noor Rahman');
  const published = new Map<string, string>();
  for (const slug of publish) published.set(slug, (await ask<{ publishCourse: { id: string } }>(context, 'mutation ($slug: String!) { publishCourse(slug: $slug) { id } }', { slug })).publishCourse.id);
  const { courses, cohorts } = await ask<Found>(context, `{
    courses(first: 10) { edges { node { id slug latestVersion { id } } } }
    cohorts(first: 1) { edges { node { id learners(first: 100) { edges { node { account { name } enrolment { id } } } } } } }
  }`);
  await context.close();
  const course = courses.edges.find(({ node }) => !publish.includes(node.slug))?.node;
  const cohort = cohorts.edges[0]?.node;
  if (course === undefined || cohort === undefined) throw new Error('the demo has no course or no cohort');
  return {
    course: course.id, version: course.latestVersion.id, cohort: cohort.id, published,
    enrolments: new Map(cohort.learners.edges.map(({ node }) => [node.account.name, node.enrolment.id])),
  };
}
