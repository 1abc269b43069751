import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { StakesService } from '../../grading/regrade/stakes.service.js';
import { EnrolmentsService } from '../../learning/enrolments.service.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { Standing } from './standing.js';
import { type Case, StandingsService } from './standings.service.js';

/** Most learners of a cohort whose certificates are looked at, and how many at once. */
const [largestCohort, atOnce] = [5_000, 200];
/** What waits for a person first. */
const order: Standing[] = ['WAITING', 'READY', 'EXPIRED', 'REVOKED', 'ISSUED', 'NOT_EARNED', 'OFF'];
/** `atStake`: a regrade took the pass away on which a valid certificate rests, and nobody has settled it. */
export interface CohortCase extends Pick<Case, 'enrolmentId' | 'accountId' | 'standing' | 'left' | 'newest'> { atStake: boolean }

/** How the learners of a cohort stand with their certificates, for its coordinator. */
@Injectable()
export class CohortCasesService {
  constructor(private readonly standings: StandingsService, private readonly enrolments: EnrolmentsService, private readonly stakes: StakesService) {}

  /** One page of those who stand so, or of all; one row more where more follow. */
  async page(actor: Actor, cohortId: string, standing: Standing | null, { first, after }: Page): Promise<{ rows: CohortCase[]; total: number }> {
    const rows = (await this.#all(actor, cohortId)).filter((one) => standing === null || one.standing === standing);
    const from = after === null ? 0 : rows.findIndex((row) => compare(keyOf(row), after) > 0);
    return { rows: from === -1 ? [] : rows.slice(from, from + first + 1), total: rows.length };
  }

  /** How many stand how. */
  async counts(actor: Actor, cohortId: string): Promise<{ standing: Standing; count: number }[]> {
    const rows = await this.#all(actor, cohortId);
    return order.map((standing) => ({ standing, count: rows.filter((row) => row.standing === standing).length })).filter(({ count }) => count > 0);
  }

  /** Read once for each request. */
  async #all(actor: Actor, cohortId: string): Promise<CohortCase[]> {
    const found = await actor.loader('credentials.cohort', async (cohorts) => new Map(await Promise.all(cohorts.map(async (id): Promise<[string, CohortCase[]]> => [id, await this.#read(actor, id)])))).load(cohortId);
    return found ?? [];
  }

  async #read(actor: Actor, cohortId: string): Promise<CohortCase[]> {
    const ids = await this.enrolments.idsInCohort(actor, cohortId, largestCohort);
    const rows: CohortCase[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const [cases, lost] = await Promise.all([this.standings.cases(actor.organisationId, some), this.stakes.lostOf(actor, some)]);
      for (const { enrolmentId, accountId, standing, left, newest } of cases.values()) rows.push({ enrolmentId, accountId, standing, left, newest, atStake: lost.has(enrolmentId) && standing === 'ISSUED' });
    }
    return rows.sort((a, b) => compare(keyOf(a), keyOf(b)));
  }
}

/** What a page is sorted by: certificates at stake first of all. */
export const keyOf = ({ atStake, standing, enrolmentId }: CohortCase): [number, string] => [atStake ? -1 : order.indexOf(standing), enrolmentId];
function compare(a: readonly (string | number | null)[], b: readonly (string | number | null)[]): number {
  const [[rank, id], [otherRank, otherId]] = [a, b] as [[number, string], [number, string]];
  return rank - otherRank || (id < otherId ? -1 : id > otherId ? 1 : 0);
}
