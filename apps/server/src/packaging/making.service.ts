import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isStandardName, packageName, type StandardName } from '@preceptor/packaging';
import { In, Not } from 'typeorm';
import { z } from 'zod';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { packagingErrors } from './errors.js';
import { type GivenOptions, PackageOptionsService } from './package-options.service.js';
import { PackageStore } from './package-store.js';
import { PackageRow } from './packaging.entity.js';
import { unfinished, Workshop } from './workshop.service.js';

export interface Wish { version: string; standard: string; options?: GivenOptions | null | undefined; lms?: string | null | undefined }
/** Most packages of an organisation that are not done yet. */
const mostUnfinished = 20;
const lmsName = z.string().trim().max(80, 'The name of an LMS has at most 80 characters.').nullish().transform((name) => (name === undefined || name === '' ? null : name));

/** Packages as people ask for them and fetch them. */
@Injectable()
export class MakingService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly options: PackageOptionsService, private readonly workshop: Workshop, private readonly store: PackageStore) {}

  /** Asks for a package; the same wish again, while it is not done, is the same package. */
  async ask(actor: Actor, wish: Wish): Promise<PackageRow> {
    if (!isStandardName(wish.standard)) throw packagingErrors.NO_SUCH_STANDARD({ path: ['standard'] });
    const version = await this.catalog.loaded(actor, wish.version);
    const options = await this.options.of(actor, version, wish.options ?? {});
    const asked = {
      organisationId: actor.organisationId, courseId: version.courseId, courseVersionId: version.id, accountId: actor.accountId,
      standard: wish.standard, options: canonical(options), lms: parseInput(lmsName, wish.lms, 'lms'),
    };
    const row: PackageRow = {
      ...asked, wish: createHash('sha256').update(canonical(asked)).digest('hex'), id: newId(), name: packageName(version.course, wish.standard as StandardName), state: 'WAITING',
      doneBytes: 0, totalBytes: 0, beatAt: null, sha256: null, file: null, bytes: null, faultCode: null, fault: null, askedAt: nowText(), madeAt: null,
    };
    const known = await this.#put(row);
    this.workshop.make(known.id);
    return known;
  }

  /** The row as it stands in the table, or the one of the same wish that is not done yet. */
  async #put(row: PackageRow): Promise<PackageRow> {
    return this.database.write(async (manager) => {
      if (await manager.countBy(PackageRow, { organisationId: row.organisationId, state: In([...unfinished]), wish: Not(row.wish ?? '') }) >= mostUnfinished) throw packagingErrors.PACKAGES_WAITING();
      await manager.createQueryBuilder().insert().into(PackageRow).values(row).orIgnore().execute();
      const [there] = await manager.find(PackageRow, { where: [{ id: row.id }, { wish: row.wish ?? '' }] });
      return there;
    }).then((there) => there ?? this.#put(row));
  }

  /** A package of the actor's organisation, as far as it is; null where there is none with this id. */
  async find(actor: Actor, id: string): Promise<PackageRow | null> {
    const row = await actor.loader('packaging.package', async (ids) => {
      const rows = await this.database.read.findBy(PackageRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((each) => [each.id, each]));
    }).load(id);
    if (row === null) return null;
    this.workshop.watched(row);
    const progress = row.state === 'MAKING' ? this.workshop.progress(row.id) : null;
    return progress === null ? row : { ...row, doneBytes: progress.done, totalBytes: progress.total };
  }

  /** The finished zip of a package. PACKAGE_NOT_READY, PACKAGE_GONE or NOT_FOUND where there is none. */
  async zip(actor: Actor, id: string): Promise<{ row: PackageRow; path: string; sha256: string }> {
    const row = isId(id) ? await this.database.read.findOneBy(PackageRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND();
    const { state, sha256, file, bytes, fault } = row;
    if (state !== 'READY' || sha256 === null || file === null || bytes === null) throw packagingErrors.PACKAGE_NOT_READY(fault === null ? {} : { says: fault });
    const path = await this.store.find({ file, bytes });
    if (path === null) throw packagingErrors.PACKAGE_GONE();
    return { row, path, sha256 };
  }

  /** Asks for a package and waits until it is done, or until `signal`; gives its id. */
  async make(actor: Actor, wish: Wish, signal: AbortSignal): Promise<string> {
    const { id } = await this.ask(actor, wish);
    for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
      await pause(wait, undefined, { signal });
      const row = await this.database.read.findOneBy(PackageRow, { id });
      if (row !== null && row.state !== 'READY' && row.state !== 'FAILED') this.workshop.watched(row);
      else return id;
    }
  }
}

const canonical = (value: object): string => JSON.stringify(Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))));
