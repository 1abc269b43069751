import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { hashOf } from '../../identity/sessions.service.js';
import { Database } from '../../platform/database/database.js';
import { nowText } from '../../platform/ids.js';
import { PasskeyChallengeRow } from './passkeys.entity.js';

/** Long enough for somebody who leaves the sign-in page open a while. */
const lifeMs = 10 * 60 * 1000;

/** Challenges of passkeys: kept in the database, so that any server takes what another gave; each is taken once. */
@Injectable()
export class Challenges {
  constructor(private readonly database: Database) {}

  /** Keeps a challenge (base64url) for an account, or for whoever signs in. */
  async keep(challenge: string, accountId: string | null): Promise<void> {
    const now = Date.now();
    await this.database.write(async (manager) => {
      await manager.delete(PasskeyChallengeRow, { expiresAt: LessThan(new Date(now).toISOString()) });
      await manager.insert(PasskeyChallengeRow, { challengeHash: hashOf(challenge), accountId, expiresAt: new Date(now + lifeMs).toISOString() });
    });
  }

  /** Whether the challenge was given to this account, or to whoever signs in, and is still good. It is used up by being asked for. */
  async take(challenge: string, accountId: string | null): Promise<boolean> {
    const taken = await this.database.write((manager) => manager.delete(PasskeyChallengeRow, { challengeHash: hashOf(challenge), accountId: accountId ?? IsNull(), expiresAt: MoreThan(nowText()) }));
    return taken.affected === 1;
  }
}
