import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Database } from '../../platform/database/database.js';
import { nowText } from '../../platform/ids.js';
import { Sealing } from '../../platform/sealing.js';
import type { Actor } from '../actor.js';
import { identityErrors } from '../errors.js';
import { AccountRow, OrganisationRow } from '../identity.entity.js';
import { newRecoveryCodes, newTotpSecret, recoveryHash, stepOf, totpAddress } from './codes.js';
import { secretColumn, SecondFactorRow } from './second-factor.entity.js';

/** The second step at signing in: codes of an authenticator app, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactorService {
  constructor(private readonly database: Database, private readonly sealing: Sealing, private readonly audit: AuditService) {}

  /** How many recovery codes are left; null: the account has no second step. */
  async state(accountId: string): Promise<{ recoveryCodesLeft: number } | null> {
    const row = await this.database.read.findOneBy(SecondFactorRow, { accountId, confirmedAt: Not(IsNull()) });
    return row === null ? null : { recoveryCodesLeft: row.recoveryHashes.length };
  }

  /** Throws unless the account needs no second step, or `code` is its app's now or a recovery code, which is used up by it. */
  async check(accountId: string, code: string | null): Promise<void> {
    if (await this.state(accountId) === null) return;
    if (code === null || code.trim() === '') throw identityErrors.CODE_NEEDED({ path: ['code'] });
    const fits = await this.database.write((manager) => this.#take(manager, accountId, code.slice(0, 100)));
    if (!fits) throw identityErrors.WRONG_CODE({ path: ['code'] });
  }

  /** Begins to set it up: a new secret, not in force before `confirm`. */
  async begin(actor: Actor): Promise<{ secret: string; address: string }> {
    const { accountId } = actor;
    if (await this.state(accountId) !== null) throw identityErrors.SECOND_FACTOR_ON();
    const [account, organisation] = await Promise.all([this.database.read.findOneByOrFail(AccountRow, { id: accountId }), this.database.read.findOneByOrFail(OrganisationRow, { id: actor.organisationId })]);
    const secret = newTotpSecret();
    await this.database.write((manager) => manager.save(SecondFactorRow, { accountId, secret: this.sealing.seal(secret, secretColumn), confirmedAt: null, lastStep: 0, recoveryHashes: [] }));
    return { secret, address: totpAddress(secret, account.email, organisation.name) };
  }

  /** Puts it in force once the app has shown a right code; gives the recovery codes, this once. */
  async confirm(actor: Actor, code: string, now: number = Date.now()): Promise<string[]> {
    const { accountId } = actor;
    const codes = newRecoveryCodes();
    await this.database.write(async (manager) => {
      const row = await locked(manager, accountId);
      if (row === null) throw identityErrors.WRONG_CODE({ says: 'Begin again: there is no secret to check this code by.', path: ['code'] });
      if (row.confirmedAt !== null) throw identityErrors.SECOND_FACTOR_ON();
      const step = stepOf(this.sealing.open(row.secret, secretColumn), code.replaceAll(/\s/g, ''), now);
      if (step === null) throw identityErrors.WRONG_CODE({ path: ['code'] });
      await manager.update(SecondFactorRow, { accountId }, { confirmedAt: nowText(), lastStep: step, recoveryHashes: codes.map(recoveryHash) });
      await this.audit.record(manager, actor, { action: 'second-factor.set', subject: { type: 'account', id: accountId } });
    });
    return codes;
  }

  /** Takes it away; the caller has made sure that it is the person who asks. */
  async remove(actor: Actor): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.delete(SecondFactorRow, { accountId: actor.accountId });
      await this.audit.record(manager, actor, { action: 'second-factor.removed', subject: { type: 'account', id: actor.accountId } });
    });
  }

  async #take(manager: EntityManager, accountId: string, code: string): Promise<boolean> {
    const row = await locked(manager, accountId);
    if (row === null || row.confirmedAt === null) return true;
    const digits = code.replaceAll(/\s/g, '');
    const step = /^\d{6}$/.test(digits) ? stepOf(this.sealing.open(row.secret, secretColumn), digits, Date.now()) : null;
    if (step !== null) {
      // RFC 6238, 5.2: a code is taken once.
      if (step <= row.lastStep) return false;
      await manager.update(SecondFactorRow, { accountId }, { lastStep: step });
      return true;
    }
    const used = recoveryHash(code);
    if (!row.recoveryHashes.includes(used)) return false;
    await manager.update(SecondFactorRow, { accountId }, { recoveryHashes: row.recoveryHashes.filter((each) => each !== used) });
    return true;
  }
}

/** Whoever takes the row decides alone: a code can't be taken by two requests at once. */
async function locked(manager: EntityManager, accountId: string): Promise<SecondFactorRow | null> {
  await manager.update(SecondFactorRow, { accountId }, { secret: () => 'secret' });
  return manager.findOneBy(SecondFactorRow, { accountId });
}
