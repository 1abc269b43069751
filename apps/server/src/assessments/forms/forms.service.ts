import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ApprovedItems } from '../../authoring/approved-items.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { parseInput } from '../../platform/parse.js';
import { BuildRow, FormItemRow, PlanRow, type StoredForm } from '../assessments.entity.js';
import { assessmentsErrors } from '../errors.js';
import { PlansService } from '../plans/plans.service.js';

const formsInput = z.array(z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,15}$/, 'A form is called by lower-case letters, such as a.'),
  sections: z.array(z.object({ id: z.string().max(64), items: z.array(z.object({ id: z.string(), locked: z.boolean() })).max(500, 'A section has at most 500 questions.') })).max(20),
})).max(20, 'At most 20 forms.');
export type FormsInput = z.input<typeof formsInput>;

/** The forms of a plan: which items stand where. */
@Injectable()
export class FormsService {
  constructor(private readonly database: Database, private readonly plans: PlansService, private readonly approved: ApprovedItems) {}

  /** Forms as they are kept, in order. */
  async of(plan: PlanRow, manager: EntityManager = this.database.read): Promise<StoredForm[]> {
    const rows = await manager.find(FormItemRow, { where: { planId: plan.id }, order: { form: 'ASC', place: 'ASC' } });
    const forms = new Map<string, StoredForm>();
    for (const { form, section, itemId, locked } of rows) {
      const made = forms.get(form) ?? { id: form, sections: [] };
      forms.set(form, made);
      const last = made.sections.at(-1);
      const into = last?.id === section ? last : { id: section, items: [] };
      if (into !== last) made.sections.push(into);
      into.items.push({ id: itemId, locked });
    }
    return [...forms.values()];
  }

  /** Forms as somebody put them together. They need not keep the blueprint: what they don't keep is told. */
  async save(actor: Actor, planId: string, revision: number, input: FormsInput): Promise<PlanRow> {
    const forms = parseInput(formsInput, input, 'forms');
    const plan = await this.plans.must(actor, planId);
    checkForms(plan, forms);
    const known = new Set((await this.approved.byIds(actor, forms.flatMap(idsOf))).map(({ itemId }) => itemId));
    forms.forEach((form, place) => {
      const missing = idsOf(form).findIndex((id) => !known.has(id));
      if (missing >= 0) throw assessmentsErrors.ITEM_NOT_APPROVED({ path: ['forms', String(place), 'items', String(missing)] });
    });
    return this.replace(actor, planId, revision, () => forms);
  }

  /** Takes the last change of the forms back; a second time, that. */
  undo(actor: Actor, planId: string, revision: number): Promise<PlanRow> {
    return this.replace(actor, planId, revision, ({ formsBefore }) => {
      if (formsBefore === null) throw platformErrors.CONFLICT({ says: 'There is nothing to take back.', path: ['plan'] });
      return formsBefore;
    });
  }

  /** Writes forms in place of those there are. `revision`: of the forms that the caller knows; null: whatever they are now. */
  replace(actor: Actor, planId: string, revision: number | null, made: (plan: PlanRow) => StoredForm[]): Promise<PlanRow> {
    return this.database.write(async (manager) => {
      const plan = await this.plans.locked(manager, actor, planId);
      if (revision !== null) {
        if (plan.formsRevision !== revision) throw platformErrors.CONFLICT({ says: 'The forms were changed meanwhile. Look at them again, then repeat your change.', path: ['revision'] });
        const build = await manager.findOneBy(BuildRow, { planId });
        if (isUnderWay(build)) throw assessmentsErrors.BUILD_UNDER_WAY();
      }
      return this.put(manager, actor, plan, made(plan));
    });
  }

  /** As `replace`, in a transaction that is under way and has locked the plan. */
  async put(manager: EntityManager, actor: Actor, plan: PlanRow, forms: readonly StoredForm[]): Promise<PlanRow> {
    const before = await this.of(plan, manager);
    await manager.delete(FormItemRow, { planId: plan.id });
    const rows = forms.flatMap((form) => form.sections.flatMap(({ id: section, items }) => items.map(({ id, locked }) => ({ form: form.id, section, id, locked })))
      .map(({ form: name, section, id, locked }, place) => ({ plan_id: plan.id, form: name, place, organisation_id: plan.organisationId, section, item_id: id, locked: this.database.engine === 'sqlite' ? Number(locked) : locked })));
    await this.database.insertMany(manager, 'assessments_form_item', rows);
    const next = { ...plan, formsBefore: before, formsRevision: plan.formsRevision + 1, updatedAt: nowText(), updatedBy: actor.accountId };
    await manager.save(PlanRow, next);
    return next;
  }
}

/** Whether forms are being built; one whose server died is over when its time is. */
export const isUnderWay = (build: BuildRow | null): boolean => build !== null && build.state === 'running' && build.untilAt > nowText();
export const idsOf = ({ sections }: StoredForm): string[] => sections.flatMap(({ items }) => items.map(({ id }) => id));

function checkForms({ blueprint }: PlanRow, forms: readonly StoredForm[]): void {
  const sections = new Set(blueprint.sections.map(({ id }) => id));
  for (const [index, form] of forms.entries()) {
    const path = ['forms', String(index)];
    if (forms.findIndex(({ id }) => id === form.id) !== index) throw platformErrors.BAD_INPUT({ says: 'Two forms have the same name.', path: [...path, 'id'] });
    if (form.sections.some(({ id }) => !sections.has(id))) throw platformErrors.BAD_INPUT({ says: 'This form names a section that the blueprint has not.', path: [...path, 'sections'] });
    const ids = idsOf(form);
    if (new Set(ids).size !== ids.length) throw platformErrors.BAD_INPUT({ says: `A question stands twice in form ${form.id.toUpperCase()}.`, path: [...path, 'sections'] });
  }
}
