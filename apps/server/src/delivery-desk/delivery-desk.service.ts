import { Injectable } from '@nestjs/common';
import { type Assessment, usualRules } from '@preceptor/assessment';
import { CatalogService } from '../catalog/catalog.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { AccommodationsService, type NewAccommodation, type Recipient } from '../delivery/accommodations.service.js';
import { type NewRules, type RulesKey, RulesService } from '../delivery/rules.service.js';
import type { Actor } from '../identity/actor.js';
import { ChangingService, type Scope } from '../learning/changing.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { platformErrors } from '../platform/errors.js';
import { type Granted, grantedOf, type Setting, settingOf } from './views.js';

/** What staff set of delivery: finds course, cohort and learner for the actor, saves, and puts it in force. */
@Injectable()
export class DeliveryDeskService {
  constructor(
    private readonly rules: RulesService, private readonly accommodations: AccommodationsService, private readonly catalog: CatalogService,
    private readonly cohorts: CohortsService, private readonly enrolments: EnrolmentsService, private readonly changing: ChangingService,
  ) {}

  /** What holds for an assessment of a course, for a cohort or for all. */
  async setting(actor: Actor, key: RulesKey): Promise<Setting> {
    const assessment = await this.#assessment(actor, key);
    const own = await this.rules.find(actor, key);
    const all = own === null && key.cohortId !== null ? await this.rules.find(actor, { ...key, cohortId: null }) : null;
    return settingOf(key, assessment, own, all, usualRules(assessment), await this.changing.openAttempts(actor, scopeOf(key)));
  }

  async save(actor: Actor, key: RulesKey, input: NewRules): Promise<Setting> {
    await this.#assessment(actor, key);
    await this.rules.save(actor, key, input);
    await this.changing.apply(actor, scopeOf(key));
    return this.setting(actor, key);
  }

  async remove(actor: Actor, key: RulesKey, revision: number): Promise<Setting> {
    await this.#assessment(actor, key);
    await this.rules.remove(actor, key, revision);
    await this.changing.apply(actor, scopeOf(key));
    return this.setting(actor, key);
  }

  /** What a learner or cohort is granted. The caller has found it for the actor. */
  async granted(actor: Actor, kind: 'enrolmentId' | 'cohortId', id: string): Promise<Granted[]> {
    return (await this.accommodations.of(actor, kind, id)).map(grantedOf);
  }

  async grant(actor: Actor, named: { enrolment: string | null; cohort: string | null }, input: NewAccommodation): Promise<Granted> {
    const recipient = await this.#recipient(actor, named);
    const row = await this.accommodations.save(actor, recipient, input);
    // Changed from one assessment to another, it touches both.
    await this.changing.apply(actor, scopeOfRecipient(recipient, input.id === null ? input.assessmentId : null));
    return grantedOf(row);
  }

  async withdraw(actor: Actor, id: string): Promise<void> {
    const row = await this.accommodations.find(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    await this.accommodations.remove(actor, row);
    await this.changing.apply(actor, scopeOfRecipient(row.enrolmentId === '' ? { cohortId: row.cohortId } : { enrolmentId: row.enrolmentId }, row.assessmentId === '' ? null : row.assessmentId));
  }

  async #recipient(actor: Actor, { enrolment, cohort }: { enrolment: string | null; cohort: string | null }): Promise<Recipient> {
    if ((enrolment === null) === (cohort === null)) throw platformErrors.BAD_INPUT({ says: 'Name an enrolment or a cohort, not both.', path: ['input', 'enrolment'] });
    if (enrolment !== null) {
      const [row] = await this.enrolments.many(actor, [enrolment]);
      if (row === undefined) throw platformErrors.NOT_FOUND({ path: ['input', 'enrolment'] });
      return { enrolmentId: row.id };
    }
    const row = await this.cohorts.cohort(actor, cohort ?? '');
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['input', 'cohort'] });
    return { cohortId: row.id };
  }

  /** The assessment in the newest version of the course; NOT_FOUND where course, assessment or cohort is none of the actor's. */
  async #assessment(actor: Actor, { courseId, assessmentId, cohortId }: RulesKey): Promise<Assessment> {
    const latest = await this.catalog.latest(actor, courseId);
    if (latest === null) throw platformErrors.NOT_FOUND({ path: ['course'] });
    const { course } = await this.catalog.loaded(actor, latest.id);
    const assessment = course.units.find((unit) => unit.assessment?.id === assessmentId)?.assessment ?? null;
    if (assessment === null) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    if (cohortId === null) return assessment;
    const cohort = await this.cohorts.cohort(actor, cohortId);
    const version = cohort === null ? null : await this.catalog.version(actor, cohort.courseVersionId);
    if (version === null || version.courseId !== courseId) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return assessment;
  }
}

const scopeOf = ({ courseId, assessmentId, cohortId }: RulesKey): Scope => ({ courseId, assessmentId, cohortId, enrolmentId: null });
const scopeOfRecipient = (recipient: Recipient, assessmentId: string | null): Scope => ({ courseId: null, assessmentId, cohortId: null, enrolmentId: null, ...recipient });
