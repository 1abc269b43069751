import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { EventRow, UploadRow } from '../learning.entity.js';
import { UploadStore } from './upload-store.js';

const every = 60 * 60_000;
/** How long a file waits for an answer that names it, milliseconds: two days, so that a learner may come back to a page left open. */
const patience = 48 * 60 * 60_000;
/** Files looked at in one round. */
const atOnce = 100;

/** Removes files that no answer names: sent and then replaced, or never handed in. What an answer names stays with its enrolment. */
@Injectable()
export class UploadsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database, private readonly store: UploadStore) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => { this.#round = this.#round.then(() => this.round()).then(() => undefined, () => undefined); }, every);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
  }

  /** Settles or removes what has waited long enough; gives how many were removed. */
  async round(now: Date = new Date()): Promise<number> {
    const before = new Date(now.getTime() - patience);
    const waiting = await this.database.read.find(UploadRow, { where: { settled: false, uploadedAt: LessThan(before.toISOString()) }, order: { uploadedAt: 'ASC' }, take: atOnce });
    let removed = 0;
    for (const upload of waiting) {
      if (await this.#isNamed(upload)) await this.database.write((manager) => manager.update(UploadRow, { id: upload.id }, { settled: true }));
      else {
        await this.database.write((manager) => manager.delete(UploadRow, { id: upload.id }));
        if (!(await this.database.read.existsBy(UploadRow, { sha256: upload.sha256 }))) await this.store.remove(upload.sha256, before);
        removed += 1;
      }
    }
    return removed;
  }

  /** Removes the bytes of files that were taken out of the database, where nobody else handed in the same. */
  async removeBytes(sha256s: readonly string[], now: Date = new Date()): Promise<void> {
    for (const sha256 of new Set(sha256s)) if (!(await this.database.read.existsBy(UploadRow, { sha256 }))) await this.store.remove(sha256, now);
  }

  #isNamed({ id, enrolmentId }: UploadRow): Promise<boolean> {
    return this.database.read.createQueryBuilder(EventRow, 'e').where("e.enrolmentId = :enrolmentId AND e.type = 'item-answered' AND e.data LIKE :named", { enrolmentId, named: `%"file":"${id}"%` }).getExists();
  }
}
