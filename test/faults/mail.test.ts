import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { In, IsNull, Not } from 'typeorm';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { MailRow } from '../../apps/server/src/mail/mail.entity.js';
import { MailService, type NewMail } from '../../apps/server/src/mail/mail.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import type { Engine } from '../api/databases.js';
import { MailCatcher } from '../api/mail-catcher.js';
import { startServer, type TestServer } from '../api/server.js';
import { type Running, startBuiltServer } from '../bench/processes.js';

/** How many mails a server sends at once: so many can be on their way where it is killed. */
const lines = 3;

/*
 * Both sides of SMTP are killed. Mails are told apart by Message-ID, which every try of a mail has alike. "Nothing lost":
 * whatever was queued arrived, or stands in the desk as "not sure". "Nothing twice": no certificate was taken twice; a link
 * to sign in may have been, for somebody waits for it, and then both have the same Message-ID.
 */
describe.each<Engine>(['sqlite', 'postgres'])('mails on %s', (engine) => {
  let desk: TestServer;
  let catcher: MailCatcher;
  let organisationId: string;
  /** To start one takes seconds: a test leaves alive what the next begins with. */
  const running: Running[] = [];
  beforeAll(async () => {
    // Sends nothing itself: it queues and looks.
    desk = await startServer({}, engine);
    organisationId = (await desk.app.get(IdentityService).createOrganisation('A school')).id;
    catcher = await MailCatcher.open();
  });
  afterEach(async () => {
    catcher.recipient = () => undefined;
    catcher.whole = () => undefined;
    await desk.app.get(Database).write((manager) => manager.delete(MailRow, { organisationId }));
    catcher.caught.length = 0;
  });
  afterAll(async () => {
    await Promise.all(running.map((server) => killed(server)));
    await catcher.kill();
    await desk.close();
  });

  const database = () => desk.app.get(Database);
  const start = async (): Promise<Running> => {
    const server = await startBuiltServer({ ...desk.database.env, SMTP_URL: catcher.url, PUBLIC_URL: 'https://learn.example.org' });
    running.push(server);
    return server;
  };
  let number = 0;
  const link = 'https://learn.example.org/home';
  const certificate = (): NewMail => ({ organisationId, to: `learner${number += 1}@example.org`, kind: 'certificate', key: `certificate/${number}`, timeZone: awake, data: { name: 'Lea', course: 'A course', link } });
  const signInLink = (): NewMail => ({ organisationId, to: `learner${number += 1}@example.org`, kind: 'magic-link', key: `link/${number}`, timeZone: awake, data: { name: 'Lea', link, minutes: '15' } });
  const queue = (mails: NewMail[]) => database().write((manager) => desk.app.get(MailService).queueMany(manager, mails));
  const rows = () => database().read.find(MailRow, { order: { id: 'ASC' } });
  const states = async () => (await rows()).map(({ kind, state }) => `${kind}: ${state}`).sort();
  /** As if the leases of whoever was killed were over, and every wait. */
  const timePasses = () => database().write((manager) => manager.update(MailRow, { nextAt: Not(IsNull()) }, { nextAt: '2020-01-01T00:00:00.000Z' }));
  const settled = () => until('every mail came to an end', async () => {
    await timePasses();
    return !(await database().read.existsBy(MailRow, { state: In(['QUEUED', 'SENDING']) }));
  });
  /** What must hold of every mail whatever was killed; gives how many nobody is sure of. */
  async function nothingLostNothingTwice(): Promise<number> {
    const all = await rows();
    const wrong = all.filter(({ id, kind, state }) => {
      const times = catcher.caught.filter((caught) => caught.id === `<${id}@learn.example.org>`).length;
      if (state === 'SENT') return kind === 'certificate' ? times !== 1 : times < 1;
      return kind !== 'certificate' || state !== 'UNSURE' || times > 1;
    });
    expect(wrong.map(({ kind, state, reason }) => ({ kind, state, reason }))).toEqual([]);
    return all.filter(({ state }) => state === 'UNSURE').length;
  }

  // Several servers share a database only on PostgreSQL; one alone is the same on both.
  const oneServer: Proof = (name, proves) => { if (engine === 'sqlite') test(name, proves); };
  const twoServers: Proof = (name, proves) => { if (engine === 'postgres') test(name, proves); };
  oneServer('arrive once where the server is killed in the middle of one; where it is killed between the mail server\'s yes and its own note of it, only a link to sign in comes again, as the same mail', async () => {
    await queue([certificate(), signInLink()]);
    const first = await start();
    catcher.recipient = () => { first.child.kill('SIGKILL'); };
    await until('the first server is dead', () => dead(first));
    expect(catcher.caught).toEqual([]);
    catcher.recipient = () => undefined;

    await timePasses();
    let whole = 0;
    const second = await start();
    // Both mails are there: the server hears nothing from now on, is told yes, and is killed before it can read that.
    catcher.whole = async () => {
      whole += 1;
      await until('both are whole', () => whole === 2);
      second.child.kill('SIGSTOP');
    };
    await until('both are taken', () => catcher.caught.length === 2);
    await killed(second);
    expect(await states()).toEqual(['certificate: SENDING', 'magic-link: SENDING']);
    catcher.whole = () => undefined;

    await timePasses();
    await start();
    await settled();
    expect(await states()).toEqual(['certificate: UNSURE', 'magic-link: SENT']);
    expect(catcher.caught.map(({ to }) => to[0]).sort()).toEqual([`learner${number - 1}@example.org`, `learner${number}@example.org`, `learner${number}@example.org`]);
    expect(new Set(catcher.caught.map(({ id }) => id)).size).toBe(2);
  });

  oneServer('arrive once where the mail server dies in the middle, and while it is away', async () => {
    await queue([...Array.from({ length: 40 }, certificate), ...Array.from({ length: 5 }, signInLink)]);
    const again = [10, 25].map((most) => async () => {
      await until('some arrived', () => catcher.caught.length >= most);
      await catcher.kill();
      await timePasses();
      await catcher.start();
    });
    catcher.whole = async () => { await wait(10); };
    if (running.every(dead)) await start();
    for (const dies of again) await dies();
    await settled();
    // At both deaths as many can have been under way as there are connections.
    expect(await nothingLostNothingTwice()).toBeLessThanOrEqual(2 * lines);
    expect(catcher.caught.length).toBeGreaterThanOrEqual(45 - 2 * lines);
  });

  twoServers('arrive once where two servers are killed again and again', async () => {
    const kills = 3;
    const servers = [start(), start()];
    catcher.whole = async () => { await wait(5); };
    for (let kill = 0; kill < kills; kill += 1) {
      // The next one is killed as soon as it is up and something arrived, while the one before it comes up again.
      const victim = await servers.shift();
      const before = catcher.caught.length;
      await queue([...Array.from({ length: 25 }, certificate), signInLink()]);
      await until('some arrived', () => catcher.caught.length >= before + 6);
      if (victim !== undefined) await killed(victim);
      await timePasses();
      if (kill < kills - 1) servers.push(start());
    }
    await Promise.all(servers);
    await settled();
    expect((await rows()).length).toBe(26 * kills);
    expect(await nothingLostNothingTwice()).toBeLessThanOrEqual(2 * kills * lines);
  });
});

type Proof = (name: string, proves: () => Promise<void>) => void;
/** A zone in which it is noon now, so that no mail waits for the end of quiet hours. */
const awake = `Etc/GMT${new Date().getUTCHours() > 12 ? '+' : '-'}${Math.abs(new Date().getUTCHours() - 12)}`;
const dead = ({ child }: Running): boolean => child.exitCode !== null || child.signalCode !== null;
async function killed(server: Running): Promise<void> {
  if (dead(server)) return;
  const ended = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  await ended;
}
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(50)) if (await holds()) return;
  throw new Error(`It never came to it that ${what}.`);
}
