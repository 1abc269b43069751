import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ShorteningService } from '../../audit/shortening.service.js';
import { keptYears } from '../../credentials/keeping/kept-until.js';
import { Actor } from '../../identity/actor.js';
import { OrganisationsService } from '../../identity/organisations/organisations.service.js';
import { Forgetting } from '../../mail/forgetting.js';
import { Database } from '../../platform/database/database.js';
import { Schedule } from '../../schedule/schedule.js';
import { ErasingService } from '../erasing/erasing.service.js';
import { dayOf, daysBefore, type Periods, yearsBefore } from './periods.js';
import { RemovalService } from './removal.service.js';

/** Something that is kept for a time. */
export interface Line { what: string; period: string; /** moment before which it goes, ISO UTC; null: it stays for ever */ before: string | null; /** how many are past it */ rows: number }
const everySeconds = 6 * 3600;

/** What is past its time goes, by each organisation's periods; never a record that law wants kept. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly database: Database, private readonly schedule: Schedule, private readonly organisations: OrganisationsService, private readonly mails: Forgetting,
    private readonly trail: ShorteningService, private readonly removal: RemovalService, private readonly erasing: ErasingService,
  ) {}

  onModuleInit(): void { this.schedule.every('retention', everySeconds, (signal) => this.round(new Date(), signal)); }

  /** Removes what is past its time in every organisation. Bears being done twice, and being broken off. */
  async round(now: Date, signal?: AbortSignal): Promise<void> {
    await this.#remove('sign_in_session', 'expires_at < $', [now.toISOString()]);
    await this.#remove('sign_in_link', 'expires_at < $', [daysBefore(now, 1)]);
    for (const { id } of await this.database.read.query<{ id: string }[]>('SELECT id FROM organisation')) {
      if (signal?.aborted === true) return;
      const { retention } = await this.organisations.settings(id);
      await this.#apply(id, retention, now, signal);
    }
  }

  /** What would go now by these periods (null: those that hold), and what stays until when. */
  async preview(actor: Actor, asked: Periods | null, now: Date = new Date()): Promise<Line[]> {
    const { organisationId } = actor;
    const periods = asked ?? (await this.organisations.settings(organisationId)).retention;
    const [mails, trail] = [daysBefore(now, periods.mailDays), yearsBefore(now, periods.auditYears)];
    const records = periods.recordsYears === null ? null : yearsBefore(now, Math.max(keptYears, periods.recordsYears));
    const days = `${periods.mailDays} days`;
    let enrolments = 0;
    if (records !== null) for await (const past of this.removal.past(organisationId, dayOf(records), dayOf(now.toISOString()))) enrolments += past.length;
    return [
      { what: 'Mails that were sent', period: days, before: mails, rows: await this.mails.past(organisationId, mails) },
      { what: 'Invitations that were answered, withdrawn or ran out', period: days, before: mails, rows: await this.#count('invitation', endedInvitation, [organisationId, mails, mails, mails]) },
      { what: 'Lines of lists that were brought in', period: days, before: mails, rows: await this.#count('roster_row', oldRoster, [organisationId, mails]) },
      { what: 'Entries of the audit trail', period: years(periods.auditYears), before: trail, rows: await this.trail.past(organisationId, trail) },
      { what: 'Courses taken, with answers, scores, attendance and certificates', period: periods.recordsYears === null ? 'for ever' : years(periods.recordsYears), before: records, rows: enrolments },
    ];
  }

  async #apply(organisationId: string, periods: Periods, now: Date, signal?: AbortSignal): Promise<void> {
    const mails = daysBefore(now, periods.mailDays);
    await this.mails.remove(organisationId, mails);
    await this.#remove('invitation', endedInvitation, [organisationId, mails, mails, mails]);
    await this.#remove('roster_row', oldRoster, [organisationId, mails]);
    await this.trail.shorten(organisationId, yearsBefore(now, periods.auditYears));
    if (periods.recordsYears === null) return;
    const before = dayOf(yearsBefore(now, Math.max(keptYears, periods.recordsYears)));
    const touched = new Set<string>();
    for await (const past of this.removal.past(organisationId, before, dayOf(now.toISOString()))) {
      if (signal?.aborted === true) return;
      const files = await this.database.write((manager) => this.removal.remove(manager, organisationId, past));
      await this.removal.removeFiles(files);
      for (const { accountId } of past) touched.add(accountId);
    }
    // Whoever came for a course that is over, and does nothing else here, is let go of too.
    for (const accountId of touched) await this.erasing.letGo(Actor.system(organisationId), accountId);
  }

  async #count(table: string, where: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM "${table}" WHERE ${this.#numbered(where)}`, parameters);
    return Number(row?.n ?? 0);
  }
  #remove(table: string, where: string, parameters: unknown[]): Promise<unknown> {
    return this.database.write((manager) => manager.query(`DELETE FROM "${table}" WHERE ${this.#numbered(where)}`, parameters));
  }
  #numbered(where: string): string {
    let at = 0;
    return where.replaceAll('$', () => this.database.parameter(++at));
  }
}

const endedInvitation = "organisation_id = $ AND (COALESCE(accepted_at, '9') < $ OR COALESCE(revoked_at, '9') < $ OR expires_at < $)";
/** A list that still runs stays. */
const oldRoster = "import_id IN (SELECT id FROM roster_import WHERE organisation_id = $ AND state <> 'RUNNING' AND at < $)";
const years = (count: number): string => (count === 1 ? '1 year' : `${count} years`);
