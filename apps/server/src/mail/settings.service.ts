import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { MailSettingsRow } from './mail.entity.js';
import { afterQuiet, type QuietHours, usualQuietHours } from './quiet-hours.js';

/** How an organisation sends. */
@Injectable()
export class MailSettingsService {
  constructor(private readonly database: Database) {}

  async quietHours(organisationId: string): Promise<QuietHours & { revision: number }> {
    const row = await this.database.read.findOneBy(MailSettingsRow, { organisationId });
    return row === null ? { ...usualQuietHours, revision: 0 } : { from: row.quietFrom, to: row.quietTo, revision: row.revision };
  }

  /** The moment itself, or when quiet hours are over in this zone (null: the organisation's). */
  async afterQuiet(organisationId: string, zone: string | null, at: Date): Promise<Date> {
    return afterQuiet(at, zone ?? 'UTC', await this.quietHours(organisationId));
  }
}
