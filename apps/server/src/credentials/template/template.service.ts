import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
import { OrganisationsService } from '../../identity/organisations/organisations.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { DesignRow, ImageRow, TemplateRow } from '../credentials.entity.js';
import { credentialsErrors } from '../errors.js';
import { type Design, designInput, type DesignInput, ensureReadable, usualDesign } from './design.js';
import { pictureIn } from './picture.js';

export interface Picture { id: string; mediaType: string; width: number; height: number; data: Buffer }

/** An organisation's template of certificates, its pictures, and every design that a certificate was issued in. */
@Injectable()
export class TemplateService {
  constructor(private readonly database: Database, private readonly audit: AuditService, private readonly organisations: OrganisationsService) {}

  /** The design of the organisation's next certificates. */
  async design(organisationId: string): Promise<{ design: Design; updatedAt: string | null }> {
    const row = await this.database.read.findOneBy(TemplateRow, { organisationId });
    return row === null || row.updatedAt === '' ? { design: await this.usual(organisationId), updatedAt: null } : { design: row.design, updatedAt: row.updatedAt };
  }

  /** The design that holds until somebody saves one: in the organisation's colour, with its logo. */
  async usual(organisationId: string): Promise<Design> {
    const [{ accentLight }, logo] = await Promise.all([this.organisations.settings(organisationId), this.#logo(organisationId)]);
    // The organisation's colour was checked on a light page, and a certificate is white.
    return { ...usualDesign, accent: accentLight ?? usualDesign.accent, logo: logo?.id ?? null };
  }

  /** Sets it. Certificates that were issued stay as they are. */
  async save(actor: Actor, input: DesignInput): Promise<{ design: Design; updatedAt: string }> {
    const design = await this.checked(actor, input);
    const updatedAt = nowText();
    await this.database.write(async (manager) => {
      await ensureRow(manager, actor.organisationId);
      await this.#keepLogo(manager, actor.organisationId, design);
      const { design: before } = await manager.findOneByOrFail(TemplateRow, { organisationId: actor.organisationId });
      await manager.update(TemplateRow, { organisationId: actor.organisationId }, { design, updatedAt });
      await this.audit.record(manager, actor, { action: 'certificates.template-saved', subject: { type: 'organisation', id: actor.organisationId }, before, after: design });
    });
    return { design, updatedAt };
  }

  /** A design that could be saved; throws what is wrong with it. */
  async checked(actor: Actor, input: DesignInput): Promise<Design> {
    const design = parseInput(designInput, input, 'input');
    ensureReadable(design);
    const named = [design.logo, design.signature].filter((id) => id !== null);
    const found = new Set(named.length === 0 ? [] : (await this.database.read.findBy(ImageRow, { id: In(named), organisationId: actor.organisationId })).map(({ id }) => id));
    const logo = await this.#logo(actor.organisationId);
    if (logo !== null) found.add(logo.id);
    for (const field of ['logo', 'signature'] as const) {
      const id = design[field];
      if (id !== null && !found.has(id)) throw platformErrors.NOT_FOUND({ says: 'There is no such picture: send it first.', path: ['input', field] });
    }
    return design;
  }

  /** Keeps a picture for templates; the same one twice is one. */
  async addPicture(actor: Actor, bytes: Buffer): Promise<string> {
    const picture = pictureIn(bytes);
    if (picture === null) throw credentialsErrors.BAD_IMAGE();
    const id = hash('sha256', bytes);
    await this.database.write((manager) => this.database.insertMany(manager, 'certificate_image', [{
      id, organisation_id: actor.organisationId, media_type: picture.mediaType, width: picture.width, height: picture.height, data: bytes.toString('base64'),
    }], '(id, organisation_id) DO NOTHING'));
    return id;
  }

  /** The pictures of a design of the organisation. */
  async pictures(organisationId: string, { logo, signature }: Design): Promise<Map<string, Picture>> {
    const ids = [logo, signature].filter((id) => id !== null);
    if (ids.length === 0) return new Map();
    const rows = await this.database.read.createQueryBuilder(ImageRow, 'i').addSelect('i.data').where('i.organisationId = :organisationId AND i.id IN (:...ids)', { organisationId, ids }).getMany();
    const pictures = new Map(rows.map(({ id, mediaType, width, height, data }): [string, Picture] => [id, { id, mediaType, width, height, data: Buffer.from(data, 'base64') }]));
    const own = logo !== null && !pictures.has(logo) ? await this.#logo(organisationId) : null;
    if (own !== null && own.id === logo) pictures.set(own.id, own);
    return pictures;
  }

  /** The design that a certificate was issued in; batched where several are asked for. */
  async issuedIn(organisationId: string, ids: readonly string[]): Promise<Map<string, Design>> {
    const rows = await this.database.read.findBy(DesignRow, { organisationId, id: In([...new Set(ids)]) });
    return new Map(rows.map(({ id, design }) => [id, design]));
  }

  /** Keeps the design of today for a certificate, under the hash of what it says. */
  async keptDesign(manager: EntityManager, organisationId: string): Promise<string> {
    const row = await manager.findOneBy(TemplateRow, { organisationId });
    const design = row === null || row.updatedAt === '' ? await this.usual(organisationId) : row.design;
    await this.#keepLogo(manager, organisationId, design);
    const text = JSON.stringify(design);
    const id = hash('sha256', text);
    await this.database.insertMany(manager, 'certificate_design', [{ id, organisation_id: organisationId, design: text }], '(id, organisation_id) DO NOTHING');
    return id;
  }

  /** The organisation's logo as a picture of certificates; null: it has none that can be printed. */
  async #logo(organisationId: string): Promise<Picture | null> {
    const logo = await this.organisations.logo(organisationId);
    const picture = logo === null ? null : pictureIn(logo.bytes);
    return logo === null || picture === null ? null : { id: hash('sha256', logo.bytes), ...picture, data: logo.bytes };
  }

  /** Keeps the organisation's logo among the pictures where a design has it: the organisation may have another tomorrow. */
  async #keepLogo(manager: EntityManager, organisationId: string, design: Design): Promise<void> {
    const logo = design.logo === null ? null : await this.#logo(organisationId);
    if (logo === null || logo.id !== design.logo) return;
    await this.database.insertMany(manager, 'certificate_image', [{
      id: logo.id, organisation_id: organisationId, media_type: logo.mediaType, width: logo.width, height: logo.height, data: logo.data.toString('base64'),
    }], '(id, organisation_id) DO NOTHING');
  }

  /** The next number of a certificate of the organisation, from 0. Until the commit nobody else gets one. */
  async nextNumber(manager: EntityManager, organisationId: string): Promise<number> {
    await ensureRow(manager, organisationId);
    await manager.increment(TemplateRow, { organisationId }, 'issued', 1);
    const row = await manager.findOneByOrFail(TemplateRow, { organisationId });
    return row.issued - 1;
  }
}

async function ensureRow(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.createQueryBuilder().insert().into(TemplateRow).values({ organisationId, design: usualDesign, issued: 0, updatedAt: '' }).orIgnore().execute();
}
