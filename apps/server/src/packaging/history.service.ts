import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { PackageDownloadRow, type PackageRow } from './packaging.entity.js';

/** Who downloaded which package, and when. */
@Injectable()
export class PackageHistoryService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** Somebody has begun to fetch a package. */
  async note(actor: Actor, { id, courseId, name }: PackageRow): Promise<void> {
    await this.database.write(async (manager) => {
      await manager.insert(PackageDownloadRow, { id: newId(), organisationId: actor.organisationId, courseId, packageId: id, accountId: actor.accountId, at: nowText() });
      await this.audit.record(manager, actor, { action: 'package.downloaded', subject: { type: 'package', id, ...(name === null ? {} : { label: name }) }, after: { courseId } });
    });
  }

  /** A page of a course's downloads, newest first; one row more than asked for where more follow. */
  async page(actor: Actor, courseId: string, { first, after }: Page): Promise<{ rows: PackageDownloadRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(PackageDownloadRow, 'd').where('d.courseId = :courseId AND d.organisationId = :organisation', { courseId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('d.id < :id', { id: after[0] });
    return { rows: await query.orderBy('d.id', 'DESC').take(first + 1).getMany(), total };
  }
}
