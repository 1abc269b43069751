import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { nowText } from '../../platform/ids.js';
import { type SealedColumn, Sealing } from '../../platform/sealing.js';
import { KeyRow } from '../credentials.entity.js';
import { newKeyPair, privateKeyOf } from './key-pair.js';

export const sealedKey: SealedColumn = { table: 'credential_key', column: 'private_key' };

/** The keys with which organisations sign their badges, made when the first badge is asked for. A private key leaves the database for signing alone. */
@Injectable()
export class KeysService {
  constructor(private readonly database: Database, private readonly sealing: Sealing) {}

  async of(organisationId: string): Promise<{ publicMultibase: string; privateKey: KeyObject; createdAt: string }> {
    const row = await this.database.read.findOneBy(KeyRow, { organisationId }) ?? await this.#made(organisationId);
    return { publicMultibase: row.publicKey, privateKey: privateKeyOf(this.sealing.open(row.privateKey, sealedKey)), createdAt: row.createdAt };
  }

  async #made(organisationId: string): Promise<KeyRow> {
    const { privateKey, publicMultibase } = newKeyPair();
    return this.database.write(async (manager) => {
      // Whoever comes second takes the first one's.
      await manager.createQueryBuilder().insert().into(KeyRow).values({ organisationId, publicKey: publicMultibase, privateKey: this.sealing.seal(privateKey, sealedKey), createdAt: nowText() }).orIgnore().execute();
      return manager.findOneByOrFail(KeyRow, { organisationId });
    });
  }
}
