import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { AttestationRow, CertificateRow } from '../credentials.entity.js';
import { keptUntil } from './kept-until.js';

/** A certificate as far as its keeping goes. Days are YYYY-MM-DD. */
export interface Kept { id: string; enrolmentId: string; accountId: string; awardedOn: string; /** the last day on which it must be kept */ until: string }
type Whose = { accounts: readonly string[] } | { enrolments: readonly string[] };
const atOnce = 500;

/** How long certificates must be kept, and forgetting them once that is over: for whoever erases people or keeps retention periods. */
@Injectable()
export class KeepingService {
  constructor(private readonly database: Database) {}

  /** Every certificate of some people or enrolments, with the day until which it must be kept. */
  async of(organisationId: string, whose: Whose): Promise<Kept[]> {
    const ids = 'accounts' in whose ? whose.accounts : whose.enrolments;
    const found: Kept[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const part = In(ids.slice(from, from + atOnce));
      const rows = await this.database.read.find(CertificateRow, { select: { id: true, enrolmentId: true, accountId: true, awardedOn: true, expiresOn: true }, where: { organisationId, ...('accounts' in whose ? { accountId: part } : { enrolmentId: part }) } });
      found.push(...rows.map(({ id, enrolmentId, accountId, awardedOn, expiresOn }) => ({ id, enrolmentId, accountId, awardedOn, until: keptUntil({ awardedOn, expiresOn }) })));
    }
    return found;
  }

  /** Deletes certificates, and what was attested for an enrolment that has none left. Their badges are told as revoked from now on. */
  async forget(manager: EntityManager, organisationId: string, certificates: readonly Kept[]): Promise<void> {
    for (let from = 0; from < certificates.length; from += atOnce) {
      const part = certificates.slice(from, from + atOnce);
      await manager.update(CertificateRow, { organisationId, replacedBy: In(part.map(({ id }) => id)) }, { replacedBy: null });
      await manager.delete(CertificateRow, { organisationId, id: In(part.map(({ id }) => id)) });
      const enrolments = [...new Set(part.map(({ enrolmentId }) => enrolmentId))];
      const left = new Set((await manager.find(CertificateRow, { select: { id: true, enrolmentId: true }, where: { organisationId, enrolmentId: In(enrolments) } })).map(({ enrolmentId }) => enrolmentId));
      await manager.delete(AttestationRow, { organisationId, enrolmentId: In(enrolments.filter((id) => !left.has(id))) });
    }
  }
}
