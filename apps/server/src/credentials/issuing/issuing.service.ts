import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Actor } from '../../identity/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { rootOf } from '../../learning/enrolments.service.js';
import { MailService } from '../../mail/mail.service.js';
import { AttendanceService } from '../../live-sessions/attendance.service.js';
import { Database } from '../../platform/database/database.js';
import { Mutex } from '../../platform/database/mutex.js';
import type { Config } from '../../platform/config.js';
import { platformErrors } from '../../platform/errors.js';
import { CONFIG } from '../../platform/platform.module.js';
import { newId } from '../../platform/ids.js';
import { type CertificateFacts, dayIn, monthsAfter } from '../certificate-facts.js';
import { BodyRow, CertificateRow } from '../credentials.entity.js';
import { attendedOn, workDone } from '../education/work-done.js';
import { type Done, hoursBy } from '../education/hours.js';
import { credentialsErrors } from '../errors.js';
import { TemplateService } from '../template/template.service.js';
import { bestOf, type Case, StandingsService } from './standings.service.js';

/** What became of one enrolment of many: its certificate, or why there is none. */
export interface Issued { enrolmentId: string; certificate: CertificateRow | null; why: string | null }
const longestReason = 1_000;

/** Certificates come into being and end here alone. Whatever calls: the conditions are looked at again in the transaction that issues. */
@Injectable()
export class IssuingService {
  /** One at a time in each process: what is read within a transaction takes another connection, and they must not all be held. */
  readonly #turns = new Mutex();

  constructor(
    private readonly database: Database, private readonly identity: IdentityService, private readonly standings: StandingsService, private readonly templates: TemplateService,
    private readonly audit: AuditService, private readonly mails: MailService, private readonly attendance: AttendanceService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The learner asks for her own: where it is issued at once and earned, she has it; asking again gives the same. */
  async claim(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<CertificateRow> {
    const found = (await this.standings.cases(actor.organisationId, [enrolmentId], now)).get(enrolmentId);
    if (found === undefined || found.accountId !== actor.accountId) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    if (found.newest !== null && found.standing === 'ISSUED') return found.newest;
    if (found.standing === 'WAITING' || found.standing === 'REVOKED' || found.standing === 'EXPIRED') throw credentialsErrors.NEEDS_APPROVAL({ path: ['enrolment'] });
    if (found.standing === 'OFF') throw credentialsErrors.CERTIFICATES_OFF({ path: ['enrolment'] });
    ensureEarned(found);
    return this.#issue(actor, enrolmentId, null, (one) => one.standing === 'READY', now);
  }

  /** Staff issue certificates that are earned, after approval or again after one was revoked: each by itself, told apart. */
  async issue(actor: Actor, enrolmentIds: readonly string[], now: Date = new Date()): Promise<Issued[]> {
    const issued: Issued[] = [];
    for (const enrolmentId of new Set(enrolmentIds)) {
      try {
        issued.push({ enrolmentId, certificate: await this.#issue(actor, enrolmentId, actor.accountId, ({ standing }) => standing !== 'ISSUED' && standing !== 'EXPIRED', now), why: null });
      } catch (fault) {
        const why = refusal(fault);
        if (why === null) throw fault;
        issued.push({ enrolmentId, certificate: null, why });
      }
    }
    return issued;
  }

  /** Issues what is earned and to be issued at once; gives how many were. Safe to run twice, and in two processes. */
  async issueReady(organisationId: string, enrolmentIds: readonly string[], now: Date = new Date()): Promise<number> {
    const ready = [...(await this.standings.cases(organisationId, enrolmentIds, now)).values()].filter(({ standing }) => standing === 'READY');
    for (const { enrolmentId } of ready) await this.#issue(Actor.system(organisationId), enrolmentId, null, ({ standing }) => standing === 'READY', now);
    return ready.length;
  }

  /** Ends a certificate's validity for good, and says why in public only that it was revoked. */
  async revoke(actor: Actor, id: string, reason: string, now: Date = new Date()): Promise<CertificateRow> {
    const said = reasonOf(reason);
    return this.database.write(async (manager) => {
      const row = await validRow(manager, actor, id);
      const changes = { state: 'REVOKED', validFor: null, endedAt: now.toISOString(), endedBy: actor.accountId, reason: said } as const;
      await manager.update(CertificateRow, { id: row.id, state: 'VALID' }, changes);
      await this.audit.record(manager, actor, { action: 'certificate.revoked', subject: subjectOf(row), before: { state: 'VALID' }, after: { state: 'REVOKED', reason: said } });
      return { ...row, ...changes };
    });
  }

  /** The same certificate with the learner's name and licence as they are now; the old one says that it was replaced. Its dates stay. */
  async reissue(actor: Actor, id: string, reason: string, now: Date = new Date()): Promise<CertificateRow> {
    return this.#replace(actor, id, reason, now, (old, found, learner) => ({
      facts: { ...old.facts, learner, licence: found?.licence ?? old.facts.licence }, awardedOn: old.awardedOn, expiresOn: old.expiresOn,
    }));
  }

  /** A certificate that lapses, or has, is renewed from today on for as long as its cohort says; the old one says that it was replaced. */
  async renew(actor: Actor, id: string, reason: string, now: Date = new Date()): Promise<CertificateRow> {
    return this.#replace(actor, id, reason, now, (old, found, learner) => {
      const awardedOn = dayIn(old.facts.zone, now);
      const months = found?.settings?.validMonths ?? null;
      return { facts: { ...old.facts, learner, licence: found?.licence ?? old.facts.licence }, awardedOn, expiresOn: months === null ? null : monthsAfter(awardedOn, months) };
    });
  }

  async #replace(actor: Actor, id: string, reason: string, now: Date, made: (old: CertificateRow, found: Case | undefined, learner: string) => Pick<CertificateRow, 'facts' | 'awardedOn' | 'expiresOn'>): Promise<CertificateRow> {
    const said = reasonOf(reason);
    const known = await this.database.read.findOneBy(CertificateRow, { id, organisationId: actor.organisationId });
    if (known === null) throw platformErrors.NOT_FOUND({ path: ['certificate'] });
    const found = (await this.standings.cases(actor.organisationId, [known.enrolmentId], now)).get(known.enrolmentId);
    const account = await this.identity.account(actor, known.accountId);
    return this.#write(async (manager) => {
      const old = await validRow(manager, actor, id);
      const fresh: CertificateRow = {
        ...old, ...made(old, found, account?.name ?? old.facts.learner), id: newId(), number: await this.templates.nextNumber(manager, actor.organisationId), publicId: newPublicId(),
        issuedAt: now.toISOString(), issuedBy: actor.accountId, endedAt: null, endedBy: null, reason: null, replacedBy: null,
      };
      // First, since an index lets only one be valid.
      await manager.update(CertificateRow, { id, state: 'VALID' }, { state: 'REPLACED', validFor: null, endedAt: now.toISOString(), endedBy: actor.accountId, reason: said, replacedBy: fresh.id });
      await manager.insert(CertificateRow, fresh);
      await this.audit.record(manager, actor, { action: 'certificate.replaced', subject: subjectOf(old), before: { learner: old.facts.learner, awardedOn: old.awardedOn, expiresOn: old.expiresOn }, after: { learner: fresh.facts.learner, awardedOn: fresh.awardedOn, expiresOn: fresh.expiresOn, by: fresh.id, reason: said } });
      return fresh;
    });
  }

  async #issue(issuer: Actor, enrolmentId: string, by: string | null, may: (found: Case) => boolean, now: Date): Promise<CertificateRow> {
    const { organisationId } = issuer;
    const actor = Actor.system(organisationId);
    return this.#write(async (manager) => {
      // Whoever takes the number decides alone in this organisation until the commit, so that what is read here holds.
      const number = await this.templates.nextNumber(manager, organisationId);
      const found = (await this.standings.cases(organisationId, [enrolmentId], now, manager)).get(enrolmentId);
      if (found === undefined) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
      if (found.newest?.state === 'VALID') {
        // Somebody was faster: what she issued is what there is, where nobody asked for more.
        if (by === null) return found.newest;
        throw credentialsErrors.HAS_CERTIFICATE({ path: ['enrolment'] });
      }
      ensureEarned(found);
      if (!may(found)) throw credentialsErrors.NOT_EARNED({ path: ['enrolment'] });
      const design = await this.templates.keptDesign(manager, organisationId);
      const row = await this.#row(manager, actor, found, now);
      const certificate: CertificateRow = { ...row, number, designId: design, issuedBy: by };
      await manager.insert(CertificateRow, certificate);
      await this.audit.record(manager, issuer, { action: 'certificate.issued', subject: subjectOf(certificate), after: { course: certificate.facts.course, version: certificate.facts.version, hours: certificate.facts.hours, awardedOn: certificate.awardedOn } });
      await this.#mail(manager, actor, certificate);
      return certificate;
    });
  }

  /** Told once, in the transaction that issues. */
  async #mail(manager: EntityManager, actor: Actor, { accountId, enrolmentId, cohortId, id, facts }: CertificateRow): Promise<void> {
    const account = await this.identity.account(actor, accountId);
    if (account === null) return;
    await this.mails.queue(manager, {
      organisationId: actor.organisationId, accountId, to: account.email, kind: 'certificate', key: `certificate/${id}`, cohortId, enrolmentId, language: await this.mails.languageOf(actor.organisationId, accountId, facts.language), timeZone: facts.zone,
      data: { name: account.name, course: facts.course, link: `${this.config.publicUrl}/home/${enrolmentId}` },
    });
  }

  #write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> { return this.#turns.run(() => this.database.write(work)); }

  /** What measured hours are counted of: lessons that were completed and sessions that were attended. */
  async #done(actor: Actor, { record, settings, accountId, cohort }: Case, zone: string): Promise<Done[]> {
    if (settings?.hours.kind !== 'MEASURED') return [];
    return [...workDone(record, zone), ...(cohort === null ? [] : attendedOn(await this.attendance.attended(actor, accountId, cohort.id), zone))];
  }

  async #row(manager: EntityManager, actor: Actor, found: Case, now: Date): Promise<Omit<CertificateRow, 'number' | 'designId' | 'issuedBy'>> {
    const { record: { version }, cohort, settings, attestation, licence } = found;
    const [account, organisation] = await Promise.all([this.identity.account(actor, found.accountId), this.identity.organisation(actor)]);
    if (account === null || organisation === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    const bodyId = settings?.bodyId ?? null;
    const body = bodyId === null ? null : await manager.findOneBy(BodyRow, { id: bodyId, organisationId: actor.organisationId });
    const zone = cohort?.timeZone ?? 'UTC';
    const awardedOn = dayIn(zone, now);
    const test = (id: string | null | undefined) => (id === null || id === undefined ? null : bestOf(found.record, id));
    const facts: CertificateFacts = {
      learner: account.name, licence: licence === null || licence.number === '' ? null : { type: licence.type, number: licence.number, state: licence.state },
      course: version.course.title, courseVersionId: version.id, version: version.number, label: version.course.version, language: version.course.language, cohort: cohort?.name ?? null,
      hours: settings === null ? null : hoursBy(settings.hours, await this.#done(actor, found, zone)), zone, organisation: organisation.name,
      accreditation: body === null ? null : { body: body.name, providerNumber: body.providerNumber, statement: body.statement },
      attestation: attestation === null || settings?.attestation === null ? null : { statement: attestation.statement, at: attestation.attestedAt },
      tests: { pre: test(settings?.preTest), post: test(settings?.postTest) },
    };
    return {
      id: newId(), organisationId: actor.organisationId, enrolmentId: found.enrolmentId, accountId: found.accountId, cohortId: cohort?.id ?? null, publicId: newPublicId(), state: 'VALID', validFor: rootOf(found.record.enrolment),
      issuedAt: now.toISOString(), awardedOn, expiresOn: settings?.validMonths === null || settings === null ? null : monthsAfter(awardedOn, settings.validMonths), facts, bodyId: body?.id ?? null,
      endedAt: null, endedBy: null, reason: null, replacedBy: null,
    };
  }
}

const subjectOf = ({ id, facts }: CertificateRow) => ({ type: 'certificate', id, label: `${facts.learner}: ${facts.course}` });
const newPublicId = (): string => randomBytes(16).toString('base64url');

function ensureEarned({ left }: Case): void {
  if (left.length > 0) throw credentialsErrors.NOT_EARNED({ says: `The certificate is not earned yet. Left to do: ${left.join('; ')}.`, path: ['enrolment'] });
}

function reasonOf(text: string): string {
  const said = text.trim();
  if (said === '' || said.length > longestReason) throw platformErrors.BAD_INPUT({ says: `Say why, in at most ${longestReason} characters.`, path: ['reason'] });
  return said;
}

async function validRow(manager: EntityManager, actor: Actor, id: string): Promise<CertificateRow> {
  const row = await manager.findOneBy(CertificateRow, { id, organisationId: actor.organisationId });
  if (row === null) throw platformErrors.NOT_FOUND({ path: ['certificate'] });
  if (row.state !== 'VALID') throw credentialsErrors.NOT_VALID({ says: `This certificate is not valid any more: it was ${row.state.toLowerCase()}.`, path: ['certificate'] });
  return row;
}

/** The sentence of what kept one certificate from being issued; null: a fault that is not about it. */
function refusal(fault: unknown): string | null {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  return fault instanceof Error && ['NOT_EARNED', 'HAS_CERTIFICATE', 'NOT_FOUND'].includes(String(code)) ? fault.message : null;
}
