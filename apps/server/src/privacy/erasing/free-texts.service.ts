import { Injectable } from '@nestjs/common';
import type { GivenMarks } from '@preceptor/assessment';
import { itemById } from '@preceptor/course/delivery';
import type { TrackingEvent } from '@preceptor/tracking';
import type { EntityManager } from 'typeorm';
import { CatalogService } from '../../catalog/catalog.service.js';
import { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Person } from '../holdings.service.js';
import { emptied, isEmptied, isTyped, stateWithoutWords, withoutReason, withoutRemarks, withoutWords } from './typed-words.js';

/** A value that is put in the place of one that holds words. */
interface Rewrite { table: string; set: Record<string, unknown>; key: Record<string, unknown> }
type Row = Record<string, string | null>;
type KindOf = (item: string) => string | undefined;

/**
 * What people wrote about a person in their own words, within her records: reflections, answers that are typed, file names, graders'
 * remarks, reasons of staff. Such words may name anybody, so an erasure takes them out; choices, scores and days stay.
 */
@Injectable()
export class FreeTexts {
  constructor(private readonly database: Database, private readonly catalog: CatalogService) {}

  /** How many values hold such words. */
  async count(person: Person): Promise<number> {
    return (await this.#rewrites(this.database.read, person)).length;
  }

  /** Takes them out; gives how many there were. */
  async clear(manager: EntityManager, person: Person): Promise<number> {
    const rewrites = await this.#rewrites(manager, person);
    for (const { table, set, key } of rewrites) {
      const [columns, keys] = [Object.keys(set), Object.keys(key)];
      await manager.query(
        `UPDATE "${table}" SET ${columns.map((name, at) => `"${name}" = ${this.database.parameter(at + 1)}`).join(', ')} WHERE ${keys.map((name, at) => `"${name}" = ${this.database.parameter(columns.length + at + 1)}`).join(' AND ')}`,
        [...Object.values(set), ...Object.values(key)],
      );
    }
    return rewrites.length;
  }

  async #rewrites(manager: EntityManager, { accountId, organisationId }: Person): Promise<Rewrite[]> {
    const [account, organisation] = [this.database.parameter(1), this.database.parameter(2)];
    const ask = (text: string): Promise<Row[]> => manager.query<Row[]>(text.replaceAll('HERS', `(SELECT id FROM enrolment WHERE account_id = ${account} AND organisation_id = ${organisation})`), [accountId, organisationId]);
    const enrolments = await ask('SELECT id, course_version_id FROM enrolment WHERE id IN HERS');
    const kinds = new Map<string, KindOf>();
    const versionOf = new Map(enrolments.map((row) => [row['id'], row['course_version_id'] ?? '']));
    const kindsOf = async (version: string): Promise<KindOf> => kinds.get(version) ?? this.#remembered(kinds, version, organisationId);
    const found: Rewrite[] = [];
    const add = (table: string, key: Record<string, unknown>, set: Record<string, unknown>) => {
      const changes = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null && value !== undefined));
      if (Object.keys(changes).length > 0) found.push({ table, key, set: changes });
    };
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
    for (const { enrolment_id: enrolment, id, data } of await ask("SELECT enrolment_id, id, data FROM learning_event WHERE type IN ('reflection-saved', 'item-answered') AND enrolment_id IN HERS")) {
      add('learning_event', { enrolment_id: enrolment, id }, { data: json(withoutWords(read<TrackingEvent>(data), await kindsOf(versionOf.get(enrolment) ?? ''))) });
    }
    for (const { enrolment_id: enrolment, snapshot, course_version_id: version } of await ask("SELECT enrolment_id, snapshot, course_version_id FROM learning_progress WHERE snapshot <> '' AND enrolment_id IN HERS")) {
      add('learning_progress', { enrolment_id: enrolment }, { snapshot: json(stateWithoutWords(read<object>(snapshot), await kindsOf(version ?? ''))) });
    }
    for (const { enrolment_id: enrolment, attempt_id: attempt, item_id: item, course_version_id: version, response, given } of await ask('SELECT enrolment_id, attempt_id, item_id, course_version_id, response, given FROM learning_response WHERE enrolment_id IN HERS')) {
      const words = response !== null && response !== undefined && isTyped((await kindsOf(version ?? ''))(item ?? '')) && !isEmptied(read(response));
      add('learning_response', { enrolment_id: enrolment, attempt_id: attempt, item_id: item }, { response: words ? json(emptied) : null, given: json(withoutRemarks(read<GivenMarks | null>(given))) });
    }
    for (const { id, final } of await ask('SELECT id, final FROM grading_task WHERE enrolment_id IN HERS')) add('grading_task', { id }, { final: json(withoutRemarks(read<GivenMarks | null>(final))) });
    for (const { id } of await ask("SELECT id FROM grading_mark WHERE comment <> '' AND task_id IN (SELECT id FROM grading_task WHERE enrolment_id IN HERS)")) add('grading_mark', { id }, { comment: '' });
    for (const { id, before, after, reason } of await ask('SELECT id, before, after, reason FROM gradebook_change WHERE enrolment_id IN HERS')) {
      add('gradebook_change', { id }, { before: json(withoutReason(read<{ reason: string } | null>(before))), after: json(withoutReason(read<{ reason: string } | null>(after))), reason: reason === '' ? null : '' });
    }
    for (const { id } of await ask("SELECT id FROM cohort_transfer WHERE reason <> '' AND enrolment_id IN HERS")) add('cohort_transfer', { id }, { reason: '' });
    for (const { id } of await ask("SELECT id FROM certificate WHERE reason <> '' AND enrolment_id IN HERS")) add('certificate', { id }, { reason: '' });
    return found;
  }

  async #remembered(kinds: Map<string, KindOf>, version: string, organisationId: string): Promise<KindOf> {
    const loaded = await this.catalog.loaded(Actor.system(organisationId), version).catch(() => null);
    const items = loaded === null ? new Map<string, { kind: string }>() : itemById(loaded.course);
    const kindOf: KindOf = (item) => items.get(item)?.kind;
    kinds.set(version, kindOf);
    return kindOf;
  }
}

const read = <T>(text: string | null | undefined): T => JSON.parse(text ?? 'null') as T;
