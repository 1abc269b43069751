import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { OrganisationsService } from '../identity/organisations/organisations.service.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { parseInput } from '../platform/parse.js';
import { CONFIG } from '../platform/platform.module.js';
import { LanguagesService } from './languages.service.js';
import { mailKindNames, mailKinds } from './kinds/registry.js';
import { MailSettingsRow } from './mail.entity.js';
import { afterQuiet, type QuietHours, usualQuietHours } from './quiet-hours.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written HH:MM, from 00:00 to 23:59.');
const quietInput = z.object({ from: time, to: time });
export interface Delivery {
  configured: boolean; quietFrom: string; quietTo: string; revision: number; languages: string[];
  kinds: { name: string; title: string; category: string; variables: { name: string; about: string }[] }[];
}

/** How an organisation sends. */
@Injectable()
export class MailSettingsService {
  constructor(private readonly database: Database, private readonly organisations: OrganisationsService, private readonly known: LanguagesService, private readonly audit: AuditService, @Inject(CONFIG) private readonly config: Config) {}

  /** The moment itself, or when quiet hours are over in this zone (null: the organisation's). */
  async afterQuiet(organisationId: string, zone: string | null, at: Date): Promise<Date> {
    return afterQuiet(at, zone ?? (await this.organisations.settings(organisationId)).timeZone, await this.#quietHours(organisationId));
  }

  async delivery(actor: Actor): Promise<Delivery> {
    const { from, to, revision } = await this.#quietHours(actor.organisationId);
    return {
      configured: this.config.smtp !== null, quietFrom: from, quietTo: to, revision,
      languages: await this.known.offered(actor),
      kinds: mailKindNames.filter((name) => mailKinds[name].internal !== true).map((name) => {
        const { title, category, variables } = mailKinds[name];
        return { name, title, category, variables: Object.entries(variables).map(([word, { about }]) => ({ name: word, about })) };
      }),
    };
  }

  async save(actor: Actor, input: QuietHours, revision: number): Promise<Delivery> {
    const { from, to } = parseInput(quietInput, input);
    await this.database.write(async (manager) => {
      const known = await manager.findOneBy(MailSettingsRow, { organisationId: actor.organisationId });
      if ((known?.revision ?? 0) !== revision) throw platformErrors.CONFLICT({ says: 'Somebody else changed the quiet hours meanwhile. Look at them again, then save yours.', path: ['revision'] });
      await manager.upsert(MailSettingsRow, { organisationId: actor.organisationId, quietFrom: from, quietTo: to, revision: revision + 1 }, ['organisationId']);
      await this.audit.record(manager, actor, { action: 'mail.quiet-hours-set', subject: { type: 'organisation', id: actor.organisationId }, before: known === null ? usualQuietHours : { from: known.quietFrom, to: known.quietTo }, after: { from, to } });
    });
    return this.delivery(actor);
  }

  async #quietHours(organisationId: string): Promise<QuietHours & { revision: number }> {
    const row = await this.database.read.findOneBy(MailSettingsRow, { organisationId });
    return row === null ? { ...usualQuietHours, revision: 0 } : { from: row.quietFrom, to: row.quietTo, revision: row.revision };
  }
}
