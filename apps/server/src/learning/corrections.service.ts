import { Injectable } from '@nestjs/common';
import type { Correction } from '@preceptor/assessment';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { nowText } from '../platform/ids.js';
import { CorrectionRow } from './learning.entity.js';

/** What was done about items of published versions. */
@Injectable()
export class CorrectionsService {
  constructor(private readonly database: Database) {}

  /** The corrections of one version by item. */
  async of(courseVersionId: string): Promise<Map<string, Correction>> {
    return (await this.ofAll([courseVersionId])).get(courseVersionId) ?? new Map();
  }

  async ofAll(courseVersionIds: readonly string[]): Promise<Map<string, Map<string, Correction>>> {
    const found = new Map(courseVersionIds.map((id): [string, Map<string, Correction>] => [id, new Map()]));
    for (const row of await this.database.read.findBy(CorrectionRow, { courseVersionId: In([...courseVersionIds]) })) found.get(row.courseVersionId)?.set(row.itemId, row.correction);
    return found;
  }

  /** Holds from now on for attempts that are submitted; those that were are scored anew one by one by whoever calls. null: takes it back. */
  async set(manager: EntityManager, courseVersionIds: readonly string[], itemId: string, correction: Correction | null): Promise<void> {
    await manager.delete(CorrectionRow, { courseVersionId: In([...courseVersionIds]), itemId });
    if (correction === null) return;
    for (const courseVersionId of courseVersionIds) await manager.insert(CorrectionRow, { courseVersionId, itemId, correction, setAt: nowText() });
  }
}
