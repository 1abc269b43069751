import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import type { ItemRow } from '../authoring.entity.js';
import type { ItemPermissions, Permission } from '../items/authored-item.types.js';
import { type Deed, hindrance } from './hindrance.js';
import { ReviewService } from './review.service.js';

/** Tells beforehand what would be refused. */
@Injectable()
export class PermissionsService {
  constructor(private readonly database: Database, private readonly review: ReviewService) {}

  async of(actor: Actor, row: Pick<ItemRow, 'id' | 'state' | 'sound' | 'approvedVersion'>): Promise<ItemPermissions> {
    const standing = { ...row, wrote: await this.review.wrote(this.database.read, actor, row) };
    const may = (deed: Deed): Permission => {
      const against = hindrance(deed, actor, standing);
      return { allowed: against === null, reason: against?.message ?? null };
    };
    return {
      edit: may('edit'), submit: may('submit'), approve: may('approve'), giveBack: may('giveBack'), retire: may('retire'), reinstate: may('reinstate'), comment: may('comment'), waive: may('waive'),
    };
  }
}
