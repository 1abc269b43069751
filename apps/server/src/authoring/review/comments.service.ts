import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { CommentRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';
import { ItemStore } from '../item-store.js';

const newComment = z.object({
  item: z.string(),
  text: z.string().trim().min(1, 'A comment says something.').max(4_000, 'A comment has at most 4,000 characters.'),
  place: z.string().max(200).regex(/^(\/[^/]+)*$/, 'A place is a JSON Pointer such as /options/2/text, or empty for the item as a whole.').nullish(),
  replyTo: z.string().nullish(),
});
export type NewComment = z.input<typeof newComment>;
const mostComments = 1_000;

/** What people say to each other about places of an item. */
@Injectable()
export class CommentsService {
  constructor(private readonly database: Database, private readonly store: ItemStore) {}

  add(actor: Actor, input: NewComment): Promise<CommentRow> {
    const { item: itemId, text, place, replyTo } = parseInput(newComment, input, 'input');
    return this.database.write(async (manager) => {
      const item = await this.store.locked(manager, actor, itemId);
      const first = replyTo === null || replyTo === undefined ? null : isId(replyTo) ? await manager.findOneBy(CommentRow, { id: replyTo, itemId, replyTo: IsNull() }) : null;
      if (first === null && replyTo !== null && replyTo !== undefined) throw platformErrors.NOT_FOUND({ path: ['input', 'replyTo'] });
      if (await manager.countBy(CommentRow, { itemId }) >= mostComments) throw authoringErrors.COMMENTS_FULL();
      const row: CommentRow = {
        id: newId(), itemId, organisationId: item.organisationId, revision: item.revision, place: first?.place ?? place ?? '', replyTo: first?.id ?? null, text, accountId: actor.accountId, at: nowText(), resolvedAt: null, resolvedBy: null,
      };
      await manager.insert(CommentRow, row);
      return row;
    });
  }

  /** Says that a comment is dealt with, or that it is not after all. */
  resolve(actor: Actor, id: string, resolved: boolean): Promise<CommentRow> {
    return this.database.write(async (manager) => {
      const row = isId(id) ? await manager.findOneBy(CommentRow, { id, organisationId: actor.organisationId, replyTo: IsNull() }) : null;
      if (row === null) throw platformErrors.NOT_FOUND();
      const change = resolved ? { resolvedAt: nowText(), resolvedBy: actor.accountId } : { resolvedAt: null, resolvedBy: null };
      await manager.update(CommentRow, { id }, change);
      return { ...row, ...change };
    });
  }

  /** The comments of an item with their answers, oldest first; one row more than asked for where more follow. */
  async of(actor: Actor, itemId: string, { first, after }: Page, onlyOpen: boolean): Promise<{ rows: CommentRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(CommentRow, 'c').where('c.itemId = :itemId AND c.organisationId = :organisation', { itemId, organisation: actor.organisationId });
    if (onlyOpen) query.andWhere((outer) => `COALESCE(c.replyTo, c.id) IN ${outer.subQuery().select('o.id').from(CommentRow, 'o').where('o.itemId = :itemId AND o.replyTo IS NULL AND o.resolvedAt IS NULL').getQuery()}`);
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id > :id', { id: after[0] });
    return { rows: await query.orderBy('c.id').take(first + 1).getMany(), total };
  }
}
