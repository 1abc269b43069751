import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { OrganisationsService } from '../identity/organisations/organisations.service.js';
import { Database } from '../platform/database/database.js';
import { MailRow } from './mail.entity.js';

const day = 24 * 3600 * 1000;

/** Mails are kept as long as each organisation's retention says, counted from when they were queued. */
@Injectable()
export class Forgetting {
  constructor(private readonly database: Database, private readonly organisations: OrganisationsService) {}

  /** Removes what is past its time. A mail that still waits stays. */
  async round(now: Date = new Date()): Promise<void> {
    const found = await this.database.read.createQueryBuilder(MailRow, 'm').select('m.organisationId', 'id').distinct(true).getRawMany<{ id: string }>();
    for (const { id } of found) {
      const { retention } = await this.organisations.settings(id);
      const before = new Date(now.getTime() - retention.mailDays * day).toISOString();
      await this.database.write((manager) => manager.delete(MailRow, { organisationId: id, queuedAt: LessThan(before), state: In(['SENT', 'UNSURE', 'BOUNCED', 'FAILED', 'SUPPRESSED', 'OVERTAKEN']) }));
    }
  }
}
