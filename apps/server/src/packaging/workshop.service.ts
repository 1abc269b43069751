import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { PackageOptions } from '@preceptor/course/delivery';
import { isStandardName } from '@preceptor/packaging';
import type { Logger } from 'pino';
import { Brackets, In } from 'typeorm';
import { CatalogService } from '../catalog/catalog.service.js';
import { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { nowText } from '../platform/ids.js';
import { LOG } from '../platform/platform.module.js';
import { packagingErrors } from './errors.js';
import { type KeptPackage, PackageStore } from './package-store.js';
import { problemOf } from './faults.js';
import { PackagesService } from './packages.service.js';
import { PackageRow } from './packaging.entity.js';

/** How many packages one server makes at a time. */
const mostAtOnce = 2;
/** How often a server says that it is still at it, and after how long a silence another takes over, in milliseconds. */
const beatEvery = 1_000;
const silentAfter = 10_000;
export const unfinished = ['WAITING', 'MAKING'] as const;

/** Makes the packages that were asked for, two at a time. What a server that was killed had begun is taken up by the next. */
@Injectable()
export class Workshop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #waiting: string[] = [];
  readonly #making = new Map<string, { done: number; total: number; finished: Promise<void> }>();
  readonly #stop = new AbortController();
  #lookAgain: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly packages: PackagesService, private readonly store: PackageStore, @Inject(LOG) private readonly log: Logger) {}

  /** Takes up what was left undone, and once more when those that another server seems to be at may be silent. */
  async onApplicationBootstrap(): Promise<void> {
    if (await this.#takeUp() === 0) return;
    this.#lookAgain = setTimeout(() => void this.#takeUp().catch((fault: unknown) => this.log.error({ fault: String(fault) }, 'packages left undone')), silentAfter + beatEvery);
    this.#lookAgain.unref();
  }

  /** What is being made goes back in the line: the next server begins it anew. */
  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#lookAgain);
    this.#stop.abort();
    await Promise.all([...this.#making.values()].map(({ finished }) => finished));
  }

  /** A package that stands in the table is to be made; nothing happens where it is under way already. */
  make(id: string): void {
    if (this.#stop.signal.aborted || this.#making.has(id) || this.#waiting.includes(id)) return;
    this.#waiting.push(id);
    this.#next();
  }

  /** Somebody waits for this package: it is taken up where no server is at it any more. */
  watched(row: PackageRow): void {
    if (row.state === 'WAITING' || (row.state === 'MAKING' && (row.beatAt ?? '') < silentSince())) this.make(row.id);
  }

  /** How far a package is that is made by this server; null: it isn't. */
  progress(id: string): { done: number; total: number } | null {
    const job = this.#making.get(id);
    return job === undefined || job.total === 0 ? null : job;
  }

  async #takeUp(): Promise<number> {
    const left = await this.database.read.find(PackageRow, { select: { id: true, state: true, beatAt: true }, where: { state: In([...unfinished]) }, order: { id: 'ASC' }, take: 1000 });
    for (const row of left) this.watched(row);
    return left.length;
  }

  #next(): void {
    while (this.#making.size < mostAtOnce && !this.#stop.signal.aborted) {
      const id = this.#waiting.shift();
      if (id === undefined) return;
      const job = { done: 0, total: 0, finished: Promise.resolve() };
      this.#making.set(id, job);
      job.finished = this.#work(id, job)
        .catch((fault: unknown) => this.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'a package was not made'))
        .finally(() => {
          this.#making.delete(id);
          this.#next();
        });
    }
  }

  async #work(id: string, job: { done: number; total: number }): Promise<void> {
    const row = await this.#claim(id);
    if (row === null) return;
    const beating = setInterval(() => void this.#change(id, { beatAt: nowText(), doneBytes: job.done, totalBytes: job.total }).catch(() => undefined), beatEvery);
    try {
      const { sha256, file, bytes } = await this.#write(row, job);
      clearInterval(beating);
      await this.#change(id, { state: 'READY', wish: null, sha256, file, bytes, doneBytes: bytes, totalBytes: bytes, madeAt: nowText(), beatAt: null });
    } catch (fault) {
      clearInterval(beating);
      if (this.#stop.signal.aborted) await this.#change(id, { state: 'WAITING', doneBytes: 0, beatAt: null });
      else await this.#change(id, { state: 'FAILED', wish: null, beatAt: null, ...this.#told(fault) });
    }
  }

  /** Of several servers one makes a package: the first that says so. */
  #claim(id: string): Promise<PackageRow | null> {
    return this.database.write(async (manager) => {
      const { affected } = await manager.createQueryBuilder().update(PackageRow).set({ state: 'MAKING', beatAt: nowText(), doneBytes: 0 })
        .where('id = :id', { id })
        .andWhere(new Brackets((either) => either.where('state = :waiting', { waiting: 'WAITING' }).orWhere('(state = :making AND beat_at < :silent)', { making: 'MAKING', silent: silentSince() })))
        .execute();
      return affected === 0 ? null : manager.findOneBy(PackageRow, { id });
    });
  }

  async #write(row: PackageRow, job: { done: number; total: number }): Promise<KeptPackage> {
    const { standard } = row;
    // A server of a later version may have asked for it.
    if (!isStandardName(standard)) throw packagingErrors.NO_SUCH_STANDARD();
    const version = await this.catalog.loaded(Actor.system(row.organisationId), row.courseVersionId);
    // Written by whoever asked for it, after a check.
    const options = JSON.parse(row.options) as PackageOptions;
    return this.store.keep(await this.packages.key(version, standard, options), () => this.packages.files(version, standard, options), {
      signal: this.#stop.signal, onProgress: (done, total) => Object.assign(job, { done, total }),
    });
  }

  #change(id: string, change: Partial<PackageRow>): Promise<unknown> {
    return this.database.write((manager) => manager.update(PackageRow, { id, state: 'MAKING' }, change));
  }

  /** What whoever asked is told of a fault; of one of ours, only that it is one. */
  #told(fault: unknown): { faultCode: string; fault: string } {
    const problem = problemOf(fault);
    if (problem !== null) return { faultCode: problem.code, fault: problem.message };
    this.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'a package was not made');
    return { faultCode: 'INTERNAL', fault: platformErrors.INTERNAL().message };
  }
}

const silentSince = () => new Date(Date.now() - silentAfter).toISOString();
