import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { lookAtMedium, type LookedAtMedium } from '@preceptor/course';
import type { FastifyRequest } from 'fastify';
import { type EntityManager, In } from 'typeorm';
import { MediaStore } from '../../catalog/media-store.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { receiveFile } from '../../platform/http/receive-file.js';
import { MediumRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { mediaIn } from '../items/read-document.js';
import { ItemMedia } from './item-media.js';
import { mediumName, numbered } from './medium-name.js';
import { isSoundOf } from './sound-file.js';

/** Largest picture or sound, bytes. */
const largest = 20 * 1024 * 1024;
const mostTyped = 200;

/** Pictures and sounds that an author adds to items: taken in, found, given out. One that is in never changes. */
@Injectable()
export class MediaService {
  constructor(private readonly database: Database, private readonly media: ItemMedia, private readonly store: MediaStore) {}

  /** Takes the body of a request. The same bytes under the same name again are the same medium; other bytes get a name with a number. */
  async take(actor: Actor, given: string, request: FastifyRequest): Promise<MediumRow> {
    const name = mediumName(given.slice(0, 500));
    if (name === null) throw authoringErrors.MEDIUM_REFUSED({ says: 'The name of the file has no ending that says what it is, such as .png.', path: ['name'] });
    const folder = await mkdtemp(join(tmpdir(), 'preceptor-medium-'));
    try {
      const file = randomUUID();
      const absolute = join(folder, file);
      await receiveFile(request, absolute, {
        most: largest, tooLarge: () => platformErrors.TOO_LARGE({ says: `A picture or sound may have at most ${largest / 1024 / 1024} MB.` }),
        wrongType: () => platformErrors.BAD_INPUT({ says: 'Send the file as the body of the request, with Content-Type: application/octet-stream.' }),
      });
      const looked = await lookedAt(absolute, name);
      await this.media.keep([{ ...looked, file, path: `media/${name}` }], folder);
      return await this.database.write((manager) => this.#name(manager, actor, name, { ...looked, file }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A medium of the actor's organisation by what items call it; null where there is none. */
  find(actor: Actor, path: string): Promise<MediumRow | null> {
    return this.database.read.findOneBy(MediumRow, { organisationId: actor.organisationId, path: path.normalize('NFC') });
  }

  fileOf(medium: MediumRow): string { return this.store.fileOf(medium); }

  /** A page of the organisation's media by name; one more than asked for where more follow. */
  async page(actor: Actor, typed: string, { first, after }: Page): Promise<{ rows: MediumRow[]; total: number }> {
    if (typed.length > mostTyped) throw platformErrors.BAD_INPUT({ says: 'What is looked for has at most 200 characters.', path: ['name'] });
    const query = this.database.read.createQueryBuilder(MediumRow, 'm').where('m.organisationId = :organisation', { organisation: actor.organisationId });
    if (typed !== '') query.andWhere(`LOWER(m.path) LIKE :typed ESCAPE '\\'`, { typed: `%${typed.toLowerCase().replace(/[\\%_]/g, (mark) => `\\${mark}`)}%` });
    const total = await query.getCount();
    if (after !== null) query.andWhere('m.path > :path', { path: after[0] });
    return { rows: await query.orderBy('m.path').take(first + 1).getMany(), total };
  }

  /** The media that a document names, as far as the organisation has them. */
  named(actor: Actor, document: unknown): Promise<MediumRow[]> {
    const paths = mediaIn(document);
    return paths.length === 0 ? Promise.resolve([]) : this.database.read.find(MediumRow, { where: { organisationId: actor.organisationId, path: In(paths) }, order: { path: 'ASC' } });
  }

  async #name(manager: EntityManager, actor: Actor, name: string, looked: LookedAtMedium & { file: string }): Promise<MediumRow> {
    for (let number = 1; ; number += 1) {
      const path = `media/${numbered(name, number)}`;
      await this.media.name(manager, actor, [{ ...looked, path }]);
      const row = await manager.findOneByOrFail(MediumRow, { organisationId: actor.organisationId, path });
      if (row.sha256 === looked.sha256) return row;
    }
  }
}

async function lookedAt(absolute: string, name: string): Promise<LookedAtMedium> {
  const looked = await lookAtMedium(absolute, name);
  if ('refused' in looked) throw authoringErrors.MEDIUM_REFUSED({ says: `${looked.refused} ${authoringErrors.table.kinds['MEDIUM_REFUSED']?.says ?? ''}`.trim(), path: ['name'] });
  if (looked.type.startsWith('audio/') && !isSoundOf(looked.type, await headOf(absolute))) throw authoringErrors.MEDIUM_REFUSED({ path: ['name'] });
  return looked;
}

async function headOf(absolute: string): Promise<Buffer> {
  const handle = await open(absolute, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
