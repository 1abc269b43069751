import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { mailErrors } from '../errors.js';
import { MailRow } from '../mail.entity.js';
import { type DeliveryReport, readDeliveryReport, type ReportedRecipient } from './delivery-report.js';

/** What a report said of a mail of ours. `nothing`: no mail of ours is meant, or it was known, or it arrived. */
export interface Noted { outcome: 'bounced' | 'delayed' | 'nothing'; mails: { id: string; toAddress: string }[] }
/** A mail whose address took none the last time. */
export interface Trouble { mailId: string; at: string; reason: string }

const mailId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi;

/** Mails that a mail server took and could not deliver: it says so later, in a mail of its own (RFC 3464). */
@Injectable()
export class BouncesService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** Notes what a report says. `actor`: null where it came from the mail server, which reports mails of every organisation. */
  async note(actor: Actor | null, raw: Buffer): Promise<Noted> {
    const report = readDeliveryReport(raw);
    if (report === null) throw mailErrors.NOT_A_REPORT();
    const ids = [...new Set(report.clues.flatMap((clue) => clue.match(mailId) ?? []).map((id) => id.toLowerCase()))].slice(0, 50);
    const found = ids.length === 0 ? [] : await this.database.read.findBy(MailRow, { id: In(ids), ...(actor === null ? {} : { organisationId: actor.organisationId }) });
    const noted: Noted = { outcome: 'nothing', mails: [] };
    for (const mail of found) {
      const told = toldOf(report, mail);
      if (told === null || (mail.state !== 'SENT' && mail.state !== 'UNSURE')) continue;
      if (told.action === 'failed') await this.#bounced(actor, mail, sentence(told));
      else if (told.action === 'delayed') await this.database.write((manager) => manager.update(MailRow, { id: mail.id, state: mail.state }, { reason: `Delayed on its way: ${sentence(told)}`.slice(0, 500) }));
      else continue;
      noted.outcome = told.action === 'failed' ? 'bounced' : noted.outcome === 'bounced' ? 'bounced' : 'delayed';
      noted.mails.push({ id: mail.id, toAddress: mail.toAddress });
    }
    return noted;
  }

  /** Whose address took no mail the last time, by account; batched within a request. */
  async trouble(actor: Actor, accountId: string): Promise<Trouble | null> {
    return actor.loader<Trouble>('mail.trouble', async (ids) => {
      const last = await this.database.read.createQueryBuilder(MailRow, 'm').select('MAX(m.id)', 'id')
        .where('m.organisationId = :organisation AND m.accountId IN (:...ids) AND m.state IN (:...states)', { organisation: actor.organisationId, ids: [...ids], states: ['SENT', 'BOUNCED'] })
        .groupBy('m.accountId').getRawMany<{ id: string }>();
      const rows = last.length === 0 ? [] : await this.database.read.findBy(MailRow, { id: In(last.map(({ id }) => id)), state: 'BOUNCED' });
      return new Map(rows.map((row) => [row.accountId ?? '', { mailId: row.id, at: row.sentAt ?? row.queuedAt, reason: row.reason ?? 'The address takes no mail.' }]));
    }).load(accountId);
  }

  async #bounced(actor: Actor | null, mail: MailRow, reason: string): Promise<void> {
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(MailRow, { id: mail.id, state: mail.state }, { state: 'BOUNCED', reason, nextAt: null, lease: null });
      if (affected !== 1) return;
      await this.audit.record(manager, actor ?? Actor.system(mail.organisationId), { action: 'mail.bounced', subject: { type: 'mail', id: mail.id, label: mail.toAddress }, before: { state: mail.state }, after: { state: 'BOUNCED', reason } });
    });
  }
}

/** What the report says of whoever the mail went to. Each of our mails has one recipient, who may have it handed on to another address. */
function toldOf({ recipients }: DeliveryReport, { toAddress }: MailRow): ReportedRecipient | null {
  const [only, ...more] = recipients;
  return recipients.find(({ addresses }) => addresses.includes(toAddress)) ?? (more.length === 0 ? only ?? null : null);
}

const sentence = ({ status, says, addresses }: ReportedRecipient): string => `${says ?? `${addresses[0] ?? 'The address'} could not be reached.`}${status === null || says?.includes(status) === true ? '' : ` (${status})`}`.slice(0, 500);
