import { Injectable } from '@nestjs/common';
import { type Accommodation, type Assessment, type Conditions, inForce, type NotNow, usualRules } from '@preceptor/assessment';
import { AttemptLimit } from '../identity/attempt-limit.js';
import { passwordFits } from '../identity/password.js';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import type { Problem } from '../platform/problem.js';
import { AccommodationRow, DeliveryRulesRow } from './delivery.entity.js';
import { deliveryErrors } from './errors.js';
import { inNetworks } from './networks.js';

/** Whose attempt at what: the assessment's id within the course, and the learner's cohort, if she is in one. */
export interface Sitting { organisationId: string; courseId: string; cohortId: string | null; enrolmentId: string }
/** What is in force for one sitting, with what only the server may know. */
export interface InForce { conditions: Conditions; passwordHash: string | null; networks: readonly string[] }
type Settings = Pick<Assessment, 'id' | 'timeLimitSeconds' | 'maxAttempts' | 'navigation' | 'feedback'>;

/** What rules and accommodations amount to for a learner who wants to begin. Learning asks, and keeps the answer with the attempt. */
@Injectable()
export class DeliveryService {
  readonly #wrongPasswords: AttemptLimit;

  constructor(private readonly database: Database, notices: Notices) {
    this.#wrongPasswords = new AttemptLimit('assessment-password', { most: 10, windowMs: 10 * 60_000 }, notices);
  }

  /** What is in force for each of these sittings, in their order: two statements, however many there are. */
  async conditionsOf(sittings: readonly Sitting[], assessment: Settings): Promise<InForce[]> {
    const [first] = sittings;
    if (first === undefined) return [];
    const { organisationId, courseId } = first;
    const rules = await this.database.read.findBy(DeliveryRulesRow, { organisationId, courseId, assessmentId: assessment.id, removed: false });
    const granted = await this.#granted(organisationId, sittings, assessment.id);
    return sittings.map(({ cohortId, enrolmentId }) => {
      const row = rules.find((one) => cohortId !== null && one.cohortId === cohortId) ?? rules.find((one) => one.cohortId === '');
      const own = granted.filter((one) => one.enrolmentId === enrolmentId || (one.enrolmentId === '' && one.cohortId === cohortId)).toSorted((a, b) => width(a) - width(b));
      const locks = { passwordAsked: (row?.passwordHash ?? null) !== null, networksLimited: (row?.networks.length ?? 0) > 0, revision: row?.revision ?? null };
      return { conditions: inForce(row?.rules ?? usualRules(assessment), own.map((one): Accommodation => one.granted), locks), passwordHash: row?.passwordHash ?? null, networks: row?.networks ?? [] };
    });
  }

  /** Throws unless the address is one from which this assessment is taken. */
  ensureNetwork({ networks }: InForce, address: string): void {
    if (!inNetworks(address, networks)) throw deliveryErrors.NETWORK_REFUSED();
  }

  /** Throws unless the password is right, or none is asked for. */
  async ensurePassword({ passwordHash }: InForce, { enrolmentId }: Sitting, password: string | null, now: Date): Promise<void> {
    if (passwordHash === null) return;
    if (password === null || password === '') throw deliveryErrors.PASSWORD_WANTED({ path: ['password'] });
    if (!this.#wrongPasswords.allows(enrolmentId, now.getTime())) throw deliveryErrors.PASSWORD_LOCKED({ path: ['password'] });
    if (await passwordFits(passwordHash, password)) return this.#wrongPasswords.succeeded(enrolmentId);
    this.#wrongPasswords.failed(enrolmentId, now.getTime());
    throw deliveryErrors.PASSWORD_WRONG({ path: ['password'] });
  }

  #granted(organisationId: string, sittings: readonly Sitting[], assessmentId: string): Promise<AccommodationRow[]> {
    const cohorts = [...new Set(sittings.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])))];
    return this.database.read.createQueryBuilder(AccommodationRow, 'a')
      .where('a.organisationId = :organisationId AND a.assessmentId IN (:...assessments)', { organisationId, assessments: ['', assessmentId] })
      .andWhere('(a.enrolmentId IN (:...enrolments) OR a.cohortId IN (:...cohorts))', { enrolments: sittings.map(({ enrolmentId }) => enrolmentId), cohorts: cohorts.length === 0 ? ['none'] : cohorts })
      .orderBy('a.id').getMany();
  }
}

/** From a group's to a learner's own, from all assessments to one: the order that `inForce` wants. */
const width = ({ enrolmentId, assessmentId }: AccommodationRow): number => (enrolmentId === '' ? 0 : 2) + (assessmentId === '' ? 0 : 1);

/** Why an attempt can't begin now, as an error; null where the attempts are used up, which learning says itself. */
export function notNow({ why, until }: NotNow): Problem | null {
  const when = until === null ? '' : ` It can begin on ${until}.`;
  switch (why) {
    case 'not-open': return deliveryErrors.NOT_OPEN({ says: `This assessment is not open yet.${when}`, path: ['assessment'] });
    case 'closed': return deliveryErrors.CLOSED({ path: ['assessment'] });
    case 'wait': return deliveryErrors.WAIT({ says: `The next attempt can't begin yet.${when}`, path: ['assessment'] });
    case 'attempts-used-up': return null;
  }
}
