import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Item } from '@preceptor/assessment';
import { UploadRow } from '../../apps/server/src/learning/learning.entity.js';
import { UploadsSweep } from '../../apps/server/src/learning/uploads/uploads-sweep.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { CONFIG } from '../../apps/server/src/platform/platform.module.js';
import type { Config } from '../../apps/server/src/platform/config.js';
import { answer, Classroom, type Learner, send, start, submit, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

const most = 20_000;
const recording = (id: string): Item => ({
  id, kind: 'upload', stemHtml: '<p>Say it.</p>', statements: [], level: 'application', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: [], tags: [],
  content: { accept: ['audio/*', 'application/pdf'], maxBytes: most }, key: { rubric: [] }, feedback: {},
});
const pdf = (text = 'a letter') => Buffer.from(`%PDF-1.7\n${text}\n`);
const sound = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(400, 7)]);

let server: TestServer;
let room: Classroom;
let version: string;
let lea: Learner;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  const course = sampleCourse('2');
  const [first, second] = course.units;
  first?.lessons[0]?.checks.push(recording('call'));
  if (second?.assessment !== null && second?.assessment !== undefined) second.assessment.sections = [{ id: 'all', title: 'All', shuffle: false, items: ['speech'] }];
  course.banks.push({ id: 'spoken', title: 'Spoken', unit: null, items: [recording('speech')] });
  version = await room.publish(course, 2);
  lea = await room.learner('Lea', version);
});
afterAll(() => server.close());

const post = async (learner: Learner, file: Buffer, said: Partial<{ id: string; item: string; name: string; type: string }> = {}, enrolment = learner.enrolment) => {
  const query = new URLSearchParams({ id: uuid(), item: 'call', name: 'letter.pdf', type: 'application/pdf', ...said });
  const response = await learner.client.fetch(`/learn/${enrolment}/uploads?${query.toString()}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': 'application/octet-stream' } });
  return { status: response.status, ...(await response.json() as { code?: string; file?: string; name?: string; mediaType?: string; bytes?: number }) };
};
const fetched = async (client: Client, file = '') => {
  const response = await client.fetch(`/uploads/${file}`);
  return { status: response.status, disposition: response.headers.get('content-disposition'), type: response.headers.get('content-type'), sniff: response.headers.get('x-content-type-options'), bytes: Buffer.from(await response.arrayBuffer()) };
};
const keptFiles = async () => (await readdir(join(server.app.get<Config>(CONFIG).dataDir, 'uploads'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

describe('a file that answers a question', () => {
  test('is kept, and the learner and whoever grades get it back, as an attachment that no browser runs', async () => {
    const sent = await post(lea, pdf());
    expect(sent).toMatchObject({ status: 201, name: 'letter.pdf', mediaType: 'application/pdf', bytes: pdf().length });
    const again = await fetched(lea.client, sent.file);
    expect(again).toMatchObject({ status: 200, disposition: "attachment; filename*=UTF-8''letter.pdf", type: 'application/pdf', sniff: 'nosniff', bytes: pdf() });
    expect((await fetched(await server.signedIn(administrator.email), sent.file)).status).toBe(200);
    const recorded = await send(lea, answer(undefined, 'call', { file: sent.file, name: sent.name, mediaType: sent.mediaType, bytes: sent.bytes }));
    expect(recorded.outcomes).toMatchObject([{ item: 'call', score: { outcome: 'pending' } }]);
  });

  test('that is sound plays in place', async () => {
    const sent = await post(lea, sound, { name: 'my answer.webm', type: 'audio/webm;codecs=opus' });
    expect(await fetched(lea.client, sent.file)).toMatchObject({ disposition: "inline; filename*=UTF-8''my%20answer.webm", type: 'audio/webm' });
  });

  test('is kept once when its answer was lost on the way and it is sent again', async () => {
    const [id, file] = [uuid(), pdf('twice')];
    const before = await keptFiles();
    expect(await post(lea, file, { id })).toEqual(await post(lea, file, { id }));
    expect(await keptFiles()).toBe(before + 1);
    expect(await post(lea, pdf('another'), { id })).toMatchObject({ status: 409, code: 'CONFLICT' });
  });

  test('belongs to an attempt only while that can be answered', async () => {
    expect(await post(lea, pdf(), { item: 'speech' })).toMatchObject({ status: 404 });
    const attempt = await start(lea, 'final');
    expect(await post(lea, pdf(), { item: 'speech' })).toMatchObject({ status: 201 });
    await submit(lea, attempt.id);
    expect(await post(lea, pdf(), { item: 'speech' })).toMatchObject({ status: 404 });
  });
});

describe('refused is', () => {
  test('what is too large, empty, of another kind than it says or that is not accepted, and nothing of it is left', async () => {
    const before = await keptFiles();
    expect(await post(lea, Buffer.concat([pdf(), Buffer.alloc(most)]))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(await post(lea, Buffer.alloc(0))).toMatchObject({ status: 415, code: 'FILE_NOT_ACCEPTED' });
    expect(await post(lea, Buffer.from('<!doctype html><script>alert(1)</script>'))).toMatchObject({ status: 415 });
    expect(await post(lea, Buffer.from('%PNG'), { type: 'application/pdf' })).toMatchObject({ status: 415 });
    expect(await post(lea, pdf(), { id: 'not-an-id' })).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(await post(lea, pdf(), { name: 'x'.repeat(400) })).toMatchObject({ status: 400 });
    expect(await post(lea, pdf(), { item: 'check-one' })).toMatchObject({ status: 404 });
    expect(await keptFiles()).toBe(before);
  });

  test('whoever is not the learner, and who asks for a file of somebody else, as if there were none', async () => {
    const other = await room.learner('Olli', version);
    const sent = await post(lea, pdf('private'));
    expect(await post(other, pdf(), {}, lea.enrolment)).toMatchObject({ status: 404 });
    expect((await fetched(other.client, sent.file)).status).toBe(404);
    const stranger = await Classroom.open(server, 'new', 'strange');
    expect((await fetched((await stranger.learner()).client, sent.file)).status).toBe(404);
    expect((await fetched(server.client(), sent.file)).status).toBe(401);
  });
});

test('a file that no answer names is gone after two days, and one that is named stays', async () => {
  const named = await post(lea, pdf('named'));
  const forgotten = await post(lea, pdf('forgotten'));
  await send(lea, answer(undefined, 'call', { file: named.file, name: 'letter.pdf', mediaType: 'application/pdf', bytes: named.bytes }));
  const sweep = server.app.get(UploadsSweep);
  expect(await sweep.round()).toBe(0);
  expect(await sweep.round(new Date(Date.now() + 3 * 24 * 3_600_000))).toBeGreaterThanOrEqual(1);
  expect([(await fetched(lea.client, named.file)).status, (await fetched(lea.client, forgotten.file)).status]).toEqual([200, 404]);
  expect(await server.app.get(Database).read.findOneBy(UploadRow, { id: named.file ?? '' })).toMatchObject({ settled: true });
});
