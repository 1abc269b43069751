import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { enrolmentView } from './enrolments.resolver.js';
import { Enrolment } from './learning.types.js';
import { MovingService } from './moving.service.js';
import { MovePreview } from './moving.types.js';

@Resolver(() => MovePreview)
export class MovingResolver {
  constructor(private readonly moving: MovingService) {}

  @Query(() => MovePreview, { description: 'What moving enrolments to another version of their course would change.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async previewMove(
    @CurrentActor() actor: Actor,
    @Args('enrolments', { type: () => [ID], description: 'At most 100 enrolments.' }) enrolments: string[],
    @Args('version', { type: () => ID, description: 'The version to move to.' }) version: string,
  ): Promise<MovePreview> {
    return { changes: (await this.moving.preview(actor, enrolments, version)).map(({ row, effect }) => ({ enrolment: enrolmentView(row), ...effect })) };
  }

  @Mutation(() => [Enrolment], { description: 'Moves enrolments to another version of their course, all or none. Open attempts are submitted first.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async moveEnrolments(
    @CurrentActor() actor: Actor,
    @Args('enrolments', { type: () => [ID], description: 'At most 100 enrolments.' }) enrolments: string[],
    @Args('version', { type: () => ID, description: 'The version to move to.' }) version: string,
  ): Promise<Enrolment[]> {
    return (await this.moving.move(actor, enrolments, version)).map(enrolmentView);
  }
}
