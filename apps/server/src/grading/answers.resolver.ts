import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { rubricOf, viewOf } from '@preceptor/assessment';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { platformErrors } from '../platform/errors.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { nowText } from '../platform/ids.js';
import { isHeld, turnOf } from './decide-mark.js';
import { GradingSettingsService } from './grading-settings.service.js';
import type { MarkRow, TaskRow } from './grading.entity.js';
import { GradingAnswer, GradingAnswerConnection, GradingCriterion, GradingMark, GradingState } from './grading.types.js';
import { MarkingService } from './marking.service.js';
import { queueId } from './queue-id.js';
import { TasksService } from './tasks.service.js';

@Resolver(() => GradingAnswer)
export class AnswersResolver {
  constructor(private readonly tasks: TasksService, private readonly marking: MarkingService, private readonly settings: GradingSettingsService, private readonly identity: IdentityService) {}

  @Query(() => GradingAnswer, { description: 'One answer that people grade.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR')
  async gradingAnswer(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The answer\'s id.' }) id: string): Promise<GradingAnswer> {
    return answerView(actor, await this.tasks.task(actor, id));
  }

  @Query(() => GradingAnswerConnection, { description: 'Answers of a queue, oldest first.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR')
  async gradingAnswers(
    @CurrentActor() actor: Actor,
    @Args('queue', { type: () => ID, description: 'The queue.' }) queue: string,
    @Args() args: PageArgs,
    @Args('state', { type: () => GradingState, nullable: true, description: 'Only these; all but VOID unless said.' }) state?: TaskRow['state'] | null,
  ): Promise<GradingAnswerConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.tasks.page(actor, queue, state === undefined || state === null ? ['WAITING', 'SECOND', 'MODERATION', 'DONE'] : [state], page);
    return connection(rows, page, total, ({ submittedAt, id }) => [submittedAt, id], (row) => answerView(actor, row));
  }

  @Mutation(() => GradingAnswer, { nullable: true, description: 'Opens the next answer that is yours to grade, oldest first, and keeps it for you for a quarter of an hour: no other grader gets it meanwhile. null: there is none.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async nextAnswer(
    @CurrentActor() actor: Actor,
    @Args('queue', { type: () => ID, description: 'The queue.' }) queue: string,
    @Args('after', { type: () => ID, nullable: true, description: 'An answer to pass over: it is free again, and what comes after it is given.' }) after?: string | null,
    @Args('moderate', { type: () => Boolean, defaultValue: false, description: 'Gives answers between whose graders somebody has to decide.' }) moderate?: boolean,
  ): Promise<GradingAnswer | null> {
    const row = await this.tasks.next(actor, queue, { after: after ?? null, moderate: moderate ?? false });
    return row === null ? null : answerView(actor, row);
  }

  @Mutation(() => GradingAnswer, { description: 'Grades an answer by its rubric: as the first or second grader, or deciding between both. The learner\'s score follows once it is decided. The same id again changes nothing; another mark of yours takes the place of your earlier one, which is kept.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async gradeResponse(
    @CurrentActor() actor: Actor,
    @Args('answer', { type: () => ID, description: 'The answer.' }) answer: string,
    @Args('id', { type: () => ID, description: 'A UUID for the mark, made by the client.' }) id: string,
    @Args('levels', { type: () => JsonScalar, description: 'Criterion id -> place of the level chosen, from 0; each criterion of the rubric once.' }) levels: unknown,
    @Args('comment', { type: () => String, defaultValue: '', description: 'What is said to the learner, at most 4,000 characters.' }) comment?: string,
  ): Promise<GradingAnswer> {
    return answerView(actor, await this.marking.grade(actor, answer, { id, levels: readLevels(levels), comment: comment ?? '' }));
  }

  @Mutation(() => GradingAnswer, { description: 'Takes back your mark, while nobody has followed it. The learner\'s score follows.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async withdrawMark(
    @CurrentActor() actor: Actor,
    @Args('mark', { type: () => ID, description: 'The mark.' }) mark: string,
    @Args('id', { type: () => ID, description: 'A UUID for this wish, made by the client.' }) id: string,
  ): Promise<GradingAnswer> {
    return answerView(actor, await this.marking.withdraw(actor, mark, id));
  }

  @ResolveField(() => Int, { description: 'Its number within the queue, from 1 in the order of submission: what graders call it where nobody is named.' })
  number(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<number> { return this.tasks.number(actor, row); }

  @ResolveField(() => JsonScalar, { description: 'ItemView of libs/assessment: what was asked.' })
  async item(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<unknown> { return viewOf((await this.tasks.content(actor, row)).item); }

  @ResolveField(() => [GradingCriterion], { description: 'The rubric.' })
  async rubric(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<GradingCriterion[]> { return rubricOf((await this.tasks.content(actor, row)).item) ?? []; }

  @ResolveField(() => String, { nullable: true, description: 'A model answer as HTML; null: none was written.' })
  async modelAnswerHtml(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<string | null> {
    const { key } = (await this.tasks.content(actor, row)).item;
    return 'modelAnswerHtml' in key ? key.modelAnswerHtml ?? null : null;
  }

  @ResolveField(() => JsonScalar, { description: 'ItemResponse of libs/assessment: what was answered.' })
  async response(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<unknown> { return (await this.tasks.content(actor, row)).response; }

  @ResolveField(() => Account, { nullable: true, description: 'Whose answer it is; null where grading is anonymous.' })
  async learner(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<Account | null> {
    const { anonymous } = await this.settings.of(actor, row.courseId, row.assessmentId);
    return anonymous ? null : this.identity.account(actor, row.accountId);
  }

  @ResolveField(() => [GradingMark], { description: 'The marks that hold, as far as you may see them: of others only once you can\'t be a grader of it any more.' })
  async marks(@CurrentActor() actor: Actor, @Parent() { row }: GradingAnswer): Promise<GradingMark[]> { return (await this.tasks.marks(actor, row)).map(markView); }
}

@Resolver(() => GradingMark)
export class MarksResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who graded; null: somebody who is here no more.' })
  grader(@CurrentActor() actor: Actor, @Parent() { graderId }: GradingMark): Promise<Account | null> { return this.identity.account(actor, graderId); }

  @ResolveField(() => Boolean, { description: 'Whether it is yours.' })
  own(@CurrentActor() actor: Actor, @Parent() { graderId }: GradingMark): boolean { return graderId === actor.accountId; }
}

const markView = ({ id, turn, levels, comment, raw, max, at, graderId }: MarkRow): GradingMark => ({ id, turn, levels, comment, raw, max, at, graderId });

function answerView(actor: Actor, row: TaskRow): GradingAnswer {
  return { id: row.id, queue: queueId(row), state: row.state, submittedAt: row.submittedAt, turn: turnOf(row, actor.accountId), held: isHeld(row, actor.accountId, nowText()), row };
}

function readLevels(levels: unknown): Record<string, number> {
  if (typeof levels !== 'object' || levels === null || Array.isArray(levels) || Object.values(levels).some((level) => typeof level !== 'number')) {
    throw platformErrors.BAD_INPUT({ says: 'Levels are an object: criterion id -> place of the level.', path: ['levels'] });
  }
  return { ...levels } as Record<string, number>;
}
