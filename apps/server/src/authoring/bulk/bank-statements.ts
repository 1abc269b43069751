import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { BankRow } from '../authoring.entity.js';

/** Which statements the items of banks can ask: those of their courses' newest versions. */
@Injectable()
export class BankStatements {
  constructor(private readonly database: Database, private readonly catalog: CatalogService) {}

  /** Ids of statements by bank; a bank of no course, or of one that is not published, is left out: there any id is let in. */
  async of(actor: Actor, bankIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const found = new Map<string, ReadonlySet<string>>();
    if (bankIds.length === 0) return found;
    const banks = await this.database.read.findBy(BankRow, { id: In(bankIds.slice(0, 2_000)), organisationId: actor.organisationId });
    for (const courseId of new Set(banks.flatMap((bank) => bank.courseId ?? []))) {
      const latest = await this.catalog.latest(actor, courseId);
      if (latest === null) continue;
      const { course } = await this.catalog.loaded(actor, latest.id);
      const ids = new Set(course.statements.map(({ id }) => id));
      for (const bank of banks) if (bank.courseId === courseId) found.set(bank.id, ids);
    }
    return found;
  }
}
