import { Injectable } from '@nestjs/common';
import { Between, In, Not } from 'typeorm';
import { type Actor, staff } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { listPlaces } from './badge/documents.js';
import { CertificateRow, TemplateRow } from './credentials.entity.js';

const publicIdShape = /^[\w-]{22}$/;

/** Certificates as they are read. */
@Injectable()
export class CertificatesService {
  constructor(private readonly database: Database, private readonly enrolments: EnrolmentsService) {}

  /** A certificate of the actor's own or, for staff, of her organisation. Batched. */
  async find(actor: Actor, id: string): Promise<CertificateRow | null> {
    const row = await actor.loader('credentials.certificate', async (ids) => new Map((await this.database.read.findBy(CertificateRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId })).map((found) => [found.id, found]))).load(id);
    return row !== null && (row.accountId === actor.accountId || actor.has(...staff)) ? row : null;
  }

  /** Whatever anybody may see who has its address; null: there is none. */
  async byPublicId(publicId: string): Promise<CertificateRow | null> {
    return publicIdShape.test(publicId) ? this.database.read.findOneBy(CertificateRow, { publicId }) : null;
  }

  /** Whether an organisation has issued any: else it is no issuer. */
  hasIssued(organisationId: string): Promise<boolean> { return this.database.read.existsBy(CertificateRow, { organisationId }); }

  /** The address of the certificate that replaced another. */
  async replacement({ replacedBy }: CertificateRow): Promise<string | null> {
    return replacedBy === null ? null : (await this.database.read.findOneBy(CertificateRow, { id: replacedBy }))?.publicId ?? null;
  }

  /** All of an enrolment, and of those that rest on the same work, newest first; the caller has found it for the actor. Batched. */
  async ofEnrolment(actor: Actor, enrolmentId: string): Promise<CertificateRow[]> {
    const found = await actor.loader('credentials.ofEnrolment', async (ids) => {
      const families = await this.enrolments.families(actor, await this.enrolments.many(actor, ids));
      const familyOf = (id: string): string[] => families.get(id) ?? [id];
      const rows = await this.database.read.find(CertificateRow, { where: { enrolmentId: In(ids.flatMap(familyOf)), organisationId: actor.organisationId }, order: { issuedAt: 'DESC', id: 'DESC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => familyOf(id).includes(row.enrolmentId))]));
    }).load(enrolmentId);
    return found ?? [];
  }

  /** The actor's own that were not replaced, newest first; `first + 1` rows. */
  async ofViewer(actor: Actor, { first, after }: Page): Promise<{ rows: CertificateRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(CertificateRow, 'c').where("c.accountId = :account AND c.organisationId = :organisation AND c.state <> 'REPLACED'", { account: actor.accountId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  /** Valid ones of a cohort, a hundred at a time in order of issuing, for downloads. */
  async* ofCohort(actor: Actor, cohortId: string): AsyncGenerator<CertificateRow, void, undefined> {
    let after = '';
    for (;;) {
      const rows = await this.database.read.createQueryBuilder(CertificateRow, 'c').where("c.organisationId = :organisation AND c.cohortId = :cohortId AND c.state = 'VALID' AND c.id > :after", { organisation: actor.organisationId, cohortId, after }).orderBy('c.id').take(100).getMany();
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < 100) return;
      after = last.id;
    }
  }

  /** Those under an accrediting body (null: any or none) that were awarded from one day to another and stand; at most `most`. */
  async awarded(actor: Actor, bodyId: string | null, from: string, to: string, most: number): Promise<CertificateRow[]> {
    return this.database.read.find(CertificateRow, {
      where: { organisationId: actor.organisationId, ...(bodyId === null ? {} : { bodyId }), awardedOn: Between(from, to), state: Not(In(['REPLACED'])) }, order: { awardedOn: 'ASC', id: 'ASC' }, take: most,
    });
  }

  /** Which places of a list of an organisation's badges stand for ones that are valid no more, or whose records are gone. */
  async ended(organisationId: string, list: number): Promise<number[]> {
    const first = list * listPlaces;
    const issued = (await this.database.read.findOneBy(TemplateRow, { organisationId }))?.issued ?? 0;
    const valid = new Set((await this.database.read.find(CertificateRow, { select: { id: true, number: true }, where: { organisationId, number: Between(first, first + listPlaces - 1), state: 'VALID' } })).map(({ number }) => number - first));
    return Array.from({ length: Math.max(0, Math.min(listPlaces, issued - first)) }, (_, place) => place).filter((place) => !valid.has(place));
  }
}
