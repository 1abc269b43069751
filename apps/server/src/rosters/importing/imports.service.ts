import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { unpackZip } from '../../catalog/source-zip.js';
import { CohortsService } from '../../cohorts/cohorts.service.js';
import type { Actor } from '../../identity/actor.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isZip, plainName } from '../../platform/files/received.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { CONFIG } from '../../platform/platform.module.js';
import { ReadingLine } from '../../platform/threads/reading-line.js';
import { rosterErrors } from '../errors.js';
import { guessMapping, type Mapping, mappingFault } from '../mapping/columns.js';
import { type DayOrder, guessDayOrder } from '../mapping/days.js';
import { planRow, type Change, type Outcome } from '../placing/plan.js';
import { PlacingService } from '../placing/placing.service.js';
import type { RosterFormat } from '../reading/read-roster.js';
import type { RosterLine } from '../reading/table.js';
import { noCounts, type RosterCounts, RosterImportRow as Row, RosterImportRow, RosterResultRow, RosterRowRow } from '../rosters.entity.js';
import { RostersWorkshop } from '../rosters-workshop.js';
import { readLines } from './preview.js';
import { RowContents } from './row-contents.js';

/** How long a roster is kept that nobody ran, and what came of one that was; milliseconds. */
const day = 24 * 60 * 60 * 1000;
const keeps = { read: day, done: 30 * day };
const unpacked = { unpackedBytes: 128 * 1024 * 1024, files: 200 };
const atOnce = 500;

export interface RosterRowView { importId: string; position: number; line: number; email: string; name: string; outcome: Outcome; changes: Change[]; reason: string | null; atColumn: RosterRowRow['atColumn']; enrolmentId: string | null }
export interface RosterChoice { mapping: Mapping; days: DayOrder; cohortId: string | null }

/** Rosters that came in: taken, read, mapped and looked at. What comes of them is running's. */
@Injectable()
export class RosterImports {
  readonly #folder: string;
  readonly #line = new ReadingLine(() => rosterErrors.ROSTER_BUSY());

  constructor(
    private readonly database: Database, @Inject(CONFIG) config: Config, private readonly cohorts: CohortsService, private readonly placing: PlacingService, private readonly workshop: RostersWorkshop, private readonly contents: RowContents,
  ) {
    this.#folder = join(config.dataDir, 'rosters');
  }

  /** Takes a file that `receive` writes to the path it is given, reads it and says what would come of each row. The file itself is not kept. */
  async take(actor: Actor, cohortId: string | null, name: string, receive: (path: string) => Promise<number>): Promise<Row> {
    if (cohortId !== null && await this.cohorts.cohort(actor, cohortId) === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    const id = newId();
    const folder = join(this.#folder, id);
    return this.#line.run(actor.organisationId, async () => {
      try {
        await mkdir(folder, { recursive: true });
        const file = join(folder, 'file');
        await receive(file);
        const said = plainName(name, 'roster');
        const format = await this.#format(file, said, folder);
        const { headings, rows } = await this.workshop.read({ file, folder: format === 'oneroster' ? join(folder, 'files') : null, format });
        const guess = guessMapping(headings);
        const mapping = mappingFault(guess, headings.length) === null ? guess : null;
        const days = guessDayOrder(rows.flatMap(({ cells }) => [cells[guess.DUE_ON ?? -1] ?? '', cells[guess.LICENCE_EXPIRES_ON ?? -1] ?? '']));
        const row: Row = {
          id, organisationId: actor.organisationId, accountId: actor.accountId, cohortId, name: said, format, state: 'READ', headings, mapping, days, mayMakeAccounts: actor.holdsScope('accounts'),
          total: rows.length, done: 0, counts: { ...noCounts }, whole: false, beatAt: null, stopped: null, at: nowText(), doneAt: null,
        };
        await this.database.write(async (manager) => {
          await manager.insert(RosterImportRow, row);
          await this.#preview(manager, actor, row, rows);
          await this.#forget(manager);
        });
        return row;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  /** Says again what would come of each row, with other columns, days or another cohort. */
  async map(actor: Actor, id: string, { mapping, days, cohortId }: RosterChoice): Promise<Row> {
    const row = await this.must(actor, id);
    if (cohortId !== null && await this.cohorts.cohort(actor, cohortId) === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    if (row.state !== 'READ') throw rosterErrors.ROSTER_OVER();
    const fault = mappingFault(mapping, row.headings.length);
    if (fault !== null) throw platformErrors.BAD_INPUT({ says: fault, path: ['columns'] });
    return this.#again(actor, { ...row, mapping, days, cohortId }, null);
  }

  /** Of one that was to come in whole and did not: says again what would come of each row, and why nothing came. */
  notWhole(actor: Actor, row: Row): Promise<Row> {
    return this.#again(actor, row, (refused) => `Nothing came in: all rows were to come in or none, and ${refused === 1 ? 'one row is' : `${refused.toLocaleString('en')} rows are`} refused.`);
  }

  async #again(actor: Actor, next: Row, stopped: ((refused: number) => string) | null): Promise<Row> {
    const { id, mapping, days, cohortId, state, beatAt } = next;
    return this.database.write(async (manager) => {
      const { affected } = await manager.update(RosterImportRow, { id, state, ...(beatAt === null ? {} : { beatAt }) }, { mapping, days, cohortId, state: 'READ', beatAt: null, stopped: null });
      if (affected === 0) throw rosterErrors.ROSTER_OVER();
      const lines: RosterLine[] = [];
      for (let from = 0; from < next.total; from += atOnce) {
        const rows = await manager.find(RosterRowRow, { where: { importId: id }, select: { importId: true, position: true, line: true, cells: true }, order: { position: 'ASC' }, skip: from, take: atOnce });
        lines.push(...rows.map(({ line, cells }) => ({ line, cells: this.contents.cells(cells) })));
      }
      await manager.delete(RosterRowRow, { importId: id });
      await this.#preview(manager, actor, next, lines);
      next.stopped = stopped === null ? null : stopped(next.counts.REFUSED);
      await manager.update(RosterImportRow, { id }, { stopped: next.stopped });
      return next;
    });
  }

  /** Forgets a roster that is not to come in after all. */
  async discard(actor: Actor, id: string): Promise<void> {
    const row = await this.must(actor, id);
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(RosterImportRow, { id: row.id, state: 'READ' }, { stopped: null });
      if (affected === 0) throw rosterErrors.ROSTER_OVER();
      await remove(manager, [row.id]);
    });
  }

  /** A roster of the actor's organisation; null where there is none. */
  async find(actor: Actor, id: string): Promise<Row | null> {
    return isId(id) ? this.database.read.findOneBy(RosterImportRow, { id, organisationId: actor.organisationId }) : null;
  }

  async must(actor: Actor, id: string): Promise<Row> {
    const row = await this.find(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND();
    return row;
  }

  /** The last rosters that were run or are running, newest first; 20 at most. */
  async last(actor: Actor): Promise<Row[]> {
    return this.database.read.find(RosterImportRow, { where: { organisationId: actor.organisationId, state: In(['RUNNING', 'DONE']) }, order: { id: 'DESC' }, take: 20 });
  }

  /** The first rows as the file has them, so that somebody can say which column holds what. */
  async sample({ id }: Row): Promise<string[][]> {
    return (await this.database.read.find(RosterRowRow, { where: { importId: id }, order: { position: 'ASC' }, take: 3 })).map(({ cells }) => this.contents.cells(cells));
  }

  /** A page of rows in the order of the file, one more than asked for where more follow: what came of them, else what would. */
  async rows(importId: string, show: Outcome | null, { first, after }: Page): Promise<RosterRowView[]> {
    const query = this.#rowsWithResults(importId, show);
    if (after !== null) query.andWhere('w.position > :position', { position: after[0] });
    const { entities, raw } = await query.orderBy('w.position').limit(first + 1).getRawAndEntities<ResultColumns>();
    return entities.map((row, index) => viewOf(row, raw[index]));
  }

  /** How many rows of a roster there are of each sort. */
  async counts(importId: string): Promise<RosterCounts> {
    const rows: { outcome: Outcome; rows: number | string }[] = await this.database.read.createQueryBuilder(RosterRowRow, 'w').leftJoin(RosterResultRow, 'r', 'r.importId = w.importId AND r.position = w.position')
      .select('COALESCE(r.outcome, w.outcome)', 'outcome').addSelect('COUNT(*)', 'rows').where('w.importId = :importId', { importId }).groupBy('COALESCE(r.outcome, w.outcome)').getRawMany();
    return { ...noCounts, ...Object.fromEntries(rows.map(({ outcome, rows: number }) => [outcome, Number(number)])) };
  }

  /** Rows that are refused, as the file has them, with why. */
  async refused(importId: string): Promise<{ line: number; cells: string[]; reason: string | null; atColumn: RosterRowRow['atColumn'] }[]> {
    const { entities, raw } = await this.#rowsWithResults(importId, 'REFUSED').addSelect('w.cells').orderBy('w.position').getRawAndEntities<ResultColumns>();
    return entities.map((row, index) => ({ ...viewOf(row, raw[index]), cells: this.contents.cells(row.cells) }));
  }

  #rowsWithResults(importId: string, show: Outcome | null) {
    const query = this.database.read.createQueryBuilder(RosterRowRow, 'w').leftJoin(RosterResultRow, 'r', 'r.importId = w.importId AND r.position = w.position')
      .select(['w.importId', 'w.position', 'w.line', 'w.email', 'w.name', 'w.outcome', 'w.changes', 'w.reason', 'w.atColumn'])
      .addSelect('r.outcome', 'r_outcome').addSelect('r.reason', 'r_reason').addSelect('r.atColumn', 'r_column').addSelect('r.enrolmentId', 'r_enrolment').where('w.importId = :importId', { importId });
    if (show !== null) query.andWhere('COALESCE(r.outcome, w.outcome) = :show', { show });
    return query;
  }

  async #format(file: string, name: string, folder: string): Promise<RosterFormat> {
    if (!await isZip(file)) return 'csv';
    if (/\.xls[xm]$/i.test(name)) return 'xlsx';
    await unpackZip(file, join(folder, 'files'), unpacked);
    return 'oneroster';
  }

  async #preview(manager: EntityManager, actor: Actor, row: Row, lines: readonly RosterLine[]): Promise<void> {
    const read = readLines(lines, row.mapping ?? {}, row.days);
    const people = read.flatMap(({ person }) => (person === null ? [] : [person]));
    const roll = await this.placing.roll(manager, actor.organisationId, people, row.cohortId);
    const setting = this.placing.settingOf(actor, row.cohortId, row.mayMakeAccounts);
    const counts = { ...noCounts };
    for (let from = 0; from < read.length; from += atOnce) {
      await this.database.insertMany(manager, 'roster_row', read.slice(from, from + atOnce).map(({ line, cells, person, refusal, email, name }, index) => {
        const plan = person === null ? null : planRow(person, roll, setting);
        const outcome = plan?.outcome ?? 'REFUSED';
        const fault = plan === null ? refusal : plan.outcome === 'REFUSED' ? plan.refusal : null;
        counts[outcome] += 1;
        return {
          import_id: row.id, position: from + index, line, cells: this.contents.storedCells(cells), email, name, person: this.contents.storedPerson(person), outcome,
          changes: JSON.stringify(plan === null || plan.outcome === 'REFUSED' ? [] : plan.changes), reason: fault?.reason ?? null, at_column: fault?.column ?? null,
        };
      }));
      await new Promise(setImmediate);
    }
    row.counts = counts;
    await manager.update(RosterImportRow, { id: row.id }, { counts });
  }

  async #forget(manager: EntityManager): Promise<void> {
    const before = (age: number): string => new Date(Date.now() - age).toISOString();
    const old = await manager.find(RosterImportRow, { where: [{ state: 'READ', at: LessThan(before(keeps.read)) }, { state: 'DONE', at: LessThan(before(keeps.done)) }], select: { id: true }, take: 50 });
    await remove(manager, old.map(({ id }) => id));
  }
}

interface ResultColumns { r_outcome: Outcome | null; r_reason: string | null; r_column: RosterRowRow['atColumn']; r_enrolment: string | null }

function viewOf(row: RosterRowRow, result: ResultColumns | undefined): RosterRowView {
  const { importId, position, line, email, name, changes } = row;
  const came = result !== undefined && result.r_outcome !== null;
  return { importId, position, line, email, name, changes, outcome: came ? result.r_outcome ?? row.outcome : row.outcome, reason: came ? result.r_reason : row.reason, atColumn: came ? result.r_column : row.atColumn, enrolmentId: result?.r_enrolment ?? null };
}

async function remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.delete(RosterResultRow, { importId: In([...ids]) });
  await manager.delete(RosterRowRow, { importId: In([...ids]) });
  await manager.delete(RosterImportRow, { id: In([...ids]) });
}
