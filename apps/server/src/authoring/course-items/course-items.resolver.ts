import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { BanksService } from '../banks/banks.service.js';
import { ItemBank } from '../banks/banks.types.js';
import { CourseItemsService } from './course-items.service.js';
import { BroughtItems } from './course-items.types.js';

@Resolver(() => BroughtItems)
export class CourseItemsResolver {
  constructor(private readonly courseItems: CourseItemsService, private readonly known: BanksService) {}

  @Mutation(() => BroughtItems, { description: 'Brings the items of a course\'s newest version into banks, as approved, 200 a call at most: call again until none is left. An item whose name is in its bank already stays as it is there.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  bringCourseItems(
    @CurrentActor() actor: Actor, @Args('course', { type: () => ID, description: 'The course.' }) course: string,
    @Args('bank', { type: () => ID, nullable: true, description: 'The bank that takes them all, each of the course\'s banks as a folder; left out: a bank for each of them.' }) bank?: string | null,
  ): Promise<BroughtItems> {
    return this.courseItems.bring(actor, course, bank ?? null);
  }

  @ResolveField(() => [ItemBank], { description: 'The banks that have taken them, 300 at most.' })
  async banks(@CurrentActor() actor: Actor, @Parent() { bankIds }: BroughtItems): Promise<ItemBank[]> {
    return (await Promise.all(bankIds.slice(0, 300).map((id) => this.known.find(actor, id)))).flatMap((bank) => bank ?? []);
  }
}
