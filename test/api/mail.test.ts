import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { MailRow } from '../../apps/server/src/mail/mail.entity.js';
import { MailService, type NewMail } from '../../apps/server/src/mail/mail.service.js';
import { MailSender } from '../../apps/server/src/mail/sending/sender.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { MailCatcher, Refusal } from './mail-catcher.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let catcher: MailCatcher;
let server: TestServer;
let admin: Client;
let organisationId: string;
beforeAll(async () => {
  catcher = await MailCatcher.open();
  server = await startServer({ SMTP_URL: catcher.url, PUBLIC_URL: 'https://learn.example.org', MAIL_FROM: 'school@example.org' });
  admin = await server.signedIn(administrator.email);
  organisationId = (await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }')).viewer.organisation.id;
});
afterAll(async () => {
  await server.close();
  await catcher.kill();
});
afterEach(() => {
  catcher.recipient = () => undefined;
  catcher.whole = () => undefined;
});

/** A zone in which it is about this hour now, for quiet hours. */
const zoneAt = (hour: number): string => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
let number = 0;
const address = () => `person${number += 1}@example.org`;
const certificateFor = (to: string, more: Partial<NewMail<'certificate'>> = {}): NewMail<'certificate'> => ({ organisationId, to, kind: 'certificate', key: `certificate/${to}`, data: { name: 'Lea <b>Moreau</b>', course: 'First & last', link: 'https://learn.example.org/home' }, timeZone: zoneAt(13), ...more });
const queue = (mail: NewMail) => server.app.get(Database).write((manager) => server.app.get(MailService).queue(manager, mail));
const send = () => server.app.get(MailSender).round();
const row = (to: string) => server.app.get(Database).read.findOneByOrFail(MailRow, { toAddress: to });
/** As if the time had come for whatever waits. */
const waitOver = (to: string) => server.app.get(Database).write((manager) => manager.update(MailRow, { toAddress: to }, { nextAt: new Date().toISOString() }));

describe('a mail that is queued', () => {
  test('arrives once, as text and as HTML in which a name is a name, with the address of whoever it is for', async () => {
    const to = address();
    expect(await queue(certificateFor(to))).toBe(true);
    expect(await queue(certificateFor(to))).toBe(false);
    await send();
    await send();
    const [caught, second] = catcher.to(to);
    expect(second).toBeUndefined();
    expect(caught?.mail).toMatchObject({ subject: 'Your certificate: First & last', from: { value: [{ address: 'school@example.org' }] } });
    expect(caught?.mail.text).toContain('Hello Lea <b>Moreau</b>,');
    expect(caught?.mail.html).toContain('Hello Lea &lt;b&gt;Moreau&lt;/b&gt;,');
    expect(caught?.mail.html).toContain('<a href="https://learn.example.org/home">');
    const { id, state, sentAt } = await row(to);
    expect({ state, sentAt }).toEqual({ state: 'SENT', sentAt: expect.any(String) });
    expect(caught?.id).toBe(`<${id}@learn.example.org>`);
  });

  test('is not sent where the transaction in which it was queued came to nothing', async () => {
    const to = address();
    await expect(server.app.get(Database).write(async (manager) => {
      await server.app.get(MailService).queue(manager, certificateFor(to));
      throw new Error('no');
    })).rejects.toThrow('no');
    await send();
    expect(catcher.to(to)).toEqual([]);
  });

  test('is not sent before its time', async () => {
    const to = address();
    await queue(certificateFor(to, { notBefore: new Date(Date.now() + 3600_000).toISOString() }));
    await send();
    expect(catcher.to(to)).toEqual([]);
  });

  test('waits for the learner\'s morning, unless somebody waits for it', async () => {
    const [asleep, waiting] = [address(), address()];
    await queue(certificateFor(asleep, { timeZone: zoneAt(3) }));
    await queue({ organisationId, to: waiting, kind: 'magic-link', key: waiting, timeZone: zoneAt(3), data: { name: 'Lea', link: 'https://learn.example.org/sign-in/0123456789abcdef', minutes: '15' } });
    await send();
    expect(catcher.to(asleep)).toEqual([]);
    const { nextAt, state, reason } = await row(asleep);
    expect({ state, reason }).toEqual({ state: 'QUEUED', reason: 'It waits for the end of quiet hours.' });
    expect((Date.parse(nextAt ?? '') - Date.now()) / 3600_000).toBeCloseTo(4.5, 0);
    expect(catcher.to(waiting)).toHaveLength(1);
    // Whoever can read it could sign in: once it is sent it is not kept.
    expect(JSON.stringify(await row(waiting))).not.toContain('0123456789abcdef');
    expect(catcher.to(waiting)[0]?.mail.headers.has('list-unsubscribe')).toBe(false);
  });

  test('is a bounce with the server\'s words where the address is refused, and is not tried again', async () => {
    const to = address();
    catcher.recipient = (at) => { if (at === to) throw new Refusal(550, '5.1.1 No such person here'); };
    await queue(certificateFor(to));
    await send();
    expect(await row(to)).toMatchObject({ state: 'BOUNCED', reason: expect.stringContaining('No such person here'), nextAt: null });
  });

  test('waits longer each time the server wants it later, is the same mail then, and is given up at last', async () => {
    const to = address();
    catcher.recipient = (at) => { if (at === to) throw new Refusal(451, '4.3.0 Try later'); };
    await queue(certificateFor(to));
    await send();
    const first = await row(to);
    expect(first).toMatchObject({ state: 'QUEUED', tries: 1, reason: expect.stringContaining('Try later') });
    await waitOver(to);
    await send();
    const second = await row(to);
    expect(Date.parse(second.nextAt ?? '') - Date.now()).toBeGreaterThan(90_000);
    await server.app.get(Database).write((manager) => manager.update(MailRow, { toAddress: to }, { tries: 15 }));
    await waitOver(to);
    await send();
    expect(await row(to)).toMatchObject({ state: 'FAILED', reason: expect.stringContaining('Given up after 16 tries') });
  });
});
