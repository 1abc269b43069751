import type { ItemResponse } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';
import { v7 } from 'uuid';
import { CourseRow, CourseVersionRow } from '../../apps/server/src/catalog/catalog.entity.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { AttemptsService } from '../../apps/server/src/learning/attempts.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { MaskingService } from '../../apps/server/src/learning/masking.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { published, sampleCourse } from './sample-course.js';
import { administrator, type Client, type TestServer } from './server.js';

export const uuid = (): string => v7();
/** `shown`: a response that is written in the ids of the course's author, as her player would send it. */
export interface Learner { client: Client; accountId: string; enrolment: string; shown(item: string, response: ItemResponse, attempt?: string): Promise<ItemResponse> }
/** One organisation with the sample course published, in which learners can be enrolled. */
export class Classroom {
  private constructor(private readonly server: TestServer, readonly system: Actor, readonly courseId: string, readonly version: string) {}

  /** `existing`: in the administrator's organisation; else in a new one. */
  static async open(server: TestServer, organisation: 'existing' | 'new' = 'existing', slug = 'sample'): Promise<Classroom> {
    const identity = server.app.get(IdentityService);
    const id = organisation === 'new' ? (await identity.createOrganisation('Another one')).id : await organisationOfAdministrator(server);
    const courseId = v7();
    await server.app.get(Database).write((manager) => manager.insert(CourseRow, { id: courseId, organisationId: id, slug, title: 'A sample', language: 'en', description: '', createdAt: new Date().toISOString() }));
    const room = new Classroom(server, Actor.system(id), courseId, v7());
    await room.publish(sampleCourse(), 1, room.version);
    return room;
  }

  async publish(course: CompiledCourse, number: number, id: string = v7()): Promise<string> {
    await this.server.app.get(Database).write((manager) => manager.insert(CourseVersionRow, { id, courseId: this.courseId, organisationId: this.system.organisationId, number, label: course.version, title: course.title, publishedAt: new Date().toISOString(), ...published(course) }));
    return id;
  }

  /** Somebody enrolled in the first version unless said, signed in. */
  async learner(name = 'Lea', version = this.version): Promise<Learner> {
    const account = await this.server.app.get(IdentityService).invite(this.system, { email: `${v7()}@example.org`, name, roles: ['LEARNER'], password: administrator.password });
    const row = await this.server.app.get(EnrolmentsService).enrol(this.system, { accountId: account.id, courseVersionId: version });
    return { client: await this.server.signedIn(account.email), accountId: account.id, enrolment: row.id, shown: this.shownIn(row.id) };
  }

  /** What a learner of this enrolment is shown: the item of the version that she is in, in her attempt if one is named. */
  shownIn(enrolment: string): Learner['shown'] {
    return async (id, response, attempt) => {
      const { version, attempts } = await this.server.app.get(AttemptsService).record(Actor.system(this.system.organisationId), enrolment);
      const item = itemById(version.course).get(id);
      return item === undefined ? response : this.server.app.get(MaskingService).of(item, attempt === undefined ? undefined : attempts.get(attempt)?.form).toShown(response);
    };
  }
}

const organisations = new WeakMap<TestServer, Promise<string>>();
/** Asked once for each server: to sign in takes its time. */
function organisationOfAdministrator(server: TestServer): Promise<string> {
  const known = organisations.get(server) ?? askOrganisation(server);
  organisations.set(server, known);
  return known;
}

async function askOrganisation(server: TestServer): Promise<string> {
  const admin = await server.signedIn(administrator.email);
  return (await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }')).viewer.organisation.id;
}

interface Recorded { recordEvents: { accepted: string[]; rejected: { id: string; code: string; path: string[] }[]; outcomes: { item: string; score: { outcome: string; scaled: number }; feedback: { html: string[] } }[]; progress: { fraction: number; completion: string; bookmark: { lesson: string; position: number } | null; assessments: Record<string, { attempts: number; success: string }> } } }
export const record = 'mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted rejected { id code message path } outcomes { event item score feedback } progress } }';
/** Events as her player sends them: with id, time and session, and answers in the ids that she is shown. */
export const asSent = (learner: Learner, events: Record<string, unknown>[]): Promise<Record<string, unknown>[]> => Promise.all(events.map(async (event) => {
  const { type, item, response, attempt } = event as { type?: string; item?: string; response?: ItemResponse; attempt?: string };
  const shown = type === 'item-answered' && item !== undefined && response !== undefined ? { response: await learner.shown(item, response, attempt) } : {};
  return { id: uuid(), at: new Date().toISOString(), session: uuid(), ...event, ...shown };
}));
/** Sends events whose answers are written in the ids of the course's author. */
export async function send(learner: Learner, ...events: Record<string, unknown>[]): Promise<Recorded['recordEvents']> {
  return (await learner.client.must<Recorded>(record, { enrolment: learner.enrolment, events: await asSent(learner, events) })).recordEvents;
}

export interface AttemptAnswer { id: string; number: number; submittedAt: string | null; secondsLeft: number | null; form: { items: { id: string }[]; form: { seed: string } }; responses: Record<string, unknown>; result: { raw: number; max: number; scaled: number; passed: boolean | null; attemptsLeft: number | null; items: { item: string; score: { outcome: string } | null; feedback: unknown }[]; objectives: { unit: string; raw: number; max: number }[]; lessonsToReadAgain: string[] } | null }
const attemptFields = 'id number submittedAt secondsLeft form responses result { raw max scaled passed pending attemptsLeft items { item score feedback } objectives { unit title raw max } lessonsToReadAgain }';
export const startMutation = `mutation ($enrolment: ID!, $assessment: ID!, $attempt: ID!) { startAttempt(enrolment: $enrolment, assessment: $assessment, attempt: $attempt) { ${attemptFields} } }`;
export const submitMutation = `mutation ($enrolment: ID!, $attempt: ID!) { submitAttempt(enrolment: $enrolment, attempt: $attempt) { ${attemptFields} } }`;
export const attemptQuery = `query ($enrolment: ID!, $attempt: ID!) { enrolment(id: $enrolment) { attempt(id: $attempt) { ${attemptFields} } } }`;
export async function start(learner: Learner, assessment: string, attempt = uuid()): Promise<AttemptAnswer> {
  return (await learner.client.must<{ startAttempt: AttemptAnswer }>(startMutation, { enrolment: learner.enrolment, assessment, attempt })).startAttempt;
}
export async function submit(learner: Learner, attempt: string): Promise<AttemptAnswer> {
  return (await learner.client.must<{ submitAttempt: AttemptAnswer }>(submitMutation, { enrolment: learner.enrolment, attempt })).submitAttempt;
}
/** An answer to an item of an attempt, as an event. */
export const answer = (attempt: string | undefined, item: string, value: unknown = 'opt-right') => ({ type: 'item-answered', item, response: { value }, latencySeconds: 3, ...(attempt === undefined ? {} : { attempt }) });
