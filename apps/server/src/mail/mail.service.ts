import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { LanguagesService } from './languages.service.js';
import { type MailData, type MailKindName, mailKinds } from './kinds/registry.js';
import { MailRow, MailTemplateRow } from './mail.entity.js';
import { type Overtaken, Relevance } from './sending/relevance.js';
import { fillTemplate, oneLine } from './template.js';

export type { Overtaken } from './sending/relevance.js';
/** A mail that is to be sent. */
export type NewMail<K extends MailKindName = MailKindName> = { [N in K]: MailOf<N> }[K];
interface MailOf<K extends MailKindName> {
  organisationId: string;
  /** Whose mail it is; left out: of somebody who has no account yet. */
  accountId?: string | null;
  to: string;
  kind: K;
  /** A text for each variable of the kind. */
  data: MailData<K>;
  /** What it is about, such as `certificate/ENROLMENT`: in one organisation the same is never queued twice. At most 300 characters. */
  key: string;
  /** Not to be sent before, ISO 8601 UTC; left out: at once. */
  notBefore?: string | null;
  /** Of no use from this moment on, ISO 8601 UTC; left out: as its kind says. */
  notAfter?: string | null;
  cohortId?: string | null;
  enrolmentId?: string | null;
  /** As `languageOf` says; English where it is left out, and where the kind has no words of it. */
  language?: string | null;
  /** IANA name of the learner's zone, else of the cohort's, for quiet hours. */
  timeZone?: string | null;
}

/** The outbox. What is queued in a transaction is sent once that is committed, and not at all if it isn't. */
@Injectable()
export class MailService {
  constructor(private readonly database: Database, private readonly relevance: Relevance, private readonly languages: LanguagesService) {}

  /** Has mails of these kinds looked at again just before they are sent. */
  askBeforeSending(kinds: readonly MailKindName[], overtaken: Overtaken): void { this.relevance.ask(kinds, overtaken); }

  /** The language in which somebody is written to: the one that she chose, else `preferred` if the organisation writes in it, else the organisation's first. null: of somebody without an account. */
  async languageOf(organisationId: string, accountId: string | null, preferred: string | null = null): Promise<string> {
    const wanted = accountId === null ? undefined : (await this.languages.wanted([accountId])).get(accountId);
    return wanted ?? await this.languages.usual(organisationId, preferred);
  }

  /** As `languageOf`, of many people in one statement. */
  async languagesOf(organisationId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    const [wanted, usual] = await Promise.all([this.languages.wanted(accountIds), this.languages.usual(organisationId, null)]);
    return new Map(accountIds.map((id) => [id, wanted.get(id) ?? usual]));
  }

  /** Queues a mail within the caller's transaction; false: there is one with this key already, and nothing was done. */
  async queue(manager: EntityManager, mail: NewMail): Promise<boolean> {
    return (await this.queueMany(manager, [mail])) === 1;
  }

  /** As `queue`, for many mails in few statements; says how many were new. */
  async queueMany(manager: EntityManager, mails: readonly NewMail[], now: Date = new Date()): Promise<number> {
    if (mails.length === 0) return 0;
    const written = await manager.findBy(MailTemplateRow, { organisationId: In([...new Set(mails.map(({ organisationId }) => organisationId))]), kind: In([...new Set(mails.map(({ kind }) => kind))]) });
    const rows = mails.map((mail) => rowOf(mail, written, now));
    await this.database.insertMany(manager, 'mail', rows, '("organisation_id", "key") DO NOTHING');
    let made = 0;
    for (let from = 0; from < rows.length; from += 500) made += await manager.countBy(MailRow, { id: In(rows.slice(from, from + 500).map(({ id }) => id)) });
    return made;
  }

  /** When a mail of this kind was last queued about each enrolment of a cohort; none where there was none. */
  async lastQueued(cohortId: string, kind: MailKindName): Promise<Map<string, string>> {
    const rows = await this.database.read.createQueryBuilder(MailRow, 'm').select('m.enrolmentId', 'enrolment').addSelect('MAX(m.queuedAt)', 'at')
      .where('m.cohortId = :cohortId AND m.kind = :kind AND m.enrolmentId IS NOT NULL', { cohortId, kind }).groupBy('m.enrolmentId').getRawMany<{ enrolment: string; at: string }>();
    return new Map(rows.map(({ enrolment, at }) => [enrolment, at]));
  }
}

function rowOf(mail: NewMail, written: readonly MailTemplateRow[], now: Date): Record<string, string | number | null> & { id: string } {
  const kind = mailKinds[mail.kind];
  const data = Object.fromEntries(Object.keys(kind.variables).map((name) => [name, oneLine((mail.data as Record<string, string>)[name] ?? '')]));
  const { language, ...template } = templateOf(mail, written);
  const { subject, text } = fillTemplate(template, data);
  const queuedAt = now.toISOString();
  const from = mail.notBefore ?? queuedAt;
  return {
    id: newId(), organisation_id: mail.organisationId, account_id: mail.accountId ?? null, cohort_id: mail.cohortId ?? null, enrolment_id: mail.enrolmentId ?? null,
    kind: mail.kind, key: mail.key, to_address: mail.to.toLowerCase(), data: JSON.stringify(data), language, subject, body: text,
    state: 'QUEUED', next_at: from, expires_at: mail.notAfter ?? new Date(Date.parse(from) + kind.usefulSeconds * 1000).toISOString(), time_zone: mail.timeZone ?? null,
    tries: 0, lease: null, handed_at: null, queued_at: queuedAt, sent_at: null, reason: null,
  };
}

/** The organisation's own words in this language, else the kind's, else the same in English. */
function templateOf({ organisationId, kind, language }: NewMail, written: readonly MailTemplateRow[]): { language: string; subject: string; text: string } {
  for (const wanted of [language ?? 'en', 'en']) {
    const own = written.find((row) => row.organisationId === organisationId && row.kind === kind && row.language === wanted);
    if (own !== undefined && own.body !== '') return { language: wanted, subject: own.subject, text: own.body };
    const given = mailKinds[kind].templates[wanted];
    if (given !== undefined) return { language: wanted, ...given };
  }
  return { language: 'en', ...mailKinds[kind].templates.en };
}
