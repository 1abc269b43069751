import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from './databases.js';

let database: FreshDatabase;
beforeAll(async () => { database = await freshDatabase(); });
afterAll(() => database.remove());

test('an installation of several organisations is seeded as the manual says, each a copy with ids of its own', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/seed-scale.mjs', '3', 'small'], { env: { ...process.env, NODE_OPTIONS: '', ...database.env }, encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
  // The first administrator, and in each organisation two learners with two places of 60 events.
  expect(stdout).toContain('3 rows of organisation, 6 rows of cohort, 9 rows of account, 12 rows of enrolment, 720 rows of learning_event');
}, 120_000);
