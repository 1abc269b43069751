import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import type { Actor } from '../actor.js';
import { identityErrors } from '../errors.js';
import { AccountRow, OrganisationRow } from '../identity.entity.js';
import { OrganisationLogoRow, OrganisationSettingRow } from './organisations.entity.js';
import { pictureOf } from './picture.js';
import { type Settings, type SettingsInput, settingsInput, unset } from './settings-input.js';

/** What an organisation is set to, with what nobody has set filled in. */
export interface OrganisationSettings extends Settings {
  organisationId: string;
  /** Where the logo is had without signing in, a path on this server; null: there is none. */
  logoUrl: string | null;
  /** 0: nobody has set anything yet. */
  revision: number;
  changedAt: string | null;
  changedBy: string | null;
}
/** Largest logo, in bytes and in pixels each way. */
export const largestLogo = { bytes: 200_000, pixels: 2000 };

/** How an organisation looks, writes and keeps: its branding, sender, time zone, languages and retention periods. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** An organisation's settings, for other modules; throws NOT_FOUND where there is no such organisation. */
  async settings(organisationId: string): Promise<OrganisationSettings> {
    const found = (await this.#many(this.database.read, [organisationId])).get(organisationId);
    if (found === undefined) throw platformErrors.NOT_FOUND();
    return found;
  }

  /** The organisation of an installation that has one alone; null where there are more. */
  async sole(): Promise<string | null> {
    const found = await this.database.read.find(OrganisationRow, { select: { id: true }, take: 2 });
    return found.length === 1 ? found[0]?.id ?? null : null;
  }

  /** Whoever takes the organisation's row decides alone until the commit, where a number of things must not be exceeded. */
  async hold(manager: EntityManager, id: string): Promise<void> { await manager.update(OrganisationRow, { id }, { name: () => 'name' }); }

  /** As `settings`, of the actor's organisation; read once a request. */
  async own(actor: Actor): Promise<OrganisationSettings> {
    const found = await actor.loader('identity.settings', (ids) => this.#many(this.database.read, ids)).load(actor.organisationId);
    if (found === null) throw platformErrors.NOT_FOUND();
    return found;
  }

  /** Sets everything at once. `revision` is the one that was read: if somebody has saved since, nothing changes and CONFLICT says who. */
  async save(actor: Actor, input: SettingsInput, revision: number): Promise<OrganisationSettings> {
    const { name, ...settings } = parseInput(settingsInput, input, 'input');
    const organisationId = actor.organisationId;
    return this.database.write(async (manager) => {
      // Whoever takes this row saves alone.
      await manager.update(OrganisationRow, { id: organisationId }, { name: () => 'name' });
      const before = await manager.findOneBy(OrganisationSettingRow, { organisationId });
      if ((before?.revision ?? 0) !== revision) throw platformErrors.CONFLICT({ says: await whoSaved(manager, before), path: ['revision'] });
      const { name: calledBefore } = await manager.findOneByOrFail(OrganisationRow, { id: organisationId });
      await manager.update(OrganisationRow, { id: organisationId }, { name });
      await manager.save(OrganisationSettingRow, { organisationId, settings, revision: revision + 1, changedAt: nowText(), changedBy: actor.accountId });
      const after = (await this.#many(manager, [organisationId])).get(organisationId);
      if (after === undefined) throw platformErrors.NOT_FOUND();
      await this.audit.record(manager, actor, { action: 'organisation.settings-saved', subject: { type: 'organisation', id: organisationId, label: name }, before: { name: calledBefore, ...before?.settings }, after: { name, ...settings } });
      return after;
    });
  }

  /** Takes a PNG or JPEG as the logo, whatever it calls itself; null: from now on there is none. */
  async setLogo(actor: Actor, bytes: Buffer | null): Promise<OrganisationSettings> {
    const organisationId = actor.organisationId;
    const row = bytes === null ? null : { organisationId, ...logoOf(bytes) };
    await this.database.write(async (manager) => {
      if (row === null) await manager.delete(OrganisationLogoRow, { organisationId });
      else await manager.save(OrganisationLogoRow, row);
      await this.audit.record(manager, actor, { action: 'organisation.logo-changed', subject: { type: 'organisation', id: organisationId }, after: row === null ? null : { mediaType: row.mediaType } });
    });
    return this.settings(organisationId);
  }

  /** The logo's own bytes, for mails and certificates; null: there is none. */
  async logo(organisationId: string): Promise<{ mediaType: string; bytes: Buffer; hash: string } | null> {
    const row = await this.database.read.findOneBy(OrganisationLogoRow, { organisationId });
    return row === null ? null : { mediaType: row.mediaType, bytes: Buffer.from(row.base64, 'base64'), hash: row.hash };
  }

  async #many(manager: EntityManager, ids: readonly string[]): Promise<Map<string, OrganisationSettings>> {
    const [organisations, rows, logos] = await Promise.all([
      manager.findBy(OrganisationRow, { id: In([...ids]) }),
      manager.findBy(OrganisationSettingRow, { organisationId: In([...ids]) }),
      manager.find(OrganisationLogoRow, { where: { organisationId: In([...ids]) }, select: { organisationId: true, hash: true } }),
    ]);
    return new Map(organisations.map(({ id, name }) => {
      const row = rows.find(({ organisationId }) => organisationId === id);
      const logo = logos.find(({ organisationId }) => organisationId === id);
      return [id, {
        ...unset, ...row?.settings, organisationId: id, name,
        logoUrl: logo === undefined ? null : `/organisations/${id}/logo?v=${logo.hash.slice(0, 12)}`,
        revision: row?.revision ?? 0, changedAt: row?.changedAt ?? null, changedBy: row?.changedBy ?? null,
      }];
    }));
  }
}

function logoOf(bytes: Buffer): Pick<OrganisationLogoRow, 'mediaType' | 'base64' | 'hash'> {
  const picture = pictureOf(bytes);
  if (picture === null) throw identityErrors.NOT_A_PICTURE();
  const most = largestLogo.pixels;
  if (picture.width < 1 || picture.height < 1 || picture.width > most || picture.height > most) throw identityErrors.NOT_A_PICTURE({ says: `A logo has at most ${most} pixels each way; this one has ${picture.width} by ${picture.height}.` });
  return { mediaType: picture.type, base64: bytes.toString('base64'), hash: hash('sha256', bytes) };
}

async function whoSaved(manager: EntityManager, row: OrganisationSettingRow | null): Promise<string> {
  if (row === null) return 'These settings are not the ones that you read. Load the page again.';
  const account = await manager.findOneBy(AccountRow, { id: row.changedBy });
  return `${account?.name ?? 'Somebody'} saved these settings while you were changing them. Nothing of yours was saved: load them again, and repeat what is still wanted.`;
}
