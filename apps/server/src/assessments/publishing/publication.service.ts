import { Injectable } from '@nestjs/common';
import { breaches } from '@preceptor/assessment/forms';
import { canonicalJson, type CompiledCourse, withAssessment, writeAssessment } from '@preceptor/course';
import { ItemStore } from '../../authoring/item-store.js';
import { ItemMedia } from '../../authoring/media/item-media.js';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import { PublishingService } from '../../catalog/publishing.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { newId, nowText } from '../../platform/ids.js';
import { type PlanRow, PublicationRow } from '../assessments.entity.js';
import { assessmentsErrors } from '../errors.js';
import { namesIn } from '../forms/builder.service.js';
import { CandidatesService } from '../forms/candidates.service.js';
import { builtForm } from '../forms/forms-view.js';
import { FormsService, idsOf } from '../forms/forms.service.js';
import { PlansService } from '../plans/plans.service.js';
import { compiledAssessment } from './compiled-assessment.js';

/** What publishing a plan would do. `course` null: there are problems. */
export interface Outcome {
  plan: PlanRow;
  version: LoadedVersion;
  course: CompiledCourse | null;
  problems: string[];
  warnings: string[];
  replaces: { id: string; title: string } | null;
  items: number;
  newItems: string[];
  changedItems: string[];
  untranslated: string[];
  /** the newest version has all of it already */
  unchanged: boolean;
  /** as an assessment.yaml of the course source */
  source: string;
}

/** Publishes plans into courses: the newest version with the assessment in its unit becomes the next version. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Database, private readonly plans: PlansService, private readonly forms: FormsService, private readonly candidates: CandidatesService,
    private readonly store: ItemStore, private readonly media: ItemMedia, private readonly publishing: PublishingService,
  ) {}

  /** What publishing would do now, without doing it. Compiles the items of the forms. */
  async outcome(actor: Actor, planId: string): Promise<Outcome> {
    const plan = await this.plans.must(actor, planId);
    const version = await this.plans.course(actor, plan.courseId);
    const forms = await this.forms.of(plan);
    const ids = [...new Set(forms.flatMap(idsOf))];
    const approved = await this.store.approved(actor, { itemIds: ids });
    const names = new Map(approved.map(({ itemId, name }) => [itemId, name]));
    const assessment = compiledAssessment(plan, forms, names);
    const items = approved.map(({ item }) => item);
    const composed = withAssessment(version.course, { unit: plan.unit, assessment, items, media: await this.media.of(actor, items), required: plan.required });
    const candidates = await this.candidates.byIds(actor, plan.courseId, ids);
    const own = [
      ...(ids.length === 0 ? [assessmentsErrors.NO_FORMS().message] : []),
      ...(approved.length < ids.length ? [`${ids.length - approved.length} of the questions have no approved version that compiles.`] : []),
      ...approved.filter(({ retired }) => retired).map(({ name }) => `Question "${name}" is retired. Put another in its place.`),
    ];
    const problems = ids.length === 0 ? own : [...own, ...composed.problems];
    const named = namesIn(candidates);
    return {
      plan, version, ...composed, problems, course: problems.length === 0 ? composed.course : null, items: ids.length, source: writeAssessment(assessment, plan.intro),
      warnings: ids.length === 0 ? [] : [
        ...breaches(plan.blueprint, forms.map(builtForm), candidates, plan.wish).map(({ form, words }) => `${form === null ? 'The forms don’t' : `Form ${form.toUpperCase()} doesn’t`} keep the blueprint: ${named(words)}.`),
        ...(plan.passMark === null && plan.required ? ['There is no pass mark: whoever submits it has done it, whatever the score.'] : []),
        ...composed.untranslated.map((language) => `The course's translation (${language}) will show what is new in the original language.`),
      ],
      unchanged: composed.course !== null && canonicalJson(composed.course) === canonicalJson(version.course),
    };
  }

  /** Publishes what was looked at: CONFLICT where plan, forms or course are others by now, PUBLICATION_BLOCKED where there are problems. */
  async publish(actor: Actor, planId: string, seen: { revision: number; formsRevision: number; version: string }): Promise<PlanRow> {
    const { plan, version, course, problems } = await this.outcome(actor, planId);
    if (plan.revision !== seen.revision || plan.formsRevision !== seen.formsRevision || version.id !== seen.version) throw platformErrors.CONFLICT({ says: 'The assessment or its course was changed meanwhile. Look again at what would be published.', path: ['revision'] });
    if (course === null) throw assessmentsErrors.PUBLICATION_BLOCKED({ says: problems.slice(0, 5).join(' ') });
    const courseVersionId = await this.publishing.publishCompiled(actor, course, version.id);
    await this.database.write(async (manager) => {
      await manager.insert(PublicationRow, { id: newId(), organisationId: plan.organisationId, planId, courseVersionId, revision: plan.revision, formsRevision: plan.formsRevision, accountId: actor.accountId, at: nowText() });
    });
    return plan;
  }
}
