import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { type Classroom, answer, type AttemptAnswer, type Learner, send, start, submit, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import type { Role } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { SessionsService } from '../../apps/server/src/identity/sessions.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import type { Client, TestServer } from './server.js';

const base = { stemHtml: '<p>Why?</p>', statements: [], level: 'judgement' as const, difficulty: 'medium' as const, shuffle: false, certainty: false, lessons: [], tags: [], feedback: {} };
const levels = ['Nothing of it', 'Part of it', 'All of it'].map((description, points) => ({ points, description }));
export const essay: Item = {
  ...base, id: 'essay', kind: 'long-text', maxScore: 4, content: { maxWords: 200 },
  key: { rubric: [{ id: 'facts', title: 'The facts', levels }, { id: 'words', title: 'The words', levels }], modelAnswerHtml: '<p>THE MODEL ANSWER</p>' },
};

/** The sample course with a final of two choices and an essay, passed with 60 %; four points are the essay's. */
export function gradedCourse(label = '1'): CompiledCourse {
  const course = sampleCourse(label);
  return {
    ...course,
    units: course.units.map((unit) => (unit.assessment?.id !== 'final' ? unit : { ...unit, assessment: { ...unit.assessment, maxAttempts: null, passMark: 0.6, sections: [{ id: 'all', title: 'All', shuffle: false, items: ['item-0', 'item-1', 'essay'] }] } })),
    banks: course.banks.map((bank) => ({ ...bank, items: [...bank.items, essay] })),
  };
}

/** Somebody with a session, begun without a password: hashing one for each would be most of these tests' time. */
export async function member(server: TestServer, { system }: Classroom, role: Role, name: string): Promise<{ client: Client; accountId: string }> {
  const { id } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name, roles: [role] });
  const { token } = await server.app.get(SessionsService).begin(id, system.organisationId);
  return { client: server.client({ cookie: `preceptor_session=${token}` }), accountId: id };
}
/** A learner enrolled in a version, in a cohort if one is given. */
export async function enrolled(server: TestServer, room: Classroom, courseVersionId: string, name = 'Lea', cohortId?: string): Promise<Learner> {
  const { client, accountId } = await member(server, room, 'LEARNER', name);
  const { id } = await server.app.get(EnrolmentsService).enrol(room.system, { accountId, courseVersionId, ...(cohortId === undefined ? {} : { cohortId }) });
  return { client, accountId, enrolment: id, shown: room.shownIn(id) };
}

/** Answers the final and submits it; `null` leaves an item out. */
export async function take(learner: Learner, values: { 'item-0'?: string | null; 'item-1'?: string | null; essay?: string | null }): Promise<AttemptAnswer> {
  const { id } = await start(learner, 'final');
  const given = Object.entries({ 'item-0': 'opt-right', 'item-1': 'opt-right', essay: 'Because.', ...values }).filter(([, value]) => value !== null);
  await send(learner, ...given.map(([item, value]) => answer(id, item, value)));
  return submit(learner, id);
}

export interface Answer { id: string; number: number; state: string; turn: string | null; held: boolean; learner: { name: string } | null; response: { value: string }; marks: { id: string; turn: string; levels: Record<string, number>; own: boolean; grader: { name: string } | null }[]; rubric: { id: string }[] }
const fields = 'id number state turn held submittedAt item rubric { id title levels { points description } } modelAnswerHtml response learner { name } marks { id turn levels comment raw max own grader { name } }';
/** The queue of the essay. */
export const queueOf = ({ courseId }: Classroom): string => `${courseId}.final.essay`;
export async function next(grader: Client, queue: string, variables: object = {}): Promise<Answer | null> {
  return (await grader.must<{ nextAnswer: Answer | null }>(`mutation ($queue: ID!, $after: ID, $moderate: Boolean) { nextAnswer(queue: $queue, after: $after, moderate: $moderate) { ${fields} } }`, { queue, ...variables })).nextAnswer;
}
export const gradeMutation = `mutation ($answer: ID!, $id: ID!, $levels: JSON!, $comment: String) { gradeResponse(answer: $answer, id: $id, levels: $levels, comment: $comment) { ${fields} } }`;
export async function grade(grader: Client, answerId: string, facts: number, words: number, more: { id?: string; comment?: string } = {}): Promise<Answer> {
  return (await grader.must<{ gradeResponse: Answer }>(gradeMutation, { answer: answerId, id: uuid(), levels: { facts, words }, comment: '', ...more })).gradeResponse;
}
export async function counts(grader: Client, queue: string): Promise<Record<string, number>> {
  return (await grader.must<{ gradingQueue: Record<string, number> }>('query ($queue: ID!) { gradingQueue(id: $queue) { waiting second secondMine moderation done } }', { queue })).gradingQueue;
}
export interface Outcome { raw: number; max: number; passed: boolean | null; pending: boolean; waiting: number; items: { item: string; correction: string | null; score: { raw: number; outcome: string } | null; marks: { criteria: { title: string; levels: string[]; points: number }[]; comments: string[] } | null }[] }
/** An attempt's result and the learner's progress in the course as she sees them. */
export async function resultOf(learner: Learner, attempt: string): Promise<Outcome & { success: string; score: number | null }> {
  const { enrolment } = await learner.client.must<{ enrolment: { progress: { success: string; score: number | null }; attempt: { result: Outcome } } }>(
    'query ($enrolment: ID!, $attempt: ID!) { enrolment(id: $enrolment) { progress attempt(id: $attempt) { result { raw max passed pending waiting items { item score correction marks { criteria { title levels points most } comments } } } } } }', { enrolment: learner.enrolment, attempt });
  return { ...enrolment.attempt.result, success: enrolment.progress.success, score: enrolment.progress.score };
}
