import { Inject, Injectable, type OnModuleInit, type BeforeApplicationShutdown } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThanOrEqual } from 'typeorm';
import type { Logger } from 'pino';
import { AuditService } from '../../audit/audit.service.js';
import { Actor } from '../../identity/actor.js';
import { MembersService } from '../../identity/members.service.js';
import { Database } from '../../platform/database/database.js';
import { nowText } from '../../platform/ids.js';
import { LOG } from '../../platform/platform.module.js';
import { Problem } from '../../platform/problem.js';
import { Schedule } from '../../schedule/schedule.js';
import { rosterErrors } from '../errors.js';
import { planRow, type Plan } from '../placing/plan.js';
import { PlacingService } from '../placing/placing.service.js';
import { noCounts, RosterImportRow as Row, RosterImportRow, RosterResultRow, RosterRowRow } from '../rosters.entity.js';
import { RosterImports } from './imports.service.js';
import { RowContents } from './row-contents.js';

/** Rows that are committed together, where not all are. */
const atOnce = 250;
/** A process that said nothing for so long has been killed; milliseconds. */
const silent = 15_000;
const everySeconds = 5;
const mayImport = ['COORDINATOR', 'ADMINISTRATOR'] as const;

/** Brings rosters in, slice by slice; one whose server was killed is gone on with where it stopped. */
@Injectable()
export class RosterRunning implements OnModuleInit, BeforeApplicationShutdown {
  readonly #progress = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();
  #stopping = false;

  constructor(
    private readonly database: Database, private readonly imports: RosterImports, private readonly contents: RowContents, private readonly placing: PlacingService, private readonly members: MembersService, private readonly schedule: Schedule, private readonly audit: AuditService, @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void { this.schedule.every('rosters.resume', everySeconds, () => this.resume()); }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#running);
  }

  /** How many rows have come in. */
  doneOf({ id, done }: Row): number { return Math.max(done, this.#progress.get(id) ?? 0); }

  /** Begins to bring a roster in; answers at once. Run again while it runs, or after, it changes nothing. `whole`: every row or none. */
  async run(actor: Actor, id: string, whole: boolean): Promise<Row> {
    const row = await this.imports.must(actor, id);
    if (row.state !== 'READ') return row;
    if (row.mapping === null) throw rosterErrors.ROSTER_UNMAPPED();
    const beatAt = nowText();
    const begun = await this.database.write(async (manager) => {
      const { affected } = await manager.update(RosterImportRow, { id, state: 'READ' }, { state: 'RUNNING', whole, beatAt, done: 0, counts: { ...noCounts }, stopped: null, accountId: actor.accountId });
      if (affected !== 0) await manager.delete(RosterResultRow, { importId: id });
      return affected !== 0;
    });
    if (begun) this.#start(id, beatAt);
    return this.imports.must(actor, id);
  }

  /** Goes on with what a process left that is gone. */
  async resume(): Promise<void> {
    const left = await this.database.read.findBy(RosterImportRow, { state: 'RUNNING', beatAt: LessThan(new Date(Date.now() - silent).toISOString()) });
    for (const { id, beatAt } of left) {
      const next = nowText();
      const { affected } = await this.database.write((manager) => manager.update(RosterImportRow, { id, state: 'RUNNING', beatAt: beatAt ?? '' }, { beatAt: next }));
      if (affected !== 0) this.#start(id, next);
    }
  }

  #start(id: string, beatAt: string): void {
    const work = this.#bringIn(id, beatAt).finally(() => {
      this.#progress.delete(id);
      this.#running.delete(work);
    });
    this.#running.add(work);
  }

  async #bringIn(id: string, begun: string): Promise<void> {
    let beat: string | null = begun;
    let tries = 0;
    while (beat !== null) {
      const held: string = beat;
      try {
        if (this.#stopping) {
          await this.database.write((manager) => manager.update(RosterImportRow, { id, state: 'RUNNING', beatAt: held }, { beatAt: '' }));
          return;
        }
        beat = await this.database.write((manager) => this.#turn(manager, id, held));
        tries = 0;
      } catch (fault) {
        if (fault instanceof NotWhole) return await this.#none(id, held);
        tries += 1;
        // Somebody else may have made one of these accounts, or changed a cohort, in the same moment.
        if (fault instanceof Problem && fault.code === 'CONFLICT' && tries < 4) continue;
        this.log.error({ err: fault, import: id }, 'a roster stopped');
        await this.#stop(id, held);
        return;
      }
    }
  }

  /** None came in: says so, and shows once more what stands against it now. */
  async #none(id: string, beatAt: string): Promise<void> {
    const row = await this.database.read.findOneBy(RosterImportRow, { id, beatAt, state: 'RUNNING' });
    const actor = row === null ? null : await this.#actor(row);
    if (row === null || actor === null) return this.#stop(id, beatAt);
    await this.imports.notWhole(actor, row);
  }

  async #stop(id: string, beatAt: string): Promise<void> {
    await this.database.write(async (manager) => {
      const row = await manager.findOneBy(RosterImportRow, { id, state: 'RUNNING', beatAt });
      if (row === null) return;
      const stopped = row.whole || row.done === 0 ? 'Something went wrong on the server, and no row came in. Try again.' : `Something went wrong on the server after ${row.done.toLocaleString('en')} rows. They are in; import it again to go on, what is in stays as it is.`;
      await manager.update(RosterImportRow, { id }, { state: 'READ', beatAt: null, stopped });
    }).catch((fault: unknown) => this.log.error({ err: fault, import: id }, 'a roster stopped, and that could not be written down'));
  }

  /** Brings one slice in, or all of them; gives the new beat, null where nothing is left or another process has taken over. */
  async #turn(manager: EntityManager, id: string, held: string): Promise<string | null> {
    const beat = new Date(Math.max(Date.now(), Date.parse(held) + 1)).toISOString();
    const { affected } = await manager.update(RosterImportRow, { id, state: 'RUNNING', beatAt: held }, { beatAt: beat });
    const row = affected === 0 ? null : await manager.findOneBy(RosterImportRow, { id });
    if (row === null) return null;
    const actor = await this.#actor(row);
    if (actor === null) return this.#end(manager, row, { state: 'READ', stopped: 'Whoever imported it may not do so any more.' });
    let { done } = row;
    const counts = { ...row.counts };
    do {
      const slice = await manager.find(RosterRowRow, { where: { importId: id, position: MoreThanOrEqual(done) }, order: { position: 'ASC' }, take: atOnce });
      if (slice.length === 0) break;
      const outcomes = await this.#slice(manager, actor, row, slice);
      for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
      done += slice.length;
      this.#progress.set(id, done);
    } while (row.whole);
    if (done < row.total) {
      await manager.update(RosterImportRow, { id }, { done, counts });
      return beat;
    }
    await manager.update(RosterImportRow, { id }, { done, counts });
    await this.audit.record(manager, actor, { action: 'roster.imported', subject: { type: 'roster-import', id, label: row.name }, after: { cohort: row.cohortId, counts } });
    return this.#end(manager, row, { state: 'DONE', doneAt: nowText() });
  }

  async #slice(manager: EntityManager, actor: Actor, row: Row, slice: readonly RosterRowRow[]): Promise<Plan['outcome'][]> {
    const rows = slice.map((each) => ({ ...each, person: this.contents.person(each.person) }));
    const people = rows.flatMap(({ person }) => (person === null ? [] : [person]));
    await this.placing.lock(manager, row.organisationId, people, row.cohortId);
    const roll = await this.placing.roll(manager, row.organisationId, people, row.cohortId);
    const setting = this.placing.settingOf(actor, row.cohortId, Boolean(row.mayMakeAccounts));
    const plans = rows.map(({ person, reason, atColumn }): Plan => (person === null ? { outcome: 'REFUSED', refusal: { reason: reason ?? '', column: atColumn } } : planRow(person, roll, setting)));
    // Thrown, so that the transaction leaves no trace.
    if (row.whole && plans.some(({ outcome }) => outcome === 'REFUSED')) throw new NotWhole();
    const placed = await this.placing.write(manager, row.organisationId, plans);
    await this.database.insertMany(manager, 'roster_result', slice.map(({ position }, index) => {
      const plan = plans[index];
      const refusal = plan?.outcome === 'REFUSED' ? plan.refusal : null;
      return { import_id: row.id, position, outcome: plan?.outcome ?? 'REFUSED', reason: refusal?.reason ?? null, at_column: refusal?.column ?? null, account_id: placed[index]?.accountId ?? null, enrolment_id: placed[index]?.enrolmentId ?? null };
    }));
    return plans.map(({ outcome }) => outcome);
  }

  async #end(manager: EntityManager, row: Row, { state, stopped = null, doneAt = null }: { state: Row['state']; stopped?: string | null; doneAt?: string | null }): Promise<null> {
    await manager.update(RosterImportRow, { id: row.id }, { state, stopped, doneAt, beatAt: null });
    if (state !== 'DONE') return null;
    // What came in needs no copy here; what was refused is kept for whoever mends it.
    const came = manager.createQueryBuilder().subQuery().select('r.position').from(RosterResultRow, 'r').where(`r.importId = :id AND r.outcome <> 'REFUSED'`).getQuery();
    await manager.createQueryBuilder().update(RosterRowRow).set({ cells: this.contents.storedCells([]), person: null }).where(`importId = :id AND position IN ${came}`).setParameter('id', row.id).execute();
    return null;
  }

  /** Whoever imports it, with the roles that she has now; null: she may no more. */
  async #actor({ accountId, organisationId }: Row): Promise<Actor | null> {
    const roles = (await this.members.rolesOf(Actor.system(organisationId), [accountId])).get(accountId) ?? [];
    const actor = Actor.account(accountId, organisationId, roles);
    return actor.has(...mayImport) ? actor : null;
  }
}

/** All rows were to come in or none, and one is refused. */
class NotWhole extends Error {}
