import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { calendarDay } from '../../platform/calendar-day.js';
import type { Config } from '../../platform/config.js';
import { platformErrors } from '../../platform/errors.js';
import { found } from '../../platform/found.js';
import { parseInput } from '../../platform/parse.js';
import { CONFIG } from '../../platform/platform.module.js';
import { csv } from '../../reporting/csv.js';
import { dayInWords, hoursInWords, shownState } from '../certificate-facts.js';
import { CertificatesService } from '../certificates.service.js';
import type { CertificateRow } from '../credentials.entity.js';
import { type Credit, creditHead, creditLine, hoursOf } from '../education/credit-report.js';
import { SettingsService } from '../issuing/settings.service.js';
import type { Table } from '../paper/draw-table.js';

const mostCredits = 20_000;
const period = z.object({ body: z.string().max(64).optional().transform((id) => (id === undefined || id === '' ? null : id)), from: calendarDay, to: calendarDay })
  .refine(({ from, to }) => from <= to, { error: 'A period ends on the day it begins or later.', path: ['to'] });

/** What boards and learners are given of many certificates at once: credits by body and period, and a transcript. */
@Injectable()
export class ReportsService {
  constructor(private readonly certificates: CertificatesService, private readonly settings: SettingsService, private readonly identity: IdentityService, @Inject(CONFIG) private readonly config: Config) {}

  async creditsCsv(actor: Actor, query: unknown): Promise<string> {
    const { credits } = await this.#credits(actor, query);
    return csv(creditHead, credits.map(creditLine));
  }

  async creditsPdf(actor: Actor, query: unknown): Promise<Buffer> {
    const { credits, body, from, to } = await this.#credits(actor, query);
    const organisation = found(await this.identity.organisation(actor)).name;
    return this.#table({
      title: `Hours reported to ${body ?? 'all bodies'}`, lead: `${organisation}. Certificates awarded from ${dayInWords(from)} to ${dayInWords(to)}: ${credits.length}, with ${hoursInWords(hoursOf(credits))} in all. Hours of revoked certificates are not counted.`,
      head: ['Name', 'Licence', 'Course', 'Hours', 'Awarded', 'Status'], widths: [0.22, 0.17, 0.32, 0.08, 0.12, 0.09],
      rows: credits.map((credit) => { const [name, , licence, course, version, hours, on, status] = creditLine(credit); return [name, licence, `${course} (version ${version})`, hours, on, status].map((cell) => (cell === null || cell === undefined ? '' : String(cell))); }),
    }, organisation);
  }

  /** All that the actor has been awarded. */
  async transcript(actor: Actor, base: string): Promise<Buffer> {
    const [{ rows }, account, organisation] = await Promise.all([this.certificates.ofViewer(actor, { first: 100, after: null }), this.identity.account(actor, actor.accountId), this.identity.organisation(actor)]);
    const now = new Date();
    const counted = rows.filter((row) => row.state !== 'REVOKED');
    const hours = counted.reduce((sum, { facts }) => sum + (facts.hours ?? 0), 0);
    return this.#table({
      title: `Transcript of ${found(account).name}`, lead: `${found(organisation).name}, ${dayInWords(now.toISOString().slice(0, 10))}. Each certificate can be checked at its address.${hours === 0 ? '' : ` ${hoursInWords(hours)} in all.`}`,
      head: ['Course', 'Hours', 'Awarded', 'Status', 'Check it at'], widths: [0.34, 0.08, 0.13, 0.09, 0.36],
      rows: rows.map((row) => [`${row.facts.course} (version ${row.facts.version})`, row.facts.hours === null ? '' : String(row.facts.hours), row.awardedOn, shownState(row, now).toLowerCase(), `${base}/verify/${row.publicId}`]),
    }, found(organisation).name);
  }

  async #credits(actor: Actor, query: unknown): Promise<{ credits: Credit[]; body: string | null; from: string; to: string }> {
    const { body: id, from, to } = parseInput(period, query);
    const body = id === null ? null : await this.settings.body(actor, id);
    if (id !== null && body === null) throw platformErrors.NOT_FOUND({ path: ['body'] });
    const rows = await this.certificates.awarded(actor, body?.id ?? null, from, to, mostCredits + 1);
    if (rows.length > mostCredits) throw platformErrors.TOO_LARGE({ says: `A report has at most ${mostCredits.toLocaleString('en')} certificates: choose a shorter period.`, path: ['to'] });
    const now = new Date();
    return { credits: await Promise.all(rows.map((row) => this.#credit(actor, row, now))), body: body?.name ?? null, from, to };
  }

  async #credit(actor: Actor, row: CertificateRow, now: Date): Promise<Credit> {
    const account = await this.identity.account(actor, row.accountId);
    return { facts: row.facts, awardedOn: row.awardedOn, expiresOn: row.expiresOn, email: account?.email ?? '', state: shownState(row, now), publicId: row.publicId };
  }

  async #table(table: Table, author: string): Promise<Buffer> {
    const { drawTable } = await import('../paper/draw-table.js');
    return drawTable(table, { paper: 'A4', title: table.title, author, subject: table.lead, language: 'en', made: new Date(), fonts: this.config.paperFonts });
  }
}
