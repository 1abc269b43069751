import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ask, openLoadClassroom } from '../bench/load-classroom.js';
import { administrator, type Running, startBuiltServer } from '../bench/processes.js';
import { recordEvents } from '../bench/record-events.js';
import { freshDatabase, type FreshDatabase } from './databases.js';

let database: FreshDatabase;
let server: Running;
/** Takes traces as an OpenTelemetry collector does. */
let collector: Server;
let collected = '';
beforeAll(async () => {
  collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => { collected += chunk.toString(); }).on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('The collector does not listen.');
  database = await freshDatabase(undefined, { migrated: true });
  server = await startBuiltServer({ ...database.env, DRAIN_SECONDS: '1', METRICS_TOKEN: 'a token that is long enough', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${address.port}`, OTEL_BSP_SCHEDULE_DELAY: '50' });
});
afterAll(async () => {
  await server?.stop('SIGKILL');
  await database?.remove();
  collector.close();
});

test('whoever runs the server sees its requests as metrics and traces, and nobody\'s data in them; and it leaves without losing one', async () => {
  const room = await openLoadClassroom(server.url, 1);
  const learner = room.learners[0];
  if (learner === undefined) throw new Error('There is no learner.');
  const sent = (event: object) => ({ enrolment: learner.enrolment, events: [{ session: '01935a00-0000-7000-8000-000000000000', at: new Date().toISOString(), lesson: room.lessons[0], ...event }] });
  await ask(server.url, learner.cookie, recordEvents, sent({ id: '01935a00-0000-7000-8000-000000000001', type: 'reflection-saved', reflection: 'nowhere', text: 'my innermost thoughts' }));
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await fetch(`${server.url}/readyz`, { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });

  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  const metrics = await (await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer a token that is long enough' } })).text();
  expect(metrics).toMatch(/^preceptor_graphql_operation_seconds_count\{field="recordEvents"\} 1$/m);
  expect(metrics).toMatch(/^preceptor_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} \d+$/m);
  expect(metrics).toMatch(/^process_resident_memory_bytes \d+$/m);

  while (!collected.includes('/readyz')) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(collected).toContain(trace);
  for (const name of ['graphql mutation recordEvents', 'database write', 'POST /graphql']) expect(collected).toContain(name);
  for (const secret of [administrator.email, administrator.password, 'load-0', 'Load 0', learner.cookie.split('=')[1] ?? '', learner.enrolment, 'innermost']) expect(collected + metrics).not.toContain(secret);

  server.child.kill('SIGTERM');
  while ((await fetch(`${server.url}/readyz`)).status !== 503) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await ask(server.url, learner.cookie, recordEvents, sent({ id: '01935a00-0000-7000-8000-000000000002', type: 'lesson-completed' }))).toMatchObject({ recordEvents: { rejected: [] } });
  if (server.child.exitCode === null) await once(server.child, 'exit');
  expect(server.child.exitCode).toBe(0);
});
