import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { IsNull, Not } from 'typeorm';
import { ScoringService } from '../../learning/scoring.service.js';
import { Database } from '../../platform/database/database.js';
import { newId, nowText } from '../../platform/ids.js';
import { LOG } from '../../platform/platform.module.js';
import { RegradeAttemptRow, RegradeRow } from '../grading.entity.js';
import { VoidingService } from '../voiding.service.js';
import { rankOf } from './regrade-change.js';
import { StakesService } from './stakes.service.js';

/** Attempts that are rescored together: the ledger shares their commits. */
const atOnce = 64;

/**
 * Regrades under way. Each attempt is rescored whole in one commit, by an event whose id stands in the table, so that a
 * server that was killed in the middle goes on where it was, and two servers at the same regrade do no harm.
 */
@Injectable()
export class RegradeRun implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #running = new Map<string, Promise<void>>();
  #stopping = false;

  constructor(private readonly database: Database, private readonly scoring: ScoringService, private readonly stakes: StakesService, private readonly voiding: VoidingService, @Inject(LOG) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    void this.#takeUp().catch((fault: unknown) => this.log.error({ fault: String(fault) }, 'regrades left undone'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#running.values());
  }

  /** Goes on with a regrade, if this server is not at it; resolves when it is at its end, or the server stops. */
  begin(id: string): Promise<void> {
    const known = this.#running.get(id);
    if (known !== undefined) return known;
    const running = this.#run(id).catch((fault: unknown) => this.log.error({ fault: String(fault), regrade: id }, 'a regrade stopped')).finally(() => this.#running.delete(id));
    this.#running.set(id, running);
    return running;
  }

  async #run(id: string): Promise<void> {
    const regrade = await this.database.read.findOneBy(RegradeRow, { id, state: 'RUNNING' });
    if (regrade === null) return;
    while (!this.#stopping) {
      const rows = await this.database.read.find(RegradeAttemptRow, { where: { regradeId: id, appliedAt: IsNull() }, order: { rank: 'ASC', attemptId: 'ASC' }, take: atOnce });
      if (rows.length === 0) break;
      await Promise.all(rows.map((row) => this.scoring.rescore(row, row.eventId)));
      await this.database.write(async (manager) => { for (const { attemptId } of rows) await manager.update(RegradeAttemptRow, { regradeId: id, attemptId }, { appliedAt: nowText() }); });
    }
    if (this.#stopping) return;
    await this.#late(regrade);
    await this.voiding.follow(regrade);
    await this.stakes.flag(regrade);
    await this.database.write((manager) => manager.update(RegradeRow, { id, state: 'RUNNING' }, { state: 'DONE', doneAt: nowText() }));
  }

  /** Attempts that were submitted while the regrade began: they have their rows too. */
  async #late({ id, versionIds, itemId, correction }: RegradeRow): Promise<void> {
    for (const attempt of await this.scoring.outOfStep(versionIds, itemId, correction, 10_000)) {
      const eventId = newId();
      const { before, after, success } = await this.scoring.rescore(attempt, eventId);
      const { enrolmentId, attemptId, accountId, cohortId } = attempt;
      await this.database.write((manager) => manager.upsert(RegradeAttemptRow, {
        regradeId: id, attemptId, enrolmentId, accountId, cohortId, before, after, successBefore: success.before, successAfter: success.after, rank: rankOf(before, after), eventId, appliedAt: nowText(),
      }, ['regradeId', 'attemptId']));
    }
  }

  async #takeUp(): Promise<void> {
    for (const { id } of await this.database.read.findBy(RegradeRow, { state: 'RUNNING' })) await this.begin(id);
    // An attempt whose submission was the last thing that a killed server did was not brought in step.
    for (const regrade of await this.database.read.findBy(RegradeRow, { state: 'DONE', correction: Not(IsNull()) })) {
      if (this.#stopping) return;
      if (await this.#isNewest(regrade)) await this.#late(regrade);
    }
  }

  async #isNewest({ id, organisationId, courseId, itemId }: RegradeRow): Promise<boolean> {
    const [newest] = await this.database.read.find(RegradeRow, { where: { organisationId, courseId, itemId, state: Not('PREVIEW' as const) }, order: { begunAt: 'DESC' }, take: 1 });
    return newest?.id === id;
  }
}
