import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import pg from 'pg';
import { v7 } from 'uuid';
import { ask, type LoadClassroom, type LoadLearner, openLoadClassroom } from '../bench/load-classroom.js';
import { startPostgres } from '../bench/postgres.js';
import { type Running, startBuiltServer } from '../bench/processes.js';
import { recordEvents } from '../bench/record-events.js';

const kills = 20;
const senders = 8;
const pause = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms); });
type Sent = { enrolment: string; id: string };

/** Sends events until the server is gone; gives those that were acknowledged. */
async function sendUntilKilled(server: Running, room: LoadClassroom, learner: LoadLearner, acknowledged: Sent[]): Promise<void> {
  for (let n = 0; ; n += 1) {
    const events = Array.from({ length: 1 + (n % 3) }, () => ({ id: v7(), at: new Date().toISOString(), session: '01935a00-0000-7000-8000-000000000000', type: 'position', lesson: room.lessons[n % room.lessons.length], position: 0.5 }));
    // Every fourth batch is sent again at once, as a player does that heard no answer.
    const tries = n % 4 === 0 ? 2 : 1;
    try {
      const answers = await Promise.all(Array.from({ length: tries }, () => ask<{ recordEvents: { accepted: string[] } }>(server.url, learner.cookie, recordEvents, { enrolment: learner.enrolment, events })));
      for (const id of new Set(answers.flatMap((answer) => answer.recordEvents.accepted))) acknowledged.push({ enrolment: learner.enrolment, id });
    } catch {
      return;
    }
  }
}

async function killedUnderLoad(env: Record<string, string>, stored: () => Promise<Sent[]>): Promise<void> {
  const acknowledged: Sent[] = [];
  let server = await startBuiltServer(env);
  const room = await openLoadClassroom(server.url, senders);
  for (let kill = 0; kill < kills; kill += 1) {
    const sending = room.learners.map((learner) => sendUntilKilled(server, room, learner, acknowledged));
    // The kill falls among answers: a server that has just started takes its time for the first.
    const heard = acknowledged.length;
    for (const by = Date.now() + 20_000; acknowledged.length < heard + senders && Date.now() < by;) await pause(10);
    await pause(Math.random() * 250);
    await server.stop('SIGKILL');
    await Promise.all(sending);
    server = await startBuiltServer(env);
  }
  // What a learner sees afterwards is what is stored: the server that came back reads it.
  const seen = await ask<{ recordEvents: { accepted: string[]; rejected: unknown[] } }>(server.url, room.learners[0]?.cookie ?? '', recordEvents, { enrolment: room.learners[0]?.enrolment, events: [] });
  expect(seen.recordEvents).toEqual({ accepted: [], rejected: [] });
  await server.stop();
  const keys = (await stored()).map(({ enrolment, id }) => `${enrolment}/${id}`);
  const kept = new Set(keys);
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * senders);
  expect(acknowledged.filter(({ enrolment, id }) => !kept.has(`${enrolment}/${id}`))).toEqual([]);
  expect(keys.length).toBe(kept.size);
}

/** No progress row counts more or fewer events than there are. */
const miscounted = 'SELECT p.enrolment_id FROM learning_progress p WHERE p.events <> (SELECT count(*) FROM learning_event e WHERE e.enrolment_id = p.enrolment_id) OR p.events <> (SELECT coalesce(max(ordinal), 0) FROM learning_event e WHERE e.enrolment_id = p.enrolment_id)';
const all = 'SELECT enrolment_id AS enrolment, id FROM learning_event';

describe('a server killed twenty times under load', () => {
  test('has every acknowledged event afterwards, none twice, on SQLite', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'preceptor-kill-'));
    try {
      await killedUnderLoad({ DATA_DIR: dataDir }, async () => {
        const database = new Database(join(dataDir, 'preceptor.sqlite'), { readonly: true });
        try {
          expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
          expect(database.prepare(miscounted).all()).toEqual([]);
          return database.prepare<[], Sent>(all).all();
        } finally {
          database.close();
        }
      });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('has every acknowledged event afterwards, none twice, on PostgreSQL', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'preceptor-kill-'));
    const postgres = await startPostgres();
    try {
      await killedUnderLoad({ DATA_DIR: dataDir, DATABASE_URL: postgres.url }, async () => {
        const client = new pg.Client({ connectionString: postgres.url });
        await client.connect();
        try {
          expect((await client.query(miscounted)).rows).toEqual([]);
          return (await client.query<Sent>(all)).rows;
        } finally {
          await client.end();
        }
      });
    } finally {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
