import { Injectable } from '@nestjs/common';
import { keyPositions, type KeyPositionCount } from '@preceptor/assessment/lint';
import { In } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/found.js';
import { ItemRow } from '../authoring.entity.js';
import { BanksService } from '../banks/banks.service.js';
import { ItemBatches } from '../items/item-batches.js';
import { keyPlaceOf } from './key-places.js';

const atOnce = 250;
/** Beyond these, more items say nothing more of a habit. */
const mostItems = 5_000;

/** Whether the keys of a bank prefer a place. */
@Injectable()
export class KeyPositionsService {
  constructor(private readonly database: Database, private readonly banks: BanksService, private readonly batches: ItemBatches) {}

  /** Where the keys stand, over single choices that are shown unshuffled and over claims; of the newest 5,000 in use. */
  async of(actor: Actor, bankId: string): Promise<KeyPositionCount[]> {
    found(await this.banks.find(actor, bankId));
    const rows = await this.database.read.createQueryBuilder(ItemRow, 'i').select(['i.id', 'i.revision'])
      .where({ organisationId: actor.organisationId, bankId, kind: In(['single-choice', 'true-false']) }).andWhere(`i.state <> 'retired'`).orderBy('i.updatedAt', 'DESC').limit(mostItems).getMany();
    const places = [];
    for (let from = 0; from < rows.length; from += atOnce) {
      const documents = await this.batches.documents(this.database.read, rows.slice(from, from + atOnce));
      for (const document of documents.values()) places.push(keyPlaceOf(document));
      await new Promise(setImmediate);
    }
    return keyPositions(places.flatMap((place) => place ?? []));
  }
}
