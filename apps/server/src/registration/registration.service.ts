import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { cohortErrors } from '../cohorts/errors.js';
import { PlacesService } from '../cohorts/places.service.js';
import { Actor } from '../identity/actor.js';
import { AttemptLimit } from '../identity/attempt-limit.js';
import { identityErrors } from '../identity/errors.js';
import { IdentityService, type SignedIn } from '../identity/identity.service.js';
import { NewcomersService } from '../identity/newcomers.service.js';
import { OrganisationsService } from '../identity/organisations/organisations.service.js';
import { SecondFactorService } from '../identity/second-factor/second-factor.service.js';
import { hashOf, newSecret } from '../identity/sessions.service.js';
import { MailService } from '../mail/mail.service.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CONFIG } from '../platform/platform.module.js';
import { Problem } from '../platform/problem.js';
import { registrationErrors } from './errors.js';
import { RegistrationRow, type RegistrationWayRow } from './registration.entity.js';
import { WaysService } from './ways.service.js';

const windowMs = 15 * 60 * 1000;
/** How long a link confirms an address. */
const openMs = 24 * 3600 * 1000;
const newcomer = z.object({
  name: z.string().trim().min(1, 'Give your name.').max(120, 'A name has at most 120 characters.').regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'A name is one line.'),
  email: z.email('This is not an e-mail address.').max(254, 'An e-mail address has at most 254 characters.').transform((email) => email.toLowerCase()),
});
/** What came of opening the link: signed in; waiting for staff; in, and to sign in as usual, since her account has a second step. */
export type Confirmed = { outcome: 'IN'; signedIn: SignedIn } | { outcome: 'WAITING' | 'SIGN_IN' };

/** People register themselves with a code; the address is confirmed by mail, and where it is so wished staff let each in. */
@Injectable()
export class RegistrationService {
  readonly #byAddress: AttemptLimit;
  readonly #byEmail: AttemptLimit;

  constructor(
    private readonly database: Database, private readonly ways: WaysService, private readonly cohorts: CohortsService, private readonly places: PlacesService, private readonly identity: IdentityService,
    private readonly newcomers: NewcomersService, private readonly organisations: OrganisationsService, private readonly factor: SecondFactorService, private readonly mail: MailService, private readonly audit: AuditService,
    notices: Notices, @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#byAddress = new AttemptLimit('register-by-address', { most: 60, windowMs }, notices);
    this.#byEmail = new AttemptLimit('register-by-email', { most: 3, windowMs }, notices);
  }

  /** For what a code is; each look counts, so that nobody tries codes. `from`: where the request came from. */
  async look(code: string, from: string): Promise<{ organisation: string; cohort: string | null; startsOn: string | null; approval: boolean }> {
    this.#count(from);
    const way = await this.ways.byCode(code);
    const [{ name }, cohort] = await Promise.all([this.organisations.settings(way.organisationId), this.#cohort(way)]);
    return { organisation: name, cohort: cohort?.name ?? null, startsOn: cohort?.startsOn ?? null, approval: way.approval };
  }

  /** Registers somebody: a mail is sent to the address, and nothing is made before its link is opened. What is answered says nothing of who has an account. */
  async register(code: string, input: { name: string; email: string }, from: string): Promise<void> {
    this.#count(from);
    const { name, email } = parseInput(newcomer, input, 'input');
    const way = await this.ways.byCode(code);
    const cohort = await this.#cohort(way);
    const now = Date.now();
    if (!this.#byEmail.allows(email, now)) return;
    this.#byEmail.failed(email, now);
    const { secret, hash } = newSecret();
    const [{ name: organisation }, language] = await Promise.all([this.organisations.settings(way.organisationId), this.mail.languageOf(way.organisationId, null)]);
    await this.database.write(async (manager) => {
      // Who never opened her link is forgotten.
      await manager.delete(RegistrationRow, { confirmedAt: IsNull(), expiresAt: LessThan(new Date(now - openMs).toISOString()) });
      const id = newId();
      await manager.insert(RegistrationRow, { id, wayId: way.id, organisationId: way.organisationId, cohortId: way.cohortId, email, name, tokenHash: hash, createdAt: nowText(), expiresAt: new Date(now + openMs).toISOString(), confirmedAt: null, decidedAt: null, decidedBy: null, admitted: null });
      await this.mail.queue(manager, { organisationId: way.organisationId, to: email, kind: 'registration', language, key: `registration/${id}`, data: { name, organisation, course: cohort?.name ?? organisation, link: `${this.config.publicUrl}/join/confirm/${secret}` } });
    });
  }

  /** The address is hers. She is in at once, or waits for staff. Opened again, the same comes of it. */
  async confirm(token: string, device: string): Promise<Confirmed> {
    const row = await this.database.read.findOneBy(RegistrationRow, { tokenHash: hashOf(token.slice(0, 200)) });
    if (row === null || row.expiresAt <= nowText() || row.admitted === false) throw registrationErrors.REGISTRATION_OVER();
    const way = await this.ways.byId(row.wayId);
    if (way?.approval !== false && row.admitted !== true) {
      if (row.confirmedAt === null) await this.database.write((manager) => manager.update(RegistrationRow, { id: row.id }, { confirmedAt: nowText() }));
      return { outcome: 'WAITING' };
    }
    const accountId = await this.#admit(Actor.system(row.organisationId), row);
    if (await this.factor.state(accountId) !== null) return { outcome: 'SIGN_IN' };
    // A link signs in once: from then on she signs in as everybody does.
    if (row.confirmedAt !== null && row.admitted !== true) return { outcome: 'SIGN_IN' };
    const used = await this.database.write((manager) => manager.update(RegistrationRow, { id: row.id, expiresAt: row.expiresAt }, { expiresAt: nowText(), confirmedAt: row.confirmedAt ?? nowText(), admitted: true }));
    if (used.affected !== 1) throw registrationErrors.REGISTRATION_OVER();
    return { outcome: 'IN', signedIn: await this.identity.begin(accountId, { device, method: 'invitation' }, row.organisationId) };
  }

  /** Who has confirmed her address and waits for staff, the longest first. `cohortId`: null for those of the organisation itself. */
  async waiting(actor: Actor, cohortId: string | null, { first, after }: Page): Promise<{ rows: RegistrationRow[]; total: number }> {
    const where = { organisationId: actor.organisationId, cohortId: cohortId ?? IsNull(), confirmedAt: Not(IsNull()), decidedAt: IsNull(), admitted: IsNull() };
    const total = await this.database.read.countBy(RegistrationRow, where);
    return { total, rows: await this.database.read.find(RegistrationRow, { where: after === null ? where : { ...where, id: MoreThan(String(after[0])) }, order: { id: 'ASC' }, take: first + 1 }) };
  }

  /** One of the actor's organisation; throws NOT_FOUND for any other. */
  async one(actor: Actor, id: string): Promise<RegistrationRow> {
    const row = isId(id) ? await this.database.read.findOneBy(RegistrationRow, { id, organisationId: actor.organisationId, confirmedAt: Not(IsNull()) }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    return row;
  }

  /** Lets somebody in, who is told by mail; or not, and nobody is told. */
  async decide(actor: Actor, id: string, admit: boolean): Promise<RegistrationRow> {
    const row = await this.one(actor, id);
    if (row.decidedAt !== null) throw registrationErrors.DECIDED_ALREADY({ path: ['id'] });
    if (admit) await this.#admit(Actor.system(actor.organisationId), row);
    const [{ name: organisation }, language, cohort] = await Promise.all([this.organisations.settings(row.organisationId), this.mail.languageOf(row.organisationId, null), this.#cohort(row)]);
    const decided = { decidedAt: nowText(), decidedBy: actor.accountId, admitted: admit };
    await this.database.write(async (manager) => {
      const taken = await manager.update(RegistrationRow, { id, decidedAt: IsNull() }, decided);
      if (taken.affected !== 1) throw registrationErrors.DECIDED_ALREADY({ path: ['id'] });
      await this.audit.record(manager, actor, { action: admit ? 'registration.admitted' : 'registration.refused', subject: row.cohortId === null ? { type: 'organisation', id: row.organisationId } : { type: 'cohort', id: row.cohortId, label: cohort?.name ?? '' }, after: { name: row.name, email: row.email } });
      if (admit) await this.mail.queue(manager, { organisationId: row.organisationId, to: row.email, kind: 'registration-admitted', language, key: `registration-admitted/${id}`, cohortId: row.cohortId, data: { name: row.name, organisation, course: cohort?.name ?? organisation, link: `${this.config.publicUrl}/sign-in` } });
    });
    return { ...row, ...decided };
  }

  /** Account, membership and place; what is there already stays. */
  async #admit(system: Actor, row: RegistrationRow): Promise<string> {
    const accountId = await this.database.write(async (manager) => {
      const { known } = await this.newcomers.byEmail(manager, row.organisationId, [row.email]);
      const joined = known[0]?.accountId ?? await this.newcomers.join(manager, row.organisationId, { email: row.email, name: row.name, roles: ['LEARNER'], passwordHash: null });
      if (known[0] === undefined) await this.audit.record(manager, Actor.account(joined, row.organisationId, ['LEARNER']), { action: 'account.registered', subject: { type: 'account', id: joined, label: row.name }, after: { email: row.email, roles: ['LEARNER'] } });
      return joined;
    });
    if (row.cohortId !== null) await this.places.place(system, { cohort: row.cohortId, account: accountId }).catch((fault: unknown) => { if (!(fault instanceof Problem && ['ALREADY_ENROLLED', 'ALREADY_WAITING'].includes(fault.code))) throw fault; });
    return accountId;
  }

  async #cohort(row: Pick<RegistrationWayRow, 'organisationId' | 'cohortId'>) {
    const cohort = row.cohortId === null ? null : await this.cohorts.cohort(Actor.system(row.organisationId), row.cohortId);
    if (cohort !== null && cohort.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path: ['code'] });
    return cohort;
  }

  #count(from: string): void {
    const now = Date.now();
    if (!this.#byAddress.allows(from, now)) throw identityErrors.RATE_LIMITED();
    this.#byAddress.failed(from, now);
  }
}
