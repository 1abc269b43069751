import { Injectable } from '@nestjs/common';
import { countingRules, type DeliveryRules, releaseMoments, rulesProblems } from '@preceptor/assessment';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { hashPassword } from '../identity/password.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { DeliveryChangeRow, DeliveryRulesRow } from './delivery.entity.js';
import { deliveryErrors } from './errors.js';
import { mostNetworks, networkFault } from './networks.js';

/** Which rules: of an assessment of a course, for one cohort or (null) for all without rules of their own. */
export interface RulesKey { courseId: string; assessmentId: string; cohortId: string | null }
export interface NewRules { rules: unknown; networks: string[]; /** null: as it was; empty: none */ password: string | null; /** the revision that was seen; 0: none was set */ revision: number }

const moment = z.enum(releaseMoments);
const date = z.iso.datetime('A date is ISO 8601 in UTC, such as 2026-11-24T09:30:00Z.').transform((text) => new Date(text).toISOString()).nullable();
const count = (most: number) => z.int('A whole number is needed.').min(0, 'Less than nothing is not possible.').max(most, `At most ${most.toLocaleString('en')}.`);
const rulesSchema = z.strictObject({
  opensAt: date, closesAt: date, timeLimitSeconds: count(31 * 86_400).min(60, 'A time limit is at least a minute.').nullable(), graceSeconds: count(3600), maxAttempts: count(1000).min(1, 'At least one attempt is needed.').nullable(),
  waitSeconds: count(366 * 86_400), counts: z.enum(countingRules), navigation: z.enum(['free', 'linear']), pages: z.enum(['one', 'all']), shuffle: z.boolean().nullable(), eachAnswer: z.boolean(),
  release: z.strictObject({ score: moment, feedback: moment, key: moment }), recordFocus: z.boolean(),
}) satisfies z.ZodType<DeliveryRules>;

/** Delivery rules as staff set them. The caller has found course, assessment and cohort for the actor. */
@Injectable()
export class RulesService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** The rules that are set under this key; null: none. */
  async find(actor: Actor, key: RulesKey): Promise<DeliveryRulesRow | null> {
    return this.database.read.findOneBy(DeliveryRulesRow, { ...stored(key), organisationId: actor.organisationId, removed: false });
  }

  /** All that is set for a course. */
  ofCourse(actor: Actor, courseId: string): Promise<DeliveryRulesRow[]> {
    return this.database.read.findBy(DeliveryRulesRow, { courseId, organisationId: actor.organisationId, removed: false });
  }

  async save(actor: Actor, key: RulesKey, { rules, networks, password, revision }: NewRules): Promise<DeliveryRulesRow> {
    const checked = checkedRules(rules);
    checkNetworks(networks);
    if (password !== null && password.length > 200) throw platformErrors.BAD_INPUT({ says: 'A password has at most 200 characters.', path: ['input', 'password'] });
    const passwordHash = password === null || password === '' ? null : await hashPassword(password);
    return this.#replace(actor, key, revision, (before) => ({ rules: checked, networks, removed: false, passwordHash: password === null ? (before?.passwordHash ?? null) : passwordHash }));
  }

  /** From now on the course source decides again, or for a cohort what is set for all. */
  async remove(actor: Actor, key: RulesKey, revision: number): Promise<void> {
    if (await this.find(actor, key) === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    await this.#replace(actor, key, revision, (before) => ({ rules: before.rules, networks: [], passwordHash: null, removed: true }));
  }

  /** What was changed under this key, newest first; one row more than asked for where more follow. */
  async changes(actor: Actor, subject: string, { first, after }: Page): Promise<{ rows: DeliveryChangeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(DeliveryChangeRow, 'c').where('c.subject = :subject AND c.organisationId = :organisation', { subject, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  async #replace(actor: Actor, key: RulesKey, seen: number, made: (before: DeliveryRulesRow) => Pick<DeliveryRulesRow, 'rules' | 'networks' | 'passwordHash' | 'removed'>): Promise<DeliveryRulesRow> {
    return this.database.write(async (manager) => {
      const known = await manager.findOneBy(DeliveryRulesRow, { ...stored(key), organisationId: actor.organisationId });
      const current = known === null || known.removed ? 0 : known.revision;
      if (current !== seen) throw platformErrors.CONFLICT({ says: 'Somebody else changed these rules meanwhile. Look at them again, then save yours.', path: ['input', 'revision'] });
      const before = known ?? { ...stored(key), organisationId: actor.organisationId, rules: noRules, revision: 0, passwordHash: null, networks: [], removed: true, savedAt: '', savedBy: '' };
      const after: DeliveryRulesRow = { ...before, ...made({ ...before, passwordHash: before.removed ? null : before.passwordHash }), revision: before.revision + 1, savedAt: nowText(), savedBy: actor.accountId };
      await manager.upsert(DeliveryRulesRow, after, ['courseId', 'assessmentId', 'cohortId']);
      const change: DeliveryChangeRow = { id: newId(), organisationId: actor.organisationId, subject: subjectOf(key), before: told(before), after: told(after), accountId: actor.accountId, at: after.savedAt };
      await manager.insert(DeliveryChangeRow, change);
      await this.audit.record(manager, actor, { action: after.removed ? 'delivery-rules.removed' : 'delivery-rules.saved', subject: { type: 'delivery-rules', id: change.subject }, before: JSON.parse(change.before ?? 'null'), after: JSON.parse(change.after ?? 'null') });
      return after;
    });
  }
}

export const subjectOf = ({ courseId, assessmentId, cohortId }: RulesKey): string => `rules/${courseId}/${assessmentId}/${cohortId ?? ''}`;
const stored = ({ courseId, assessmentId, cohortId }: RulesKey) => ({ courseId, assessmentId, cohortId: cohortId ?? '' });
/** Stands in a row of which nothing is read, since it is removed. */
const noRules = {} as DeliveryRules;

/** What the history keeps: of the password only whether there is one. */
const told = ({ rules, networks, passwordHash, removed }: DeliveryRulesRow): string | null => (removed ? null : JSON.stringify({ ...rules, networks, password: passwordHash !== null }));

function checkedRules(given: unknown): DeliveryRules {
  const rules = parseInput(rulesSchema, given, 'input', 'rules');
  const [problem] = rulesProblems(rules);
  if (problem !== undefined) throw deliveryErrors.RULES_IMPOSSIBLE({ says: problem.says, path: ['input', 'rules', ...problem.path] });
  return rules;
}

function checkNetworks(networks: readonly string[]): void {
  if (networks.length > mostNetworks) throw platformErrors.TOO_LARGE({ says: `At most ${mostNetworks} networks can be named.`, path: ['input', 'networks'] });
  for (const [index, network] of networks.entries()) {
    const fault = networkFault(network);
    if (fault !== null) throw platformErrors.BAD_INPUT({ says: fault, path: ['input', 'networks', String(index)] });
  }
}
