import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { OrganisationsService } from '../../apps/server/src/identity/organisations/organisations.service.js';
import { MailRow } from '../../apps/server/src/mail/mail.entity.js';
import { MailService, type NewMail } from '../../apps/server/src/mail/mail.service.js';
import { MailSender } from '../../apps/server/src/mail/sending/sender.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { RemindersService } from '../../apps/server/src/reminders/reminders.service.js';
import { Classroom } from './classroom.js';
import { MailCatcher, Refusal } from './mail-catcher.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let catcher: MailCatcher;
let server: TestServer;
let admin: Client;
let organisationId: string;
beforeAll(async () => {
  catcher = await MailCatcher.open();
  server = await startServer({ SMTP_URL: catcher.url, PUBLIC_URL: 'https://learn.example.org', MAIL_FROM: 'school@example.org', BOUNCE_ADDRESS: 'bounces@learn.example.org', BOUNCE_TOKEN: 'a token of the mail server' });
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

describe('a recipient', () => {
  test('unsubscribes with one click of her mail program, or on a page, and staff see it', async () => {
    const to = administrator.email;
    await queue(certificateFor(to));
    await send();
    const [caught] = catcher.to(to);
    const header = caught?.raw.replaceAll(/\r\n[ \t]+/g, '') ?? '';
    expect(header).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const link = /^List-Unsubscribe: <https:\/\/learn\.example\.org(\/unsubscribe\?of=[^>]+)>\r$/m.exec(header)?.[1] ?? '';
    expect(caught?.mail.text).toContain(link);
    const stranger = server.client();
    // Whoever only looks, such as a program that checks links, changes nothing.
    expect(await (await stranger.fetch(link)).text()).toContain('Send me no more of them');
    await queue(certificateFor(to, { key: 'second' }));
    await send();
    expect(catcher.to(to)).toHaveLength(2);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await stranger.fetch(link, { method: 'POST', body: form })).status).toBe(200);
    await queue(certificateFor(to, { key: 'third' }));
    await send();
    expect(catcher.to(to)).toHaveLength(2);
    expect(await admin.must('{ viewer { account { unsubscribed { category } } } mails(filter: { state: SUPPRESSED }) { nodes { toAddress reason } } }')).toEqual({
      viewer: { account: { unsubscribed: [{ category: 'certificates' }] } }, mails: { nodes: [{ toAddress: to, reason: 'The recipient has unsubscribed from mails like this.' }] },
    });
    expect(await (await stranger.fetch(link)).text()).toContain('You have unsubscribed');
    await stranger.fetch(link, { method: 'POST', body: new URLSearchParams({ again: 'yes' }) });
    expect(await admin.must('{ viewer { account { unsubscribed { category } } } }')).toEqual({ viewer: { account: { unsubscribed: [] } } });
    const forged = `${link.slice(0, -4)}AAAA`;
    expect([(await stranger.fetch(forged)).status, (await stranger.fetch(forged, { method: 'POST', body: form })).status, (await stranger.fetch('/unsubscribe?of=x', { method: 'POST', body: form })).status]).toEqual([404, 404, 404]);
  });
});

describe('a mail that comes back', () => {
  const token = 'a token of the mail server';
  const dsn = async (id: string, to: string) => (await readFile('test/fixtures/mails/postfix-failed.eml', 'utf8')).replaceAll('{id}', id).replaceAll('{to}', to);
  const report = async (client: Client, body: string, headers: Record<string, string> = {}) => {
    const response = await client.fetch('/mails/bounces', { method: 'POST', body, headers: { 'content-type': 'message/rfc822', ...headers } });
    return { status: response.status, body: await response.json() as { outcome?: string; mails?: unknown[]; code?: string } };
  };
  const trouble = '{ accounts(first: 100) { nodes { account { email mailTrouble { mailId reason } } } } }';
  const troubleOf = async (email: string) => (await admin.must<{ accounts: { nodes: { account: { email: string; mailTrouble: object | null } }[] } }>(trouble)).accounts.nodes.find(({ account }) => account.email === email)?.account.mailTrouble;

  test('is told by the mail server, by an address of its own; the desk and the person show it until another arrives', async () => {
    const to = address();
    const { id: accountId } = await server.app.get(IdentityService).invite(Actor.system(organisationId), { email: to, name: 'Lea', roles: ['LEARNER'] });
    await queue(certificateFor(to, { accountId }));
    await send();
    const { id } = await row(to);
    expect(catcher.to(to)[0]?.from).toBe(`bounces+${id}@learn.example.org`);
    expect(await troubleOf(to)).toBeNull();
    const machine = server.client();
    const text = await dsn(id, to);
    expect((await report(machine, text, { authorization: 'Bearer something else' })).status).toBe(401);
    expect(await report(machine, text, { authorization: `Bearer ${token}` })).toEqual({ status: 200, body: { outcome: 'bounced', mails: [{ id, toAddress: to }] } });
    expect(await report(machine, text, { authorization: `Bearer ${token}` })).toEqual({ status: 200, body: { outcome: 'nothing', mails: [] } });
    expect(await row(to)).toMatchObject({ state: 'BOUNCED', reason: `550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table` });
    expect(await troubleOf(to)).toEqual({ mailId: id, reason: expect.stringContaining('User unknown') });
    await queue(certificateFor(to, { accountId, key: 'after it was mended' }));
    await send();
    expect(await troubleOf(to)).toBeNull();
  });

  test('is read by a coordinator from her own mailbox, for mails of her organisation alone', async () => {
    const [to, delayed] = [address(), address()];
    await queue(certificateFor(to));
    await queue(certificateFor(delayed));
    await send();
    const text = await dsn((await row(to)).id, to);
    const { id: elsewhere } = await server.app.get(IdentityService).createOrganisation('Elsewhere');
    await server.app.get(IdentityService).invite(Actor.system(elsewhere), { email: 'noor@elsewhere.example', name: 'Noor', roles: ['COORDINATOR'], password: administrator.password });
    const noor = await server.signedIn('noor@elsewhere.example');
    expect(await report(noor, text)).toEqual({ status: 200, body: { outcome: 'nothing', mails: [] } });
    expect((await report(server.client(), text)).status).toBe(401);
    expect((await report(admin, 'Subject: I am away\n\nUntil Monday.')).status).toBe(422);
    // A mailbox that handed it on says the address that it went to at last.
    expect((await report(admin, text.replaceAll(/: rfc822; ?.*@.*/g, ': rfc822; lea@elsewhere.example'))).body.outcome).toBe('bounced');
    expect(await row(to)).toMatchObject({ state: 'BOUNCED' });
    expect((await report(admin, (await dsn((await row(delayed)).id, delayed)).replace('Action: failed', 'Action: delayed'))).body.outcome).toBe('delayed');
    expect(await row(delayed)).toMatchObject({ state: 'SENT', reason: expect.stringMatching(/^Delayed on its way/) });
  });
});

describe('people', () => {
  const person = async (name: string) => {
    const email = address();
    const { id } = await server.app.get(IdentityService).invite(Actor.system(organisationId), { email, name, roles: ['LEARNER'], password: administrator.password });
    return { email, id, client: await server.signedIn(email) };
  };
  const wishes = '{ viewer { mailWishes { language languages categories { category wanted } } } }';

  test('are written to in the language that they chose, else in one of the organisation\'s', async () => {
    const lea = await person('Lea');
    expect((await lea.client.must(wishes) as unknown as { viewer: { mailWishes: object } }).viewer.mailWishes).toEqual({ language: null, languages: ['en', 'es', 'fr', 'de', 'ar'], categories: [{ category: 'reminders', wanted: true }, { category: 'certificates', wanted: true }] });
    expect((await lea.client.ask('mutation { setMailLanguage(language: "xx") { language } }')).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: ['language'] });
    await lea.client.must('mutation { setMailLanguage(language: "ar") { language } }');
    await server.client().ask('mutation ($email: String!) { requestSignInLink(email: $email) }', { email: lea.email });
    for (let n = 0; n < 50 && catcher.to(lea.email).length === 0; n += 1) { await new Promise((resolve) => { setTimeout(resolve, 20); }); await send(); }
    const [caught] = catcher.to(lea.email);
    expect(caught?.mail.subject).toBe('رابط تسجيل الدخول');
    expect(caught?.mail.html).toContain('dir="rtl"');
    expect(caught?.mail.headers.get('content-language')).toBe('ar');
    await lea.client.must('mutation { setMailLanguage { language } }');
    const [mails, organisations] = [server.app.get(MailService), server.app.get(OrganisationsService)];
    const { id: school } = await server.app.get(IdentityService).createOrganisation('Une école');
    await organisations.save(Actor.system(school), { ...await organisations.settings(school), languages: ['fr', 'pt-BR', 'ar'] }, 0);
    const languageOf = (preferred: string | null) => mails.languageOf(school, lea.id, preferred);
    expect([await languageOf(null), await languageOf('ar'), await languageOf('de'), await languageOf('pt')]).toEqual(['fr', 'ar', 'fr', 'pt']);
    // There are no words of ours in Portuguese: the mail is in English until the organisation writes some.
    const to = address();
    await queue({ ...certificateFor(to), organisationId: school, language: 'pt' });
    expect(await row(to)).toMatchObject({ language: 'en', subject: 'Your certificate: First & last' });
  });

  test('say on their account\'s page what they want, and take back what a link did; staff read it and cannot', async () => {
    const lea = await person('Lea Moreau');
    const set = (wanted: boolean) => lea.client.must('mutation ($wanted: Boolean!) { setMailWanted(category: "certificates", wanted: $wanted) { categories { category wanted } } }', { wanted });
    expect(await set(false)).toEqual({ setMailWanted: { categories: [{ category: 'reminders', wanted: true }, { category: 'certificates', wanted: false }] } });
    const listed = () => admin.must('{ unsubscribedAddresses { totalCount nodes { address name category } } }');
    expect(await listed()).toEqual({ unsubscribedAddresses: { totalCount: 1, nodes: [{ address: lea.email, name: 'Lea Moreau', category: 'certificates' }] } });
    await queue(certificateFor(lea.email));
    await send();
    expect(await row(lea.email)).toMatchObject({ state: 'SUPPRESSED' });
    await set(true);
    expect(await listed()).toEqual({ unsubscribedAddresses: { totalCount: 0, nodes: [] } });
    await queue(certificateFor(lea.email, { key: 'wanted again' }));
    await send();
    expect(catcher.to(lea.email)).toHaveLength(1);
    expect((await lea.client.ask('mutation { setMailWanted(category: "transactional", wanted: false) { language } }')).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: ['category'] });
    expect((await lea.client.ask('{ unsubscribedAddresses { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the desk', () => {
  const mailsTo = (to: string) => admin.must<{ mails: { nodes: { id: string; state: string; body: string }[] } }>('query ($to: String!) { mails(filter: { address: $to }) { nodes { id state body reason } } }', { to });
  const again = 'mutation ($id: ID!) { sendMailAgain(id: $id) { id state } }';

  test('sends again what bounced as itself, and what was sent as another mail, but no link that signs in', async () => {
    const [bounced, invited] = [address(), address()];
    catcher.recipient = (at) => { if (at === bounced) throw new Refusal(550, '5.1.1 Not yet here'); };
    await queue(certificateFor(bounced));
    await queue({ organisationId, to: invited, kind: 'invitation', key: invited, data: { name: 'Nia', inviter: 'Noor', organisation: 'A school', link: 'https://learn.example.org/join/abcdefghijk', expires: 'Friday' } });
    expect((await mailsTo(invited)).mails.nodes[0]?.body).not.toContain('abcdefghijk');
    await send();
    catcher.recipient = () => undefined;
    const [{ id } = { id: '' }] = (await mailsTo(bounced)).mails.nodes;
    expect(await admin.must(again, { id })).toEqual({ sendMailAgain: { id, state: 'QUEUED' } });
    expect((await admin.ask(again, { id })).errors[0]?.extensions.code).toBe('NOT_ENDED');
    await send();
    expect(catcher.to(bounced)).toHaveLength(1);
    await admin.must(again, { id });
    await send();
    expect(new Set(catcher.to(bounced).map((caught) => caught.id)).size).toBe(2);
    expect((await admin.ask(again, { id: (await mailsTo(invited)).mails.nodes[0]?.id })).errors[0]?.extensions.code).toBe('SECRET_FORGOTTEN');
    expect(catcher.to(invited)[0]?.mail.text).toContain('abcdefghijk');
  });

  test('changes a template, says where it is wrong, shows and tries it with the last mail, and takes it back', async () => {
    const input = { kind: 'certificate', language: 'en', subject: 'Done: {course}', text: 'Dear {name},\n\n{link} and {{this}}' };
    const wrong = await admin.ask('mutation ($input: MailTemplateInput!) { saveMailTemplate(input: $input, revision: 0) { own } }', { input: { ...input, text: 'Dear\n  {nmae}' } });
    expect(wrong.errors[0]).toMatchObject({ message: expect.stringMatching(/^Line 2, character 3 of the text: There is no \{nmae\} here/), extensions: { code: 'TEMPLATE_FAULTY', path: ['input', 'text'] } });
    expect(await admin.must('query ($input: MailTemplateInput!) { mailPreview(input: $input) { subject text faults { line } } }', { input })).toEqual({ mailPreview: { subject: 'Done: First & last', text: 'Dear Lea <b>Moreau</b>,\n\nhttps://learn.example.org/home and {this}', faults: [] } });
    const before = catcher.to(administrator.email).length;
    await admin.must('mutation ($input: MailTemplateInput!) { sendTestMail(input: $input) }', { input });
    await send();
    expect(catcher.to(administrator.email)[before]?.mail.subject).toBe('[Test] Done: First & last');
    await admin.must('mutation ($input: MailTemplateInput!) { saveMailTemplate(input: $input, revision: 0) { own } }', { input });
    expect((await admin.ask('mutation ($input: MailTemplateInput!) { saveMailTemplate(input: $input, revision: 0) { own } }', { input })).errors[0]?.extensions.code).toBe('CONFLICT');
    const to = address();
    await queue(certificateFor(to));
    await send();
    expect(catcher.to(to)[0]?.mail.subject).toBe('Done: First & last');
    expect(await admin.must('mutation { resetMailTemplate(kind: "certificate", language: "en", revision: 1) { own subject revision } }')).toEqual({ resetMailTemplate: { own: false, subject: 'Your certificate: {course}', revision: 2 } });
  });

  test('is closed to learners', async () => {
    await server.app.get(IdentityService).invite(Actor.system(organisationId), { email: 'lea@example.org', name: 'Lea', roles: ['LEARNER'], password: administrator.password });
    expect((await (await server.signedIn('lea@example.org')).ask('{ mails { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await server.client().ask('{ mails { totalCount } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a cohort\'s reminders', () => {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

  test('go to whoever they are for, once, and only where somebody wants them', async () => {
    const room = await Classroom.open(server, 'existing', 'reminded');
    const { createCohort } = await admin.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Spring', courseVersion: room.version, startsOn: day(-20), endsOn: day(2), timeZone: zoneAt(13) } });
    const to = address();
    await admin.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort: createCohort.id, email: to, name: 'Lea' } });
    const reminders = server.app.get(RemindersService);
    expect(await reminders.round()).toBe(0);
    const set = (kind: string, days: number, enabled = true) => admin.ask('mutation ($cohort: ID!, $kind: ReminderKind!, $days: Int!, $enabled: Boolean!) { setReminder(cohort: $cohort, kind: $kind, enabled: $enabled, days: $days) { kind enabled days } }', { cohort: createCohort.id, kind, days, enabled });
    expect((await set('DEADLINE', 0)).errors[0]).toMatchObject({ message: 'At least one day.', extensions: { code: 'BAD_INPUT', path: ['days'] } });
    await set('DEADLINE', 3);
    expect(await Promise.all([reminders.round(), reminders.round()])).toContain(1);
    expect(await reminders.round()).toBe(0);
    await send();
    expect(catcher.to(to)).toHaveLength(1);
    expect(catcher.to(to)[0]?.mail.text).toMatch(/^Hello Lea,\n\n.* \(Spring\) is to be done by \w+,? \d+ \w+ \d{4}/);
    await set('BEHIND', 7);
    expect(await reminders.round(new Date(Date.now() + 86_400_000))).toBeGreaterThanOrEqual(0);
    await set('DEADLINE', 3, false);
    expect(await admin.must('query ($id: ID!) { cohort(id: $id) { reminders { kind enabled } } mails(filter: { cohort: $id, kind: "reminder-deadline" }) { totalCount } }', { id: createCohort.id })).toMatchObject({ mails: { totalCount: 1 }, cohort: { reminders: [{ kind: 'STARTS', enabled: false }, { kind: 'BEHIND', enabled: true }, { kind: 'SESSION', enabled: false }, { kind: 'DEADLINE', enabled: false }] } });
  });

  test('are looked at again when they are sent: whoever has left or has more time gets none', async () => {
    const room = await Classroom.open(server, 'existing', 'overtaken');
    const { createCohort: { id: cohort } } = await admin.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Autumn', courseVersion: room.version, startsOn: day(-20), endsOn: day(2), timeZone: zoneAt(13) } });
    const people = [address(), address(), address()];
    const enrolments = await Promise.all(people.map(async (email) => (await admin.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort, email, name: 'Lea' } })).enrol.id));
    await admin.must('mutation ($cohort: ID!) { setReminder(cohort: $cohort, kind: DEADLINE, enabled: true, days: 3) { kind } }', { cohort });
    expect(await server.app.get(RemindersService).round()).toBe(3);
    await admin.must('mutation ($id: ID!) { withdrawLearner(enrolment: $id) { id } }', { id: enrolments[0] });
    await admin.must('mutation ($id: ID!, $on: String!) { extendDeadline(enrolment: $id, input: { dueOn: $on, reason: "ill" }) { id } }', { id: enrolments[1], on: day(40) });
    await send();
    expect(await Promise.all(people.map(async (to) => { const { state, reason } = await row(to); return `${state}: ${reason?.split(' ').slice(0, 4).join(' ')}`; }))).toEqual(['OVERTAKEN: The learner has left', 'OVERTAKEN: What it reminds of', expect.stringMatching(/^SENT/)]);
    expect(people.map((to) => catcher.to(to).length)).toEqual([0, 0, 1]);
    await admin.must('mutation ($cohort: ID!) { setReminder(cohort: $cohort, kind: DEADLINE, enabled: false, days: 3) { kind } }', { cohort });
  });
});
