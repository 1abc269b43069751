import { Injectable } from '@nestjs/common';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Cohort } from '../cohorts/cohorts.types.js';
import type { Actor } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { CohortChanges } from '../live/cohort-changes.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import type { GradebookChangeRow } from './gradebook.entity.js';
import { type BookRow, GradebookService } from './gradebook.service.js';
import type { Gradebook, OverrideMarkInput, SaveGradebookInput } from './gradebook.types.js';
import { type MarkKey, MarksService, type NewMark } from './marks.service.js';
import { GradebookSettingsService, type NewSettings } from './settings.service.js';

/** What staff do with a gradebook: finds cohort and learner for the actor, then lets it be done. */
@Injectable()
export class GradebookDesk {
  constructor(private readonly cohorts: CohortsService, private readonly enrolments: EnrolmentsService, private readonly books: GradebookService, private readonly marks: MarksService, private readonly settings: GradebookSettingsService, private readonly live: CohortChanges) {}

  async gradebook(actor: Actor, cohortId: string): Promise<Gradebook> {
    const cohort = await this.#cohort(actor, cohortId);
    const { settings } = await this.books.book(actor, cohort.id, cohort.courseVersionId);
    // Its resolver gives the columns, once somebody asks for them.
    return { revision: settings.revision, categories: settings.categories, unmarked: settings.unmarked, columns: [], cohortId: cohort.id, courseVersionId: cohort.courseVersionId };
  }

  async save(actor: Actor, input: SaveGradebookInput): Promise<Gradebook> {
    const cohort = await this.#cohort(actor, input.cohort, 'input', 'cohort');
    await this.settings.save(actor, cohort.id, input as NewSettings);
    this.live.touch(cohort.id);
    this.books.forget(actor);
    return this.gradebook(actor, cohort.id);
  }

  async override(actor: Actor, input: OverrideMarkInput): Promise<BookRow> {
    return this.#changed(actor, input.cohort, { enrolmentId: input.enrolment, columnId: input.column }, (key) => this.marks.override(actor, key, input as NewMark));
  }

  undo(actor: Actor, cohortId: string, key: MarkKey, revision: number): Promise<BookRow> {
    return this.#changed(actor, cohortId, key, () => this.marks.undo(actor, key, revision));
  }

  /** Of which cohort an enrolment is; null: of none, or of none that the actor may see. */
  async cohortOf(actor: Actor, enrolmentId: string): Promise<string | null> {
    return isId(enrolmentId) ? (await this.enrolments.find(actor, enrolmentId))?.cohortId ?? null : null;
  }

  async changes(actor: Actor, key: MarkKey, page: Page): Promise<{ rows: GradebookChangeRow[]; total: number }> {
    if (!isId(key.enrolmentId) || await this.enrolments.find(actor, key.enrolmentId) === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    return this.marks.changes(actor, key, page);
  }

  async #changed(actor: Actor, cohortId: string, key: MarkKey, change: (key: MarkKey) => Promise<void>): Promise<BookRow> {
    const cohort = await this.#cohort(actor, cohortId, 'cohort');
    this.books.ensureCell(await this.books.book(actor, cohort.id, cohort.courseVersionId), key.enrolmentId, key.columnId);
    await change(key);
    this.live.touch(cohort.id);
    this.books.forget(actor);
    const row = (await this.books.book(actor, cohort.id, cohort.courseVersionId)).rows.find(({ cells }) => cells.some(({ enrolmentId }) => enrolmentId === key.enrolmentId));
    if (row === undefined) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    return row;
  }

  async #cohort(actor: Actor, id: string, ...path: string[]): Promise<Cohort> {
    const cohort = isId(id) ? await this.cohorts.cohort(actor, id) : null;
    if (cohort === null) throw platformErrors.NOT_FOUND({ path });
    return cohort;
  }
}
