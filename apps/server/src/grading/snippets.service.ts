import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { SnippetRow } from './grading.entity.js';

const longest = 1_000;
/** Most snippets that one person keeps. */
const mostKept = 200;

/** Texts that graders write again and again. */
@Injectable()
export class SnippetsService {
  constructor(private readonly database: Database) {}

  /** One's own and the organisation's shared ones, newest first; `first + 1` rows. */
  async page(actor: Actor, { first, after }: Page): Promise<{ rows: SnippetRow[]; total: number }> {
    const query = this.#visible(actor);
    const total = await query.getCount();
    if (after !== null) query.andWhere('s.id < :id', { id: after[0] });
    return { rows: await query.orderBy('s.id', 'DESC').take(first + 1).getMany(), total };
  }

  async save(actor: Actor, text: string, shared: boolean): Promise<SnippetRow> {
    const said = text.trim();
    if (said === '' || said.length > longest) throw platformErrors.BAD_INPUT({ says: `A snippet has from 1 to ${longest} characters.`, path: ['text'] });
    if (await this.database.read.countBy(SnippetRow, { organisationId: actor.organisationId, accountId: actor.accountId }) >= mostKept) throw platformErrors.TOO_LARGE({ says: `At most ${mostKept} snippets are kept for one person: delete some first.`, path: ['text'] });
    const row: SnippetRow = { id: newId(), organisationId: actor.organisationId, accountId: actor.accountId, shared, text: said, createdAt: nowText() };
    await this.database.write((manager) => manager.insert(SnippetRow, row));
    return row;
  }

  /** Deletes one of one's own. */
  async remove(actor: Actor, id: string): Promise<void> {
    const { affected } = isId(id) ? await this.database.write((manager) => manager.delete(SnippetRow, { id, organisationId: actor.organisationId, accountId: actor.accountId })) : { affected: 0 };
    if (affected !== 1) throw platformErrors.NOT_FOUND({ path: ['snippet'] });
  }

  #visible(actor: Actor): SelectQueryBuilder<SnippetRow> {
    return this.database.read.createQueryBuilder(SnippetRow, 's').where('s.organisationId = :organisation AND (s.accountId = :me OR s.shared = :shared)', { organisation: actor.organisationId, me: actor.accountId, shared: this.database.engine === 'postgres' ? true : 1 });
  }
}
