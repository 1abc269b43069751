import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../identity/actor.js';
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
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** The design of the organisation's next certificates. */
  async design(organisationId: string): Promise<{ design: Design; updatedAt: string | null }> {
    const row = await this.database.read.findOneBy(TemplateRow, { organisationId });
    return { design: row?.design ?? usualDesign, updatedAt: row === null || row.updatedAt === '' ? null : row.updatedAt };
  }

  /** Sets it. Certificates that were issued stay as they are. */
  async save(actor: Actor, input: DesignInput): Promise<{ design: Design; updatedAt: string }> {
    const design = await this.checked(actor, input);
    const updatedAt = nowText();
    await this.database.write(async (manager) => {
      await ensureRow(manager, actor.organisationId);
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
    return new Map(rows.map(({ id, mediaType, width, height, data }) => [id, { id, mediaType, width, height, data: Buffer.from(data, 'base64') }]));
  }

  /** The design that a certificate was issued in; batched where several are asked for. */
  async issuedIn(organisationId: string, ids: readonly string[]): Promise<Map<string, Design>> {
    const rows = await this.database.read.findBy(DesignRow, { organisationId, id: In([...new Set(ids)]) });
    return new Map(rows.map(({ id, design }) => [id, design]));
  }

  /** Keeps the design of today for a certificate, under the hash of what it says. */
  async keptDesign(manager: EntityManager, organisationId: string): Promise<string> {
    const design = (await manager.findOneBy(TemplateRow, { organisationId }))?.design ?? usualDesign;
    const text = JSON.stringify(design);
    const id = hash('sha256', text);
    await this.database.insertMany(manager, 'certificate_design', [{ id, organisation_id: organisationId, design: text }], '(id, organisation_id) DO NOTHING');
    return id;
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
