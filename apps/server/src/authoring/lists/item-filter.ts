import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { isId } from '../../platform/ids.js';
import { BankRow, ItemRow } from '../authoring.entity.js';
import { FoldersService } from '../banks/folders.service.js';
import { ItemIndex } from '../search/item-index.js';
import type { BankItemFilter } from './bank-items.types.js';

export type FilterName = keyof BankItemFilter;

/** Turns a filter into conditions on `authoring_item`, always within the actor's organisation. */
@Injectable()
export class ItemFilter {
  constructor(private readonly database: Database, private readonly index: ItemIndex, private readonly folders: FoldersService) {}

  /** A query for the items, called `i`. `without`: a part of the filter that does not count. */
  async query(actor: Actor, filter: BankItemFilter, without?: FilterName): Promise<SelectQueryBuilder<ItemRow>> {
    const counting: BankItemFilter = { ...filter };
    if (without !== undefined) delete counting[without];
    const { text, names, bank, folder, states, kinds, levels, difficulties, tags, statement, author, course, findings, sound, approved } = counting;
    const query = this.database.read.createQueryBuilder(ItemRow, 'i').where('i.organisationId = :organisation', { organisation: actor.organisationId });
    if (given(bank)) query.andWhere('i.bankId = :bank', { bank: idOrNone(bank) });
    // An id of nobody's folder finds nothing, like one of a folder without items.
    if (given(folder)) query.andWhere('i.folderId IN (:...folders)', { folders: await this.folders.within(actor, folder) ?? [''] });
    if (given(course)) query.andWhere((outer) => `i.bankId IN ${outer.subQuery().select('b.id').from(BankRow, 'b').where('b.organisationId = :organisation AND b.courseId = :course').getQuery()}`, { course: idOrNone(course) });
    if (given(states)) query.andWhere('i.state IN (:...states)', { states: some(states, 'states') });
    if (given(names)) query.andWhere('i.name IN (:...names)', { names: some(names, 'names') });
    if (given(kinds)) query.andWhere('i.kind IN (:...kinds)', { kinds: some(kinds, 'kinds') });
    if (given(levels)) query.andWhere(`COALESCE(i.level, '') IN (:...levels)`, { levels: some(levels, 'levels') });
    if (given(difficulties)) query.andWhere(`COALESCE(i.difficulty, '') IN (:...difficulties)`, { difficulties: some(difficulties, 'difficulties') });
    for (const [index, tag] of (given(tags) ? some(tags, 'tags') : []).entries()) query.andWhere(this.#holds('i.tags', `tag${index}`), { [`tag${index}`]: tag });
    if (given(statement)) {
      if (statement === '') query.andWhere(`i.statements = '[]'`);
      else query.andWhere(this.#holds('i.statements', 'statement'), { statement });
    }
    if (given(author)) query.andWhere('i.authorId = :author', { author: idOrNone(author) });
    if (given(findings)) query.andWhere(findings ? 'i.findings > 0' : 'i.findings = 0');
    if (given(sound)) query.andWhere('i.sound = :sound', { sound: this.database.engine === 'sqlite' ? Number(sound) : sound });
    if (given(approved)) query.andWhere(approved ? 'i.approvedVersion IS NOT NULL' : 'i.approvedVersion IS NULL');
    const matching = given(text) ? this.index.matching(text, 'i.id') : null;
    if (matching !== null) query.andWhere(matching.condition, matching.parameters);
    return query;
  }

  /** The entries of a column that holds a JSON list, as a table `e` with the column `value`. */
  entriesOf(column: string): string {
    return this.database.engine === 'sqlite' ? `json_each(${column}) e` : `jsonb_array_elements_text(${column}::jsonb) AS e(value)`;
  }

  #holds(column: string, parameter: string): string {
    return `EXISTS (SELECT 1 FROM ${this.entriesOf(column)} WHERE e.value = :${parameter})`;
  }
}

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
const idOrNone = (id: string): string => (isId(id) ? id : '');

function some<T>(values: readonly T[], name: string): readonly T[] {
  if (values.length > 0 && values.length <= 50) return values;
  throw platformErrors.BAD_INPUT({ says: 'Give from 1 to 50 values, or leave the list out.', path: ['filter', name] });
}
