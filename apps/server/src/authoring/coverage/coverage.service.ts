import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId } from '../../platform/ids.js';
import { ItemRow } from '../authoring.entity.js';
import { BanksService } from '../banks/banks.service.js';
import { type CoveredUnit, coverageOf } from './coverage.js';

/** Which statements of a course the items of its banks ask. */
@Injectable()
export class CoverageService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly banks: BanksService) {}

  /** The newest version's statements by unit, with how many items in use ask each. */
  async of(actor: Actor, courseId: string): Promise<CoveredUnit[]> {
    const course = isId(courseId) ? await this.catalog.course(actor, courseId) : null;
    const latest = course === null ? null : await this.catalog.latest(actor, course.id);
    if (latest === null) throw platformErrors.NOT_FOUND({ path: ['course'] });
    const [{ course: compiled }, banks] = await Promise.all([this.catalog.loaded(actor, latest.id), this.banks.ofCourse(actor, courseId)]);
    const rows = banks.length === 0 ? [] : await this.database.read.createQueryBuilder(ItemRow, 'i').select(['i.id', 'i.statements', 'i.level', 'i.approvedVersion'])
      .where({ organisationId: actor.organisationId, bankId: In(banks.map(({ id }) => id)) }).andWhere(`i.state <> 'retired' AND i.statements <> '[]'`).getMany();
    return coverageOf(compiled, rows.map(({ statements, level, approvedVersion }) => ({ statements, level, approved: approvedVersion !== null })));
  }
}
