import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { found } from '../../platform/found.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { BankRow, ItemRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import type { BankCounts } from './banks.types.js';

const title = z.string().trim().min(1, 'A bank needs a title.').max(120, 'A title has at most 120 characters.');
const name = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'A name has lower-case letters, digits and hyphens, begins with a letter and has at most 64 characters.');
const about = { course: z.string().nullish(), unit: z.string().max(64).nullish() };
const newBank = z.object({ title, name: name.nullish(), ...about });
const bankChange = z.object({ title: title.nullish(), ...about });
export type NewBank = z.input<typeof newBank>;
export type BankChange = z.input<typeof bankChange>;

/** Banks of the actor's organisation. */
@Injectable()
export class BanksService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly audit: AuditService) {}

  /** A page of banks, by title; one row more than asked for where more follow. */
  async page(actor: Actor, { first, after }: Page): Promise<{ rows: BankRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(BankRow, 'b').where('b.organisationId = :organisation', { organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(b.title > :title OR (b.title = :title AND b.id > :id))', { title: after[0], id: after[1] });
    return { rows: await query.orderBy('b.title').addOrderBy('b.id').take(first + 1).getMany(), total };
  }

  /** A bank; batched within a request. */
  find(actor: Actor, id: string): Promise<BankRow | null> {
    return actor.loader('authoring.bank', async (ids) => {
      const rows = await this.database.read.findBy(BankRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((row) => [row.id, row]));
    }).load(id);
  }

  /** Those of some banks that the actor's organisation has, by title. */
  some(actor: Actor, ids: readonly string[]): Promise<BankRow[]> {
    return this.database.read.find(BankRow, { where: { id: In(ids.filter(isId)), organisationId: actor.organisationId }, order: { title: 'ASC', id: 'ASC' } });
  }

  /** The banks whose items name the statements of a course. */
  ofCourse(actor: Actor, courseId: string): Promise<BankRow[]> {
    return this.database.read.findBy(BankRow, { organisationId: actor.organisationId, courseId });
  }

  /** How many items a bank has, by state; batched within a request. */
  async counts(actor: Actor, bankId: string): Promise<BankCounts> {
    const found = await actor.loader('authoring.bankCounts', async (ids) => {
      const rows: { bank: string; state: string; items: number | string }[] = await this.database.read.createQueryBuilder(ItemRow, 'i')
        .select('i.bankId', 'bank').addSelect('i.state', 'state').addSelect('COUNT(*)', 'items')
        .where('i.organisationId = :organisation AND i.bankId IN (:...ids)', { organisation: actor.organisationId, ids: [...ids] })
        .groupBy('i.bankId').addGroupBy('i.state').getRawMany();
      const of = (bank: string, state: string) => Number(rows.find((row) => row.bank === bank && row.state === state)?.items ?? 0);
      return new Map(ids.map((id): [string, BankCounts] => [id, { draft: of(id, 'draft'), inReview: of(id, 'in-review'), approved: of(id, 'approved'), retired: of(id, 'retired') }]));
    }).load(bankId);
    return found ?? { draft: 0, inReview: 0, approved: 0, retired: 0 };
  }

  async create(actor: Actor, input: NewBank): Promise<BankRow> {
    const { title: said, name: wished, course, unit } = parseInput(newBank, input, 'input');
    await this.#checkCourse(actor, course ?? null, unit ?? null);
    return this.database.write((manager) => this.createIn(manager, actor, { title: said, name: wished ?? null, courseId: course ?? null, unit: unit ?? null }));
  }

  /** Makes a bank in a transaction that is under way. `name` null: one made of the title, with a number where it is taken. */
  async createIn(manager: EntityManager, actor: Actor, { title: said, name: wished, courseId, unit }: { title: string; name: string | null; courseId: string | null; unit: string | null }): Promise<BankRow> {
    const isTaken = (one: string) => manager.existsBy(BankRow, { organisationId: actor.organisationId, name: one });
    if (wished !== null && await isTaken(wished)) throw authoringErrors.NAME_TAKEN({ says: `There is a bank named "${wished}" already.`, path: ['input', 'name'] });
    const base = wished ?? nameOf(said);
    let own = base;
    for (let number = 2; wished === null && await isTaken(own); number++) own = `${base.slice(0, 58)}-${number}`;
    const row = { id: newId(), organisationId: actor.organisationId, name: own, title: said, courseId, unit, createdAt: nowText() };
    await manager.insert(BankRow, row);
    return row;
  }

  async change(actor: Actor, id: string, input: BankChange): Promise<BankRow> {
    const { title: said, course, unit } = parseInput(bankChange, input, 'input');
    const bank = found(await this.find(actor, id));
    const next: BankRow = { ...bank, title: said ?? bank.title, courseId: course === undefined ? bank.courseId : course, unit: unit === undefined ? bank.unit : unit };
    if (next.courseId !== bank.courseId && unit === undefined) next.unit = null;
    await this.#checkCourse(actor, next.courseId, next.unit);
    await this.database.write(async (manager) => {
      const told = ({ title: name, courseId, unit: part }: BankRow) => ({ title: name, courseId, unit: part });
      await manager.update(BankRow, { id, organisationId: actor.organisationId }, told(next));
      await this.audit.record(manager, actor, { action: 'bank.changed', subject: { type: 'bank', id, label: next.title }, before: told(bank), after: told(next) });
    });
    return next;
  }

  async #checkCourse(actor: Actor, courseId: string | null, unit: string | null): Promise<void> {
    if (courseId === null) {
      if (unit !== null) throw platformErrors.BAD_INPUT({ says: 'A unit belongs to a course: name the course too.', path: ['input', 'unit'] });
      return;
    }
    if (await this.catalog.course(actor, courseId) === null) throw platformErrors.NOT_FOUND({ path: ['input', 'course'] });
    if (unit === null) return;
    const latest = await this.catalog.latest(actor, courseId);
    const units = latest === null ? [] : (await this.catalog.loaded(actor, latest.id)).course.units;
    if (!units.some((one) => one.id === unit)) throw platformErrors.BAD_INPUT({ says: 'The newest version of this course has no such unit.', path: ['input', 'unit'] });
  }
}

/** A title as an id of a course source. */
function nameOf(said: string): string {
  const plain = said.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
  return plain === '' ? 'bank' : plain;
}
