import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailKindName } from './kinds/registry.js';

/**
 * QUEUED: to be sent at `next_at`. SENDING: a server is at it until `next_at`. UNSURE: handed over whole, and no answer was recorded.
 * BOUNCED: the address does not take mail. FAILED: given up, or no longer of use. SUPPRESSED: the learner unsubscribed.
 * OVERTAKEN: when its time had come, what it says was not so any more.
 */
export const mailStates = ['QUEUED', 'SENDING', 'SENT', 'UNSURE', 'BOUNCED', 'FAILED', 'SUPPRESSED', 'OVERTAKEN'] as const;
export type MailState = (typeof mailStates)[number];

/** One mail to one address: the outbox, and afterwards the record of what was sent. */
@Entity('mail')
export class MailRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('text', { name: 'enrolment_id', nullable: true }) enrolmentId!: string | null;
  @Column('text') kind!: MailKindName;
  /** What the mail is about, in the words of whoever queued it: the same is never queued twice in an organisation. */
  @Column('text') key!: string;
  /** Lower case. */
  @Column('text', { name: 'to_address' }) toAddress!: string;
  /** What its template was filled with; once sent, without secrets. */
  @Column('simple-json') data!: Record<string, string>;
  /** Which of the organisation's languages it is written in. */
  @Column('text') language!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('text') state!: MailState;
  /** When somebody looks at it next: to send it (QUEUED), or because whoever was sending it has gone (SENDING); null: never. */
  @Column('text', { name: 'next_at', nullable: true }) nextAt!: string | null;
  /** After this it is of no use to anybody, and is not sent. */
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
  /** Whose quiet hours hold, an IANA name; null: the organisation's. */
  @Column('text', { name: 'time_zone', nullable: true }) timeZone!: string | null;
  /** How often a mail server was asked to take it. */
  @Column('integer') tries!: number;
  /** Who is sending it, a word made for one try; whoever holds another one may write nothing. */
  @Column('text', { nullable: true }) lease!: string | null;
  /** When the last byte but the closing dot was sent: from here to the answer nobody can know whether it arrived. */
  @Column('text', { name: 'handed_at', nullable: true }) handedAt!: string | null;
  @Column('text', { name: 'queued_at' }) queuedAt!: string;
  @Column('text', { name: 'sent_at', nullable: true }) sentAt!: string | null;
  /** What happened last, for people. */
  @Column('text', { nullable: true }) reason!: string | null;
}

/** What an organisation writes instead of a kind's own words; an empty body: it took that back. */
@Entity('mail_template')
export class MailTemplateRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') kind!: MailKindName;
  @PrimaryColumn('text') language!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
}

/** An address that wants no mail of a category from an organisation. */
@Entity('mail_unsubscribe')
export class UnsubscribeRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  /** Lower case. */
  @PrimaryColumn('text') address!: string;
  @PrimaryColumn('text') category!: string;
  @Column('text') at!: string;
}

/** In which language somebody wants her mails, whichever organisation they are from. */
@Entity('mail_language')
export class MailLanguageRow {
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @Column('text') language!: string;
}

/** How an organisation sends: when it is night. */
@Entity('mail_settings')
export class MailSettingsRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  /** HH:MM; the same twice: never quiet. */
  @Column('text', { name: 'quiet_from' }) quietFrom!: string;
  @Column('text', { name: 'quiet_to' }) quietTo!: string;
  @Column('integer') revision!: number;
}

/** The one key that links to unsubscribe are signed with; made when it is first needed. */
@Entity('mail_secret')
export class MailSecretRow {
  @PrimaryColumn('integer') id!: number;
  @Column('text') secret!: string;
}

export const mailEntities = [MailRow, MailTemplateRow, UnsubscribeRow, MailLanguageRow, MailSettingsRow, MailSecretRow];
