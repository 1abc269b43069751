import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { plainText, rubricOf } from '@preceptor/assessment';
import { CatalogService } from '../catalog/catalog.service.js';
import { Course } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { agreementOf } from './agreement.js';
import { GradingSettingsService } from './grading-settings.service.js';
import { GraderAgreementView, GradingQueue, GradingQueueConnection, GradingSettings, GradingSettingsInput } from './grading.types.js';
import { type QueueCounts, QueuesService } from './queues.service.js';
import { itemOf } from './tasks.service.js';

@Resolver(() => GradingQueue)
export class QueuesResolver {
  constructor(private readonly queues: QueuesService, private readonly settings: GradingSettingsService, private readonly catalog: CatalogService) {}

  @Query(() => GradingQueueConnection, { description: 'What waits for graders, by item: the queue with the oldest waiting answer first.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR')
  async gradingQueues(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
    @Args('course', { type: () => ID, nullable: true, description: 'Only of this course.' }) course?: string | null,
  ): Promise<GradingQueueConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.queues.page(actor, course ?? null, page);
    return connection(rows, page, total, ({ id }) => [id], queueView);
  }

  @Query(() => GradingQueue, { description: 'One queue.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR')
  async gradingQueue(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The queue\'s id.' }) id: string): Promise<GradingQueue> {
    return queueView(await this.queues.one(actor, id));
  }

  @Mutation(() => GradingQueue, { description: 'Says how the answers of a queue\'s assessment are graded. Anonymity holds at once; a second grader is asked for answers that nobody has graded yet.' })
  @Allow('INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async saveGradingSettings(
    @CurrentActor() actor: Actor,
    @Args('queue', { type: () => ID, description: 'A queue of the assessment.' }) id: string,
    @Args('settings', { type: () => GradingSettingsInput, description: 'All of them.' }) settings: GradingSettingsInput,
  ): Promise<GradingQueue> {
    const queue = await this.queues.one(actor, id);
    await this.settings.save(actor, queue.courseId, queue.assessmentId, settings);
    return queueView(queue);
  }

  @ResolveField(() => Course, { description: 'The course.' })
  async course(@CurrentActor() actor: Actor, @Parent() { courseId }: GradingQueue): Promise<Course> { return found(await this.catalog.course(actor, courseId)); }

  @ResolveField(() => String, { description: 'What the assessment is called.' })
  async assessmentTitle(@CurrentActor() actor: Actor, @Parent() { row }: GradingQueue): Promise<string> {
    const { course } = await this.catalog.loaded(actor, row.courseVersionId);
    return course.units.find((unit) => unit.assessment?.id === row.assessmentId)?.assessment?.title ?? row.assessmentId;
  }

  @ResolveField(() => String, { description: 'The question\'s words, without markup.' })
  async stem(@CurrentActor() actor: Actor, @Parent() { row }: GradingQueue): Promise<string> {
    const item = itemOf(await this.catalog.loaded(actor, row.courseVersionId), row.itemId);
    return item === null ? row.itemId : plainText(item.stemHtml);
  }

  @ResolveField(() => GradingSettings, { description: 'How its answers are graded.' })
  rules(@CurrentActor() actor: Actor, @Parent() { courseId, assessmentId }: GradingQueue): Promise<GradingSettings> { return this.settings.of(actor, courseId, assessmentId); }

  @ResolveField(() => GraderAgreementView, { description: 'How far first and second graders agree.' })
  async agreement(@CurrentActor() actor: Actor, @Parent() { row }: GradingQueue): Promise<GraderAgreementView> {
    const item = itemOf(await this.catalog.loaded(actor, row.courseVersionId), row.itemId);
    return agreementOf(item === null ? [] : rubricOf(item) ?? [], await this.queues.pairs(actor, { courseId: row.courseId, assessmentId: row.assessmentId, itemId: row.itemId }));
  }
}

const queueView = (row: QueueCounts): GradingQueue => ({ ...row, row });
