import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { CoverageService } from './coverage.service.js';
import { UnitCoverage } from './coverage.types.js';

@Resolver()
export class CoverageResolver {
  constructor(private readonly coverage: CoverageService) {}

  @Query(() => [UnitCoverage], { description: 'Which statements of a course\'s newest version the items of its banks ask, and at which level. Retired items don\'t count.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  statementCoverage(@CurrentActor() actor: Actor, @Args('course', { type: () => ID, description: 'The course.' }) course: string): Promise<UnitCoverage[]> {
    return this.coverage.of(actor, course);
  }
}
