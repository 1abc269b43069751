import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { mailKinds } from '../kinds/registry.js';
import { MailRow } from '../mail.entity.js';

/** How long a server may take until the mail is handed over, and from then on to hear an answer; whoever is silent for longer has gone. */
const leaseMs = 120_000;
const answerMs = 360_000;
type End = Pick<MailRow, 'state'> & Partial<Pick<MailRow, 'reason' | 'nextAt' | 'tries' | 'sentAt' | 'handedAt' | 'body' | 'data'>>;

/** A mail that somebody else is sending by now: what was to be written about it is not for us to write. */
export class LeaseLost extends Error {}

/**
 * The queue's side of sending. A mail belongs to whoever holds its lease, a word made for this one try; every write
 * asks for it, so that two servers on one database never both send. States only go the ways that are here.
 */
@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  /** Whether anything is due. */
  async due(now: Date = new Date()): Promise<boolean> { return this.database.read.exists(MailRow, { where: { nextAt: LessThanOrEqual(now.toISOString()) } }); }

  /** The mail that has been due longest, for us alone from now on; null: nothing is due. */
  async claim(now: Date = new Date()): Promise<MailRow | null> {
    const lease = randomUUID();
    const skip = this.database.engine === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
    const p = (n: number) => this.database.parameter(n);
    const [claimed] = await this.database.writeRaw((sql) => sql.query(
      `UPDATE "mail" SET "state" = 'SENDING', "tries" = "tries" + 1, "lease" = ${p(1)}, "next_at" = ${p(2)} WHERE "id" = (SELECT "id" FROM "mail" WHERE "next_at" <= ${p(3)} ORDER BY "next_at" LIMIT 1${skip}) RETURNING "id"`,
      [lease, new Date(now.getTime() + leaseMs).toISOString(), now.toISOString()],
    ), { atOnce: true });
    return claimed === undefined ? null : this.database.read.findOneBy(MailRow, { id: String(claimed['id']), lease });
  }

  /** Notes that all but the closing dot is sent. Throws LeaseLost where the mail is not ours any more: then the dot must not follow. */
  async handing(mail: MailRow, now: Date = new Date()): Promise<void> {
    const { affected } = await this.database.write((manager) => manager.update(MailRow, mine(mail), { handedAt: now.toISOString(), nextAt: new Date(now.getTime() + answerMs).toISOString() }));
    if (affected !== 1) throw new LeaseLost(`Mail ${mail.id} is sent by another server.`);
  }

  /** The mail server has it. Said even where we were thought gone meanwhile, for it is true. */
  async sent(mail: MailRow, says: string, now: Date = new Date()): Promise<void> {
    const end: End = { state: 'SENT', sentAt: now.toISOString(), reason: says.slice(0, 500), ...withoutSecrets(mail) };
    await this.database.write(async (manager) => {
      await this.#end(manager, mine(mail), end);
      await this.#end(manager, { id: mail.id, state: 'UNSURE', handedAt: Not(IsNull()) }, end);
    });
  }

  /** To be tried again at `nextAt`; `counted`: this was a try. */
  async later(mail: MailRow, nextAt: Date, reason: string | null, counted: boolean): Promise<void> {
    await this.database.write((manager) => this.#end(manager, mine(mail), { state: 'QUEUED', nextAt: nextAt.toISOString(), reason, tries: counted ? mail.tries : mail.tries - 1, handedAt: null }));
  }

  /** Over, and not sent as far as anybody knows. */
  async ended(mail: MailRow, state: 'UNSURE' | 'BOUNCED' | 'FAILED' | 'SUPPRESSED' | 'OVERTAKEN', reason: string): Promise<void> {
    await this.database.write((manager) => this.#end(manager, mine(mail), { state, reason, handedAt: state === 'UNSURE' ? mail.handedAt ?? new Date().toISOString() : mail.handedAt }));
  }

  async #end(manager: EntityManager, where: Parameters<EntityManager['update']>[1], end: End): Promise<void> {
    await manager.update(MailRow, where as never, { lease: null, nextAt: null, ...end });
  }
}

const mine = ({ id, lease }: MailRow) => ({ id, lease: lease ?? '' });

/** What was sent may be read by staff afterwards; a link that signs in may not. */
export function withoutSecrets({ kind, body, data }: MailRow): Pick<MailRow, 'body' | 'data'> {
  const secrets = Object.entries(mailKinds[kind].variables).filter(([, { secret }]) => secret === true).map(([name]) => name);
  return {
    body: secrets.reduce((text, name) => ((data[name] ?? '') === '' ? text : text.replaceAll(data[name] ?? '', hidden)), body),
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, secrets.includes(name) ? hidden : value])),
  };
}
export const hidden = '[a link that only the recipient was shown]';
