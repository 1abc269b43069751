import { Injectable } from '@nestjs/common';
import type { Checklist } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { CohortsService } from '../../cohorts/cohorts.service.js';
import type { Cohort } from '../../cohorts/cohorts.types.js';
import { CompletionService } from '../../completion/completion.service.js';
import { Actor } from '../../identity/actor.js';
import { AttemptsService } from '../../learning/attempts.service.js';
import { EnrolmentsService } from '../../learning/enrolments.service.js';
import { Database } from '../../platform/database/database.js';
import { shownState } from '../certificate-facts.js';
import { AttestationRow, CertificateRow, SettingsRow } from '../credentials.entity.js';
import { LicencesService } from '../education/licences.service.js';
import { type Known, leftFor, type Standing, standingOf } from './standing.js';

type LedgerRecord = Awaited<ReturnType<AttemptsService['record']>>;
/** One enrolment with all that its certificate depends on. */
export interface Case {
  enrolmentId: string; accountId: string; cohort: Cohort | null; settings: SettingsRow | null; record: LedgerRecord; checklist: Checklist;
  licence: { type: string; number: string; state: string } | null; attestation: AttestationRow | null; newest: CertificateRow | null;
  standing: Standing; left: string[];
}

/** How learners stand with their certificates. Always by what is so, not by what a learner may see of it yet: the caller decides whom it is shown. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database, private readonly cohorts: CohortsService, private readonly completion: CompletionService, private readonly learning: AttemptsService,
    private readonly enrolments: EnrolmentsService, private readonly licences: LicencesService,
  ) {}

  /** The cases of some enrolments of an organisation, read anew; in a bounded number of statements. */
  async cases(organisationId: string, enrolmentIds: readonly string[], now: Date = new Date(), manager: EntityManager = this.database.read): Promise<Map<string, Case>> {
    if (enrolmentIds.length === 0) return new Map();
    const actor = Actor.system(organisationId);
    const enrolments = await this.enrolments.many(actor, enrolmentIds);
    const ids = enrolments.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const cohortIds = [...new Set(enrolments.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])))];
    // Work that went along to another cohort is certified once.
    const families = await this.enrolments.families(actor, enrolments);
    const [checklists, licences, attestations, certificates, settings] = await Promise.all([
      this.completion.checklists(actor, ids), this.licences.of(actor, enrolments.map(({ accountId }) => accountId)),
      manager.findBy(AttestationRow, { enrolmentId: In(ids) }), manager.find(CertificateRow, { where: { enrolmentId: In([...new Set([...ids, ...[...families.values()].flat()])]) }, order: { issuedAt: 'ASC', id: 'ASC' } }),
      cohortIds.length === 0 ? [] : manager.findBy(SettingsRow, { cohortId: In(cohortIds), organisationId }),
    ]);
    const [attested, newest, set] = [by(attestations, 'enrolmentId'), by(certificates, 'enrolmentId'), by(settings, 'cohortId')];
    const found = await Promise.all(enrolments.map(async ({ id, accountId, cohortId }): Promise<[string, Case] | null> => {
      const [record, cohort] = await Promise.all([this.learning.record(actor, id), cohortId === null ? null : this.cohorts.cohort(actor, cohortId)]);
      const checklist = checklists.get(id);
      if (checklist === undefined) return null;
      const parts = { cohort, settings: cohortId === null ? null : set.get(cohortId) ?? null, record, checklist, licence: licences.get(accountId) ?? null, attestation: attested.get(id) ?? null, newest: newestOf(families.get(id) ?? [id], newest) };
      const known = knownOf(parts, now);
      return [id, { enrolmentId: id, accountId, ...parts, standing: standingOf(known), left: leftFor(known) }];
    }));
    return new Map(found.filter((entry) => entry !== null));
  }

  /** One case for the actor, batched within a request; null: it is not hers to see. */
  async case(actor: Actor, enrolmentId: string): Promise<Case | null> {
    if (await this.enrolments.find(actor, enrolmentId) === null) return null;
    return actor.loader('credentials.case', (ids) => this.cases(actor.organisationId, ids)).load(enrolmentId);
  }
}

function knownOf({ settings, record, checklist, licence, attestation, newest }: Pick<Case, 'settings' | 'record' | 'checklist' | 'licence' | 'attestation' | 'newest'>, now: Date): Known {
  const postTest = settings?.postTest ?? null;
  const assessment = record.version.outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment])).find(({ id }) => id === postTest);
  return {
    mode: settings?.mode ?? 'OFF', checklist,
    licence: { required: settings?.licenceRequired ?? false, known: licence !== null && licence.number !== '' },
    // What she signed counts only in the words that are asked for now.
    attestation: { asked: (settings?.attestation ?? null) !== null, given: attestation !== null && attestation.statement === settings?.attestation },
    postTest: postTest === null ? null : { title: assessment?.title ?? postTest, mark: settings?.postTestMark ?? 0, best: bestOf(record, postTest) },
    newest: newest === null ? null : shownState(newest, now),
  };
}

/** The best submitted score of an assessment that waits for no grader, 0..1. */
export function bestOf({ attempts }: LedgerRecord, assessmentId: string): number | null {
  const scores = [...attempts.values()].flatMap(({ assessmentId: of, submittedAt, scaled, pending }) => (of === assessmentId && submittedAt !== null && !pending && scaled !== null ? [scaled] : []));
  return scores.length === 0 ? null : Math.max(...scores);
}

/** The valid certificate of those who share their work, else the one that was issued last. */
function newestOf(family: readonly string[], newest: ReadonlyMap<string, CertificateRow>): CertificateRow | null {
  const all = family.flatMap((id) => newest.get(id) ?? []);
  return all.find(({ state }) => state === 'VALID') ?? all.toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))[0] ?? null;
}

const by = <K extends string, T extends Record<K, string>>(rows: readonly T[], key: K): Map<string, T> => new Map(rows.map((row) => [row[key], row]));
