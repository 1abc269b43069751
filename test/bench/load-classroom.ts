import { administrator } from './processes.js';

export interface LoadLearner { cookie: string; enrolment: string }
export interface LoadClassroom { learners: LoadLearner[]; /** lessons of the course, in order */ lessons: string[] }

/** Publishes the small course and enrols so many learners, each signed in, all over GraphQL. */
export async function openLoadClassroom(url: string, learners: number): Promise<LoadClassroom> {
  const admin = await signIn(url, administrator.email);
  const { publishCourse } = await ask<{ publishCourse: { id: string; outline: { units: { lessons: { id: string }[] }[] } } }>(url, admin, 'mutation { publishCourse(slug: "course-small") { id outline } }');
  const found: LoadLearner[] = [];
  for (let n = 0; n < learners; n += 1) {
    const email = `load-${n}@example.org`;
    const { inviteAccount } = await ask<{ inviteAccount: { id: string } }>(url, admin, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { email, name: `Load ${n}`, roles: ['LEARNER'], password: administrator.password } });
    const { enrol } = await ask<{ enrol: { id: string } }>(url, admin, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: inviteAccount.id, courseVersion: publishCourse.id } });
    found.push({ cookie: await signIn(url, email), enrolment: enrol.id });
  }
  return { learners: found, lessons: publishCourse.outline.units.flatMap((unit) => unit.lessons.map(({ id }) => id)) };
}

export async function signIn(url: string, email: string): Promise<string> {
  const response = await post(url, '', 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', { email, password: administrator.password });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`signing in failed: ${await response.text()}`);
  return cookie;
}

/** The data of an operation that must not fail. */
export async function ask<T>(url: string, cookie: string, query: string, variables: object = {}): Promise<T> {
  const body = await (await post(url, cookie, query, variables)).json() as { data?: T; errors?: unknown };
  if (body.data === undefined || body.errors !== undefined) throw new Error(`GraphQL failed: ${JSON.stringify(body.errors)}`);
  return body.data;
}

const post = (url: string, cookie: string, query: string, variables: object) => fetch(`${url}/graphql`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) }, body: JSON.stringify({ query, variables }),
});
