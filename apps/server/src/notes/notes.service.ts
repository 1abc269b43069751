import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { noteErrors } from './errors.js';
import { NoteRow } from './notes.entity.js';

const body = z.string().trim().min(1, 'Write the note.').max(4_000, 'A note has at most 4,000 characters.');
/** Most notes about one learner. */
const mostNotes = 500;

/**
 * Notes that staff write about learners: about a person, wherever in the organisation she learns. Nobody reads what is
 * written about herself, whatever roles she has. The trail says that a note was written, never what.
 */
@Injectable()
export class NotesService {
  constructor(private readonly database: Database, private readonly enrolments: EnrolmentsService, private readonly audit: AuditService) {}

  /** Notes about a learner, newest first; one row more where more follow. The caller has asked for staff. */
  async about(actor: Actor, accountId: string, { first, after }: Page): Promise<{ rows: NoteRow[]; total: number }> {
    if (accountId === actor.accountId) return { rows: [], total: 0 };
    const query = this.database.read.createQueryBuilder(NoteRow, 'n').where('n.organisationId = :organisation AND n.accountId = :accountId', { organisation: actor.organisationId, accountId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('n.id < :id', { id: after[0] });
    return { rows: await query.orderBy('n.id', 'DESC').take(first + 1).getMany(), total };
  }

  /** Writes one about whoever has this enrolment. */
  async add(actor: Actor, enrolmentId: string, input: string): Promise<NoteRow> {
    const text = parseInput(body, input, 'body');
    const enrolment = isId(enrolmentId) ? await this.enrolments.find(actor, enrolmentId) : null;
    if (enrolment === null || enrolment.accountId === actor.accountId) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    const row: NoteRow = { id: newId(), organisationId: actor.organisationId, accountId: enrolment.accountId, authorId: actor.accountId, body: text, revision: 1, writtenAt: nowText(), changedAt: null };
    await this.database.write(async (manager) => {
      if (await manager.countBy(NoteRow, { organisationId: actor.organisationId, accountId: row.accountId }) >= mostNotes) throw platformErrors.TOO_LARGE({ says: `At most ${mostNotes} notes are kept about one person.`, path: ['body'] });
      await manager.insert(NoteRow, row);
      await this.audit.record(manager, actor, { action: 'note.written', subject: subjectOf(row), after: { note: row.id, characters: text.length } });
    });
    return row;
  }

  /** Changes one's own note, of the revision that was seen. */
  async change(actor: Actor, id: string, revision: number, input: string): Promise<NoteRow> {
    const text = parseInput(body, input, 'body');
    const before = await this.#found(actor, id);
    if (before.authorId !== actor.accountId) throw noteErrors.OTHERS_NOTE({ path: ['note'] });
    return this.database.write(async (manager) => {
      const after = { body: text, revision: revision + 1, changedAt: nowText() };
      const { affected } = await manager.update(NoteRow, { id, organisationId: actor.organisationId, revision }, after);
      if (affected !== 1) throw platformErrors.CONFLICT({ says: 'This note was changed meanwhile. Look at it again, then save yours.', path: ['revision'] });
      await this.audit.record(manager, actor, { action: 'note.changed', subject: subjectOf(before), before: { note: id, characters: before.body.length }, after: { note: id, characters: text.length } });
      return { ...before, ...after };
    });
  }

  /** Takes a note away: one's own, or as an administrator any. */
  async remove(actor: Actor, id: string): Promise<void> {
    const row = await this.#found(actor, id);
    if (row.authorId !== actor.accountId && !actor.has('ADMINISTRATOR')) throw noteErrors.OTHERS_NOTE({ path: ['note'] });
    await this.database.write(async (manager) => {
      await manager.delete(NoteRow, { id, organisationId: actor.organisationId });
      await this.audit.record(manager, actor, { action: 'note.removed', subject: subjectOf(row), before: { note: id, characters: row.body.length } });
    });
  }

  /** A note of the organisation; what is about the actor herself is as if there were none. */
  async #found(actor: Actor, id: string): Promise<NoteRow> {
    const row = isId(id) ? await this.database.read.findOneBy(NoteRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null || row.accountId === actor.accountId) throw platformErrors.NOT_FOUND({ path: ['note'] });
    return row;
  }
}

const subjectOf = ({ accountId }: NoteRow) => ({ type: 'account', id: accountId });
