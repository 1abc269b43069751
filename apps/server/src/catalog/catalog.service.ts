import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import { CourseRow, CourseVersionRow } from './catalog.entity.js';
import { CourseVersions, type LoadedVersion } from './course-versions.js';

export interface Rows<R> { rows: R[]; total: number }

/** Courses and their published versions, as far as the actor's organisation has them. */
@Injectable()
export class CatalogService {
  constructor(private readonly database: Database, private readonly versions: CourseVersions) {}

  /** A page of the organisation's courses, by title; one row more than asked for where more follow. */
  async courses(actor: Actor, { first, after }: Page): Promise<Rows<CourseRow>> {
    const query = this.database.read.createQueryBuilder(CourseRow, 'c').where('c.organisationId = :organisation', { organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(c.title > :title OR (c.title = :title AND c.id > :id))', { title: after[0], id: after[1] });
    return { rows: await query.orderBy('c.title').addOrderBy('c.id').take(first + 1).getMany(), total };
  }

  course(actor: Actor, id: string): Promise<CourseRow | null> {
    return actor.loader('catalog.course', async (ids) => byId(await this.database.read.findBy(CourseRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId }))).load(id);
  }

  /** A page of a course's versions, newest first. */
  async versionsOf(actor: Actor, courseId: string, { first, after }: Page): Promise<Rows<CourseVersionRow>> {
    const query = this.database.read.createQueryBuilder(CourseVersionRow, 'v')
      .where('v.courseId = :courseId AND v.organisationId = :organisation', { courseId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('v.number < :number', { number: after[0] });
    return { rows: await query.orderBy('v.number', 'DESC').take(first + 1).getMany(), total };
  }

  /** The newest version of a course; batched within a request. */
  latest(actor: Actor, courseId: string): Promise<CourseVersionRow | null> {
    return actor.loader('catalog.latest', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(CourseVersionRow, 'v')
        .where('v.courseId IN (:...ids) AND v.organisationId = :organisation', { ids: [...ids], organisation: actor.organisationId })
        .andWhere((outer) => `v.number = ${outer.subQuery().select('MAX(n.number)').from(CourseVersionRow, 'n').where('n.courseId = v.courseId').getQuery()}`)
        .getMany();
      return new Map(rows.map((row) => [row.courseId, row]));
    }).load(courseId);
  }

  version(actor: Actor, id: string): Promise<CourseVersionRow | null> {
    return actor.loader('catalog.version', async (ids) => byId(await this.database.read.findBy(CourseVersionRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId }))).load(id);
  }

  /** A version with its compiled course; NOT_FOUND where the actor's organisation has none with this id. */
  async loaded(actor: Actor, id: string): Promise<LoadedVersion> {
    const version = isId(id) ? await this.versions.get(id) : null;
    if (version === null || version.organisationId !== actor.organisationId) throw platformErrors.NOT_FOUND();
    return version;
  }
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
