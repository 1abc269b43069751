import { Injectable } from '@nestjs/common';
import type { ItemOf, ResponseOf } from '@preceptor/assessment';
import { itemById } from '@preceptor/course/delivery';
import type { FastifyRequest } from 'fastify';
import { type Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { textFault } from '../../platform/input.js';
import { isId, nowText } from '../../platform/ids.js';
import { isOnBreak, isOver } from '../attempt-clock.js';
import { EnrolmentsService, isOwn } from '../enrolments.service.js';
import { learningErrors } from '../errors.js';
import { EnrolmentRow, UploadRow } from '../learning.entity.js';
import { Ledger } from '../ledger/ledger.js';
import type { LedgerRecord } from '../ledger/record.js';
import { mediaTypeOf } from './media-type.js';
import { UploadStore, type Received } from './upload-store.js';

/** What the client says of a file. `id` is its own; `mediaType` is not trusted. */
export interface SentFile { id: string; item: string; name: string; mediaType: string }
/** Who may open a learner's file besides herself: those who may grade it. */
const graders = ['GRADER', 'INSTRUCTOR', 'ADMINISTRATOR'] as const;
/** Characters of a name, as the answer that names it takes them. */
const longestName = 200;
/** Files of one enrolment that no answer names. */
const mostUnsettled = 50;

/** Files that answer items. Bytes first, then the row that names them: nothing half-written is ever named. */
@Injectable()
export class UploadsService {
  constructor(private readonly database: Database, private readonly enrolments: EnrolmentsService, private readonly ledger: Ledger, private readonly store: UploadStore) {}

  /** Takes a file for an item that the actor is answering now; what it gives is the answer. The same `id` again gives the same, and keeps nothing twice. */
  async take(actor: Actor, enrolmentId: string, sent: SentFile, request: FastifyRequest): Promise<ResponseOf['upload']> {
    const enrolment = await this.enrolments.own(actor, enrolmentId);
    const name = sent.name.replace(/[/\\]/g, '-').trim();
    if (!isId(sent.id)) throw platformErrors.BAD_INPUT({ says: '"id" is not a UUID in lower case.', path: ['id'] });
    if (name === '' || textFault(name, longestName) !== null) throw platformErrors.BAD_INPUT({ says: `A file's name has 1 to ${longestName} characters.`, path: ['name'] });
    const record = (await this.ledger.read([enrolment.id])).get(enrolment.id);
    const item = record === undefined ? null : itemAsked(record, sent.item, new Date());
    if (item === null) throw platformErrors.NOT_FOUND({ says: 'There is no question of this enrolment that takes a file now.', path: ['item'] });
    const { accept, maxBytes } = item.content;
    if (await this.database.read.countBy(UploadRow, { enrolmentId, settled: false }) >= mostUnsettled) throw learningErrors.TOO_MANY_FILES();
    const received = await this.store.receive(request, {
      most: maxBytes, tooLarge: () => learningErrors.FILE_TOO_LARGE(),
      wrongType: () => platformErrors.BAD_INPUT({ says: 'Send the file as the body of the request, with Content-Type: application/octet-stream.' }),
    });
    try {
      const mediaType = received.bytes === 0 ? null : mediaTypeOf(received.head, sent.mediaType, accept);
      if (mediaType === null) throw learningErrors.FILE_NOT_ACCEPTED();
      return await this.#keep({ id: sent.id, enrolmentId, itemId: item.id, name, mediaType, bytes: received.bytes, sha256: received.sha256, uploadedAt: nowText(), settled: false }, received);
    } finally {
      await this.store.discard(received);
    }
  }

  /** A file that the actor sent herself, or may grade; null for any other, as for one that does not exist. */
  async find(actor: Actor, id: string): Promise<UploadRow | null> {
    const row = isId(id) ? await this.database.read.findOneBy(UploadRow, { id }) : null;
    const enrolment = row === null ? null : await this.database.read.findOneBy(EnrolmentRow, { id: row.enrolmentId });
    if (enrolment === null) return null;
    return isOwn(actor, enrolment) || (enrolment.organisationId === actor.organisationId && actor.has(...graders)) ? row : null;
  }

  async #keep(row: UploadRow, received: Received): Promise<ResponseOf['upload']> {
    await this.store.keep(received);
    const kept = await this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(UploadRow).values(row).orIgnore().execute();
      return manager.findOneByOrFail(UploadRow, { id: row.id });
    });
    const same = kept.enrolmentId === row.enrolmentId && kept.itemId === row.itemId && kept.sha256 === row.sha256;
    if (!same) throw platformErrors.CONFLICT({ says: 'Another file was sent by this id.', path: ['id'] });
    return { file: kept.id, name: kept.name, mediaType: kept.mediaType, bytes: kept.bytes };
  }
}

/** The item, if it takes a file and is being asked: set into a lesson, or in an attempt that still takes answers. */
function itemAsked({ version, attempts }: LedgerRecord, id: string, now: Date): ItemOf<'upload'> | null {
  const item = itemById(version.course).get(id);
  if (item?.kind !== 'upload') return null;
  const inLesson = version.course.units.some(({ lessons }) => lessons.some(({ checks }) => checks.some((check) => check.id === id)));
  const inAttempt = [...attempts.values()].some((attempt) => attempt.submittedAt === null && !isOver(attempt, now) && !isOnBreak(attempt, now) && attempt.form.sections.some((section) => section.items.includes(id)));
  return inLesson || inAttempt ? item : null;
}
