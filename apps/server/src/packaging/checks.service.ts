import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Verification, verifyInProcess, VerifyProcessError } from '@preceptor/packaging/verify';
import type { Logger } from 'pino';
import { In, LessThan, MoreThan } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { CONFIG, LOG } from '../platform/platform.module.js';
import { Problem } from '../platform/problem.js';
import { packagingErrors } from './errors.js';
import { PackageCheckRow } from './packaging.entity.js';

/** How long a report is kept; milliseconds. */
const keptFor = 60 * 60 * 1000;
const beatEvery = 2_000;
const silentAfter = 15_000;
/** Most that wait, and most of one organisation. */
const mostWaiting = { all: 6, organisation: 2 };
const limits = { seconds: 120, megabytes: 256 };
const longestPlay = 60;
const longestReport = 4_000_000;

interface Job { row: PackageCheckRow; path: string }

/** Looks at packages that people send, one at a time and each in a process of its own: what it does there harms nobody. */
@Injectable()
export class ChecksService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #folder: string;
  readonly #jobs = new Map<string, Job>();
  readonly #stop = new AbortController();
  #coming: string[] = [];
  #working: Promise<void> | null = null;
  #beating: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database, @Inject(CONFIG) private readonly config: Config, @Inject(LOG) private readonly log: Logger) { this.#folder = join(config.dataDir, 'checks'); }

  /** Removes what a server that was killed had received. */
  async onApplicationBootstrap(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name);
      const age = await stat(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
      if (age > keptFor) await rm(path, { force: true });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#working;
  }

  /** Takes a package that `receive` writes to the path it is given, answering its bytes, and has it looked at; `name` is what the sender calls it. */
  async take(actor: Actor, name: string, receive: (path: string) => Promise<number>): Promise<PackageCheckRow> {
    const { organisationId, accountId } = actor;
    const own = [...this.#coming, ...[...this.#jobs.values()].map(({ row }) => row.organisationId)];
    if (this.#stop.signal.aborted) throw platformErrors.UNAVAILABLE();
    if (own.length >= mostWaiting.all || own.filter((each) => each === organisationId).length >= mostWaiting.organisation) throw packagingErrors.CHECKS_BUSY();
    const id = newId();
    const path = join(this.#folder, `${id}.zip`);
    this.#coming.push(organisationId);
    try {
      await mkdir(this.#folder, { recursive: true });
      const row: PackageCheckRow = { id, organisationId, accountId, name: nameOf(name), bytes: await receive(path), state: 'WAITING', beatAt: nowText(), report: null, faultCode: null, fault: null, askedAt: nowText() };
      await this.database.write(async (manager) => {
        await manager.delete(PackageCheckRow, { askedAt: LessThan(expired()) });
        await manager.insert(PackageCheckRow, row);
      });
      this.#jobs.set(id, { row, path });
      this.#working ??= this.#work().finally(() => { this.#working = null; });
      return row;
    } catch (fault) {
      await rm(path, { force: true });
      throw fault;
    } finally {
      this.#coming.splice(this.#coming.indexOf(organisationId), 1);
    }
  }

  /** A check of the actor's organisation; null where there is none, or no more. */
  async find(actor: Actor, id: string): Promise<PackageCheckRow | null> {
    const row = isId(id) ? await this.database.read.findOneBy(PackageCheckRow, { id, organisationId: actor.organisationId, askedAt: MoreThan(expired()) }) : null;
    const unfinished = row?.state === 'WAITING' || row?.state === 'CHECKING';
    if (row === null || !unfinished || this.#jobs.has(id) || row.beatAt > new Date(Date.now() - silentAfter).toISOString()) return row;
    return { ...row, state: 'FAILED', ...told(packagingErrors.CHECK_INTERRUPTED()) };
  }

  async #work(): Promise<void> {
    this.#beating = setInterval(() => void this.database.write((manager) => manager.update(PackageCheckRow, { id: In([...this.#jobs.keys()]) }, { beatAt: nowText() })).catch(() => undefined), beatEvery);
    for (let [job] = this.#jobs.values(); job !== undefined; [job] = this.#jobs.values()) {
      const { row: { id, name }, path } = job;
      try {
        await this.#change(id, { state: 'CHECKING' });
        await this.#change(id, { state: 'DONE', report: await this.#look(path, name) });
      } catch (fault) {
        await this.#change(id, { state: 'FAILED', ...told(this.#problemOf(fault)) }).catch((error: unknown) => this.log.error({ fault: String(error) }, 'a check was not noted'));
      }
      this.#jobs.delete(id);
      await rm(path, { force: true });
    }
    clearInterval(this.#beating);
  }

  async #look(path: string, name: string): Promise<string> {
    const verification: Verification = { ...await verifyInProcess(path, { play: this.config.playChecks, timeoutSeconds: longestPlay }, { ...limits, signal: this.#stop.signal }), file: name };
    const report = JSON.stringify(verification);
    if (report.length > longestReport) throw packagingErrors.CHECK_STOPPED({ says: 'So much is wrong with this package that the report is too long.' });
    return report;
  }

  #problemOf(fault: unknown): Problem {
    if (!(fault instanceof VerifyProcessError)) {
      if (fault instanceof Problem) return fault;
      this.log.error({ fault: fault instanceof Error ? fault.stack : String(fault) }, 'a package was not checked');
      return platformErrors.INTERNAL();
    }
    if (fault.code === 'ABORTED') return packagingErrors.CHECK_INTERRUPTED();
    if (fault.code === 'CRASHED') this.log.error({ fault: fault.message }, 'a check crashed');
    return packagingErrors.CHECK_STOPPED(fault.code === 'CRASHED' ? {} : { says: fault.message });
  }

  #change(id: string, change: Partial<PackageCheckRow>): Promise<unknown> {
    return this.database.write((manager) => manager.update(PackageCheckRow, { id }, change));
  }
}

const expired = () => new Date(Date.now() - keptFor).toISOString();
const told = ({ code, message }: Problem) => ({ faultCode: code, fault: message });
/** The last part of a file's name, without what no name needs. */
const nameOf = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{C}"<>|]/gu, '').slice(0, 120) || 'package.zip';
