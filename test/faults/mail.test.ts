import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { In, IsNull, Not } from 'typeorm';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { MailRow } from '../../apps/server/src/mail/mail.entity.js';
import { MailService, type NewMail } from '../../apps/server/src/mail/mail.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { engine } from '../api/databases.js';
import { MailCatcher } from '../api/mail-catcher.js';
import { startServer, type TestServer } from '../api/server.js';
import { type Running, startBuiltServer } from '../bench/processes.js';

/*
 * Both sides of SMTP are killed. Mails are told apart by Message-ID, which every try of a mail has alike. "Nothing lost":
 * whatever was queued arrived, or stands in the desk as "not sure". "Nothing twice": no Message-ID was taken twice.
 */
let desk: TestServer;
let catcher: MailCatcher;
let organisationId: string;
const running: Running[] = [];
beforeEach(async () => {
  // Sends nothing itself: it queues and looks.
  desk = await startServer();
  organisationId = (await desk.app.get(IdentityService).createOrganisation('A school')).id;
  catcher = await MailCatcher.open();
});
afterEach(async () => {
  for (const server of running.splice(0)) if (server.child.exitCode === null && server.child.signalCode === null) await server.stop('SIGKILL');
  await catcher.kill();
  await desk.close();
});

const database = () => desk.app.get(Database);
const start = async (): Promise<Running> => {
  const server = await startBuiltServer({ ...desk.database.env, SMTP_URL: catcher.url, PUBLIC_URL: 'https://learn.example.org' });
  running.push(server);
  return server;
};
const awake = `Etc/GMT${new Date().getUTCHours() > 12 ? '+' : '-'}${Math.abs(new Date().getUTCHours() - 12)}`;
const queue = (mails: NewMail[]) => database().write((manager) => desk.app.get(MailService).queueMany(manager, mails));
const certificate = (n: number): NewMail<'certificate'> => ({ organisationId, to: `learner${n}@example.org`, kind: 'certificate', key: `certificate/${n}`, timeZone: awake, data: { name: `Learner ${n}`, course: 'A course', link: 'https://learn.example.org/home' } });
const rows = () => database().read.find(MailRow, { order: { id: 'ASC' } });
const states = async () => Object.fromEntries((await rows()).map(({ toAddress, state }) => [toAddress, state]));
/** As if the leases of whoever was killed were over, and every wait. */
const timePasses = () => database().write((manager) => manager.update(MailRow, { nextAt: Not(IsNull()) }, { nextAt: '2020-01-01T00:00:00.000Z' }));
async function settled(): Promise<void> {
  for (let n = 0; n < 300; n += 1) {
    if (!(await database().read.existsBy(MailRow, { state: In(['QUEUED', 'SENDING']) }))) return;
    await wait(100);
  }
  throw new Error(`Mails are left: ${JSON.stringify((await rows()).filter(({ state }) => state === 'QUEUED' || state === 'SENDING').slice(0, 3))}`);
}
const until = async (true_: () => boolean): Promise<void> => { while (!true_()) await wait(20); };
/** What must hold of every mail whatever was killed. */
async function nothingLostNothingTwice(): Promise<{ sent: number; unsure: number }> {
  const all = await rows();
  const arrived = new Map<string, number>();
  for (const { id } of catcher.caught) arrived.set(id, (arrived.get(id) ?? 0) + 1);
  for (const { id, state } of all) {
    const times = arrived.get(`<${id}@learn.example.org>`) ?? 0;
    expect({ id, state, times }).toEqual({ id, state: state === 'SENT' ? 'SENT' : 'UNSURE', times: state === 'SENT' ? 1 : Math.min(times, 1) });
  }
  return { sent: all.filter(({ state }) => state === 'SENT').length, unsure: all.filter(({ state }) => state === 'UNSURE').length };
}

describe(`mails on ${engine}`, () => {
  test('arrive once where the server that sent them is killed before a mail is whole', async () => {
    await queue([certificate(1)]);
    const server = await start();
    let asked = false;
    catcher.recipient = () => {
      catcher.recipient = () => undefined;
      asked = true;
      server.child.kill('SIGKILL');
    };
    await until(() => asked);
    await server.stop('SIGKILL');
    expect(catcher.caught).toEqual([]);
    expect(await states()).toEqual({ 'learner1@example.org': 'SENDING' });
    await timePasses();
    await start();
    await settled();
    expect(await nothingLostNothingTwice()).toEqual({ sent: 1, unsure: 0 });
  });
});
