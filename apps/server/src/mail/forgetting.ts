import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { MailRow } from './mail.entity.js';

const pastBefore = (organisationId: string, before: string) => ({ organisationId, queuedAt: LessThan(before), state: In(['SENT', 'UNSURE', 'BOUNCED', 'FAILED', 'SUPPRESSED', 'OVERTAKEN']) });

/** Mails that an organisation keeps no longer, counted from when they were queued. A mail that still waits stays. */
@Injectable()
export class Forgetting {
  constructor(private readonly database: Database) {}

  /** How many there are from before `before` (ISO UTC). */
  past(organisationId: string, before: string): Promise<number> { return this.database.read.countBy(MailRow, pastBefore(organisationId, before)); }

  /** Removes them; gives how many. */
  async remove(organisationId: string, before: string): Promise<number> {
    return (await this.database.write((manager) => manager.delete(MailRow, pastBefore(organisationId, before)))).affected ?? 0;
  }
}
