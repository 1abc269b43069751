import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { platformErrors } from '../../platform/errors.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { PlanRow } from '../assessments.entity.js';
import { blueprintOf, wishOf } from '../plans/blueprint-input.js';
import { PlansService } from '../plans/plans.service.js';
import { FormsBuilder } from './builder.service.js';
import { CandidatesService } from './candidates.service.js';
import { choicesFor } from './choosing.js';
import { builtForm, candidateView, formsView } from './forms-view.js';
import { FormsService, idsOf } from './forms.service.js';
import { AssessmentForms, FormCandidateConnection, FormInput } from './forms.types.js';
import { outlookOf } from './outlook.js';
import { BlueprintOutlook, BlueprintOutlookInput } from './outlook.types.js';

@ArgsType()
class CandidatesArgs extends PageArgs {
  @Field(() => ID, { description: 'The plan.' })
  plan!: string;
  @Field(() => ID, { description: 'The form; one that there is not yet has no items.' })
  form!: string;
  @Field(() => ID, { description: 'The section of the blueprint.' })
  section!: string;
  @Field(() => ID, { nullable: true, description: 'The item whose place is to be taken.' })
  instead?: string | null;
  @Field(() => String, { nullable: true, description: 'Words of the stem, of its id or tags.' })
  text?: string | null;
}

@Resolver(() => AssessmentForms)
export class FormsResolver {
  constructor(private readonly plans: PlansService, private readonly candidates: CandidatesService, private readonly forms: FormsService, private readonly builder: FormsBuilder) {}

  @Query(() => BlueprintOutlook, { description: 'How each part of a blueprint stands with the approved items there are, before it is saved or built.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async blueprintOutlook(@CurrentActor() actor: Actor, @Args('input', { type: () => BlueprintOutlookInput, description: 'The blueprint.' }) { plan: id, banks, blueprint, wish }: BlueprintOutlookInput): Promise<BlueprintOutlook> {
    const plan = await this.plans.must(actor, id);
    const items = await this.candidates.of(actor, { courseId: plan.courseId, banks: banks ?? plan.banks });
    return outlookOf(blueprint === undefined || blueprint === null ? plan.blueprint : blueprintOf(blueprint, 'input', 'blueprint'), wish === undefined || wish === null ? plan.wish : wishOf(wish, 'input', 'wish'), items);
  }

  @Query(() => AssessmentForms, { nullable: true, description: 'The forms of a plan; null where there is no such plan.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async assessmentForms(@CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string): Promise<AssessmentForms | null> {
    const plan = await this.plans.find(actor, id);
    return plan === null ? null : this.#view(actor, plan);
  }

  @Query(() => FormCandidateConnection, { description: 'Approved items for a place of a form, the likeliest first: those with which the forms keep the blueprint, alike in difficulty, used least.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR')
  async formCandidates(@CurrentActor() actor: Actor, @Args() args: CandidatesArgs): Promise<FormCandidateConnection> {
    const page = pageOf(args, 1);
    const plan = await this.plans.must(actor, args.plan);
    const [items, forms] = await Promise.all([this.candidates.of(actor, plan), this.forms.of(plan)]);
    const all = choicesFor(plan, forms.map(builtForm), items, { form: args.form, section: args.section, instead: args.instead ?? null, text: args.text ?? '' });
    const from = Number(page.after?.[0] ?? -1) + 1;
    if (!Number.isInteger(from)) throw platformErrors.BAD_INPUT({ says: 'This cursor is not one that this list gave out.', path: ['after'] });
    return connection(all.slice(from, from + page.first + 1).map((item, place) => ({ item, place: from + place })), page, all.length, ({ place }) => [place], ({ item }) => candidateView(item));
  }

  @Mutation(() => AssessmentForms, { description: 'Builds the forms of a plan by its blueprint, in place of those it has; what is locked stays. Answers within some eight seconds; until then `build.state` is RUNNING.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async buildForms(
    @CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The plan\'s revision that the caller knows.' }) revision: number,
    @Args('seconds', { type: () => Int, defaultValue: 20, description: 'What solving may take, 5 to 120.' }) seconds: number,
  ): Promise<AssessmentForms> {
    if (!(seconds >= 5 && seconds <= 120)) throw platformErrors.BAD_INPUT({ says: 'From 5 to 120 seconds.', path: ['seconds'] });
    return this.#view(actor, await this.builder.build(actor, id, revision, seconds));
  }

  @Mutation(() => AssessmentForms, { description: 'Sets the forms of a plan by hand. They need not keep the blueprint: what they don\'t keep is told.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async saveForms(
    @CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision of the forms that the caller knows.' }) revision: number,
    @Args('forms', { type: () => [FormInput], description: 'All forms, at most 20.' }) forms: FormInput[],
  ): Promise<AssessmentForms> {
    return this.#view(actor, await this.forms.save(actor, id, revision, forms));
  }

  @Mutation(() => AssessmentForms, { description: 'Takes the last change of a plan\'s forms back.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async undoForms(
    @CurrentActor() actor: Actor, @Args('plan', { type: () => ID, description: 'The plan\'s id.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision of the forms that the caller knows.' }) revision: number,
  ): Promise<AssessmentForms> {
    return this.#view(actor, await this.forms.undo(actor, id, revision));
  }

  async #view(actor: Actor, plan: PlanRow): Promise<AssessmentForms> {
    const forms = await this.forms.of(plan);
    return formsView(plan, forms, await this.candidates.byIds(actor, plan.courseId, forms.flatMap(idsOf)), await this.builder.of(plan.id));
  }
}
