import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { found } from '../../platform/found.js';
import { connection, PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { ItemToRateConnection, RatingInput, RatingTask } from './panels.types.js';
import { RatingsService, type Task } from './ratings.service.js';

@ArgsType()
class ItemsToRateArgs extends PageArgs {
  @Field(() => ID, { description: 'The panel\'s id.' })
  panel!: string;
}

@Resolver(() => RatingTask)
export class RatingsResolver {
  constructor(private readonly ratings: RatingsService) {}

  @Query(() => [RatingTask], { description: 'Panels that wait for your ratings, newest first, at most 50.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR')
  async ratingTasks(@CurrentActor() actor: Actor): Promise<RatingTask[]> { return (await this.ratings.tasks(actor)).map(taskView); }

  @Query(() => RatingTask, { nullable: true, description: 'A panel that you are on; null where there is none with this id.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR')
  async ratingTask(@CurrentActor() actor: Actor, @Args('panel', { type: () => ID, description: 'The panel\'s id.' }) panel: string): Promise<RatingTask | null> {
    const task = await this.ratings.task(actor, panel);
    return task === null ? null : taskView(task);
  }

  @Query(() => ItemToRateConnection, { description: 'The items of a panel that you are on, in order.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR')
  async itemsToRate(@CurrentActor() actor: Actor, @Args() args: ItemsToRateArgs): Promise<ItemToRateConnection> {
    const page = pageOf(args, 1);
    const { panel } = found(await this.ratings.task(actor, args.panel));
    const { rows, total } = await this.ratings.items(actor, panel, page);
    return connection(rows, page, total, ({ place }) => [place], ({ itemId, item, percent, others }) => ({ id: itemId, item, percent, others }));
  }

  @Mutation(() => RatingTask, { description: 'Keeps your ratings of some items.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR', 'scope:authoring')
  async rateItems(
    @CurrentActor() actor: Actor, @Args('panel', { type: () => ID, description: 'The panel\'s id.' }) panel: string,
    @Args('round', { type: () => Int, description: 'The round that you rate in.' }) round: number,
    @Args('ratings', { type: () => [RatingInput], description: 'The ratings, at most 500.' }) ratings: RatingInput[],
  ): Promise<RatingTask> {
    return taskView(await this.ratings.rate(actor, panel, round, ratings.map(({ item, percent }) => ({ item, percent: percent ?? null }))));
  }
}

const taskView = ({ panel: { id, round, open }, title, items, rated }: Task): RatingTask => ({ id, title, round, open, itemCount: items, rated });
