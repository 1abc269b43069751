import { Injectable } from '@nestjs/common';
import type { Correction, Item } from '@preceptor/assessment';
import { revisionsOf } from '@preceptor/course/delivery';
import { In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import type { Actor } from '../../identity/actor.js';
import { CorrectionsService } from '../../learning/corrections.service.js';
import { type AttemptOfItem, ScoringService } from '../../learning/scoring.service.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { found } from '../../platform/found.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isId, newId, nowText } from '../../platform/ids.js';
import { gradingErrors } from '../errors.js';
import { RegradeAttemptRow, RegradeRow } from '../grading.entity.js';
import { itemOf } from '../tasks.service.js';
import { type Change, correctionOf, fingerprintOf, rankOf } from './regrade-change.js';
import { RegradeRun } from './regrade-run.service.js';

export interface RegradeWish { version: string; item: string; change: Change; key?: unknown; otherVersions: boolean }
/** Attempts that are foreseen together. */
const atOnce = 200;
/** Up to so many attempts whoever asks waits for the end. */
const quick = 300;
/** Most versions of one course that a regrade is about. */
const mostVersions = 100;

/** Mending an item under attempts that are done: first who is affected, then the doing. */
@Injectable()
export class RegradeService {
  constructor(private readonly database: Database, private readonly catalog: CatalogService, private readonly scoring: ScoringService, private readonly corrections: CorrectionsService, private readonly run: RegradeRun, private readonly audit: AuditService) {}

  /** An item as it was published, and what holds for it. */
  async item(actor: Actor, versionId: string, itemId: string): Promise<{ published: Item; correction: Correction | null }> {
    const version = await this.catalog.loaded(actor, versionId);
    const published = itemOf(version, itemId);
    if (published === null) throw platformErrors.NOT_FOUND({ path: ['item'] });
    return { published, correction: (await this.#held([versionId], itemId))[versionId] ?? null };
  }

  /** What would change, kept under an id that `regrade` takes. Nothing is regraded. */
  async preview(actor: Actor, wish: RegradeWish): Promise<RegradeRow> {
    const version = await this.catalog.loaded(actor, wish.version);
    const item = itemOf(version, wish.item);
    if (item === null) throw platformErrors.NOT_FOUND({ path: ['input', 'item'] });
    const correction = correctionOf(item, wish.change, wish.key);
    const versionIds = wish.otherVersions ? await this.#sameItem(actor, version, item.id) : [version.id];
    const previous = await this.#held(versionIds, item.id);
    if (versionIds.every((id) => JSON.stringify(previous[id] ?? null) === JSON.stringify(correction))) throw gradingErrors.NOTHING_TO_REGRADE({ path: ['input', 'change'] });
    const attempts = await this.scoring.attemptsOf(versionIds, item.id);
    const row: RegradeRow = {
      id: newId(), organisationId: actor.organisationId, courseId: version.courseId, itemId: item.id, versionIds, correction, previous, state: 'PREVIEW', fingerprint: fingerprintOf(attempts, previous), reason: '',
      accountId: actor.accountId, askedAt: nowText(), begunAt: null, doneAt: null, attempts: attempts.length, scoresChanged: 0, passesLost: 0, passesWon: 0,
    };
    const rows = await this.#foreseen(row, attempts);
    for (const { rank } of rows) {
      if (rank < 3) row.scoresChanged += 1;
      if (rank === 0) row.passesLost += 1;
      if (rank === 1) row.passesWon += 1;
    }
    await this.database.write(async (manager) => {
      for (const { id } of await manager.findBy(RegradeRow, { organisationId: actor.organisationId, accountId: actor.accountId, state: 'PREVIEW' })) {
        await manager.delete(RegradeAttemptRow, { regradeId: id });
        await manager.delete(RegradeRow, { id });
      }
      await manager.insert(RegradeRow, row);
      await this.database.insertMany(manager, 'grading_regrade_attempt', rows.map((one) => ({
        regrade_id: one.regradeId, attempt_id: one.attemptId, enrolment_id: one.enrolmentId, account_id: one.accountId, cohort_id: one.cohortId, before: JSON.stringify(one.before), after: JSON.stringify(one.after),
        success_before: one.successBefore, success_after: one.successAfter, rank: one.rank, event_id: one.eventId, applied_at: null,
      })));
    });
    return row;
  }

  /** Does what a preview said; refused where it would not be that any more. The same again changes nothing. */
  async regrade(actor: Actor, id: string, reason: string): Promise<RegradeRow> {
    const row = await this.one(actor, id);
    const why = reason.trim();
    if (why.length < 3 || why.length > 1_000) throw platformErrors.BAD_INPUT({ says: 'Say why, in 3 to 1,000 characters: it is kept with the scores.', path: ['reason'] });
    if (row.state === 'PREVIEW') {
      if (fingerprintOf(await this.scoring.attemptsOf(row.versionIds, row.itemId), await this.#held(row.versionIds, row.itemId)) !== row.fingerprint) throw gradingErrors.REGRADE_CHANGED({ path: ['preview'] });
      await this.database.write(async (manager) => {
        const { affected } = await manager.update(RegradeRow, { id, state: 'PREVIEW' }, { state: 'RUNNING', reason: why, accountId: actor.accountId, begunAt: nowText() });
        if (affected !== 1) return;
        await this.corrections.set(manager, row.versionIds, row.itemId, row.correction);
        const { scoresChanged, passesLost, passesWon } = row;
        await this.audit.record(manager, actor, { action: 'item.regraded', subject: { type: 'item', id: row.itemId }, before: { corrections: row.previous }, after: { correction: row.correction, versions: row.versionIds, reason: why, attempts: row.attempts, scoresChanged, passesLost, passesWon } });
      });
    }
    const finished = this.run.begin(id);
    if (row.attempts <= quick) await finished;
    return this.one(actor, id);
  }

  /** A regrade or preview of the actor's organisation; one that nobody is at any more is taken up. */
  async one(actor: Actor, id: string): Promise<RegradeRow> {
    const row = isId(id) ? await this.database.read.findOneBy(RegradeRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['regrade'] });
    if (row.state === 'RUNNING') void this.run.begin(id);
    return row;
  }

  /** What was done about an item, newest first; `first + 1` rows. */
  async history(actor: Actor, courseId: string, itemId: string, { first, after }: Page): Promise<{ rows: RegradeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(RegradeRow, 'g').where("g.organisationId = :organisation AND g.courseId = :courseId AND g.itemId = :itemId AND g.state <> 'PREVIEW'", { organisation: actor.organisationId, courseId, itemId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('g.id < :id', { id: after[0] });
    return { rows: await query.orderBy('g.id', 'DESC').take(first + 1).getMany(), total };
  }

  /** A regrade's attempts, passes lost first, then passes won, then other scores; `first + 1` rows. */
  async changes(regradeId: string, all: boolean, { first, after }: Page): Promise<{ rows: RegradeAttemptRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(RegradeAttemptRow, 'c').where('c.regradeId = :regradeId', { regradeId });
    if (!all) query.andWhere('c.rank < 3');
    const total = await query.getCount();
    if (after !== null) query.andWhere('(c.rank > :rank OR (c.rank = :rank AND c.attemptId > :attempt))', { rank: after[0], attempt: after[1] });
    return { rows: await query.orderBy('c.rank').addOrderBy('c.attemptId').take(first + 1).getMany(), total };
  }

  /** How many attempts are scored anew already; batched within a request. */
  async applied(actor: Actor, id: string): Promise<number> {
    const counted = await actor.loader('grading.applied', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(RegradeAttemptRow, 'c').select(['c.regradeId AS id', 'COUNT(*) AS applied'])
        .where('c.regradeId IN (:...ids) AND c.appliedAt IS NOT NULL', { ids: [...ids] }).groupBy('c.regradeId').getRawMany<{ id: string; applied: string }>();
      return new Map(rows.map((row) => [row.id, Number(row.applied)]));
    }).load(id);
    return counted ?? 0;
  }

  /** The regrade of the actor's organisation; batched within a request. */
  async loaded(actor: Actor, id: string): Promise<RegradeRow> {
    return found(await actor.loader('grading.regrade', async (ids) => new Map((await this.database.read.findBy(RegradeRow, { id: In([...ids]), organisationId: actor.organisationId })).map((row) => [row.id, row]))).load(id));
  }

  async #foreseen({ id, itemId, correction }: RegradeRow, attempts: readonly AttemptOfItem[]): Promise<RegradeAttemptRow[]> {
    const rows: RegradeAttemptRow[] = [];
    for (const part of together(attempts)) {
      const foreseen = await this.scoring.foresee(part, itemId, correction);
      for (const { attemptId, enrolmentId, accountId, cohortId } of part) {
        const one = foreseen.get(attemptId);
        if (one === undefined) continue;
        const { before, after, success } = one;
        rows.push({ regradeId: id, attemptId, enrolmentId, accountId, cohortId, before, after, successBefore: success.before, successAfter: success.after, rank: rankOf(before, after), eventId: newId(), appliedAt: null });
      }
    }
    return rows;
  }

  /** The version and all others of its course that have the very same item. */
  async #sameItem(actor: Actor, version: LoadedVersion, itemId: string): Promise<string[]> {
    const revision = revisionOf(version, itemId);
    const { rows } = await this.catalog.versionsOf(actor, version.courseId, { first: mostVersions - 1, after: null });
    const same: string[] = [];
    for (const { id } of rows) {
      const other = id === version.id ? version : await this.catalog.loaded(actor, id);
      if (revisionOf(other, itemId) === revision) same.push(id);
    }
    return same.includes(version.id) ? same : [version.id, ...same];
  }

  async #held(versionIds: readonly string[], itemId: string): Promise<Record<string, Correction>> {
    return Object.fromEntries([...await this.corrections.ofAll(versionIds)].flatMap(([id, corrections]) => { const held = corrections.get(itemId); return held === undefined ? [] : [[id, held]]; }));
  }
}

function revisionOf(version: LoadedVersion, itemId: string): string | null {
  const item = itemOf(version, itemId);
  return item === null ? null : revisionsOf(version.course).ofItem(item);
}

/** In parts of about `atOnce`, all attempts of one enrolment in the same. */
function together(attempts: readonly AttemptOfItem[]): AttemptOfItem[][] {
  const parts: AttemptOfItem[][] = [];
  let last = '';
  for (const attempt of attempts.toSorted((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : 1))) {
    const part = parts.at(-1);
    if (part === undefined || (part.length >= atOnce && attempt.enrolmentId !== last)) parts.push([attempt]);
    else part.push(attempt);
    last = attempt.enrolmentId;
  }
  return parts;
}
