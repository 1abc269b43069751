import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { ChecksService } from './checks.service.js';
import { PackageCheck } from './checks.types.js';

@Resolver(() => PackageCheck)
export class ChecksResolver {
  constructor(private readonly checks: ChecksService) {}

  @Query(() => PackageCheck, { nullable: true, description: 'A package that was sent to POST /packages/checks, as far as it was looked at; null where there is none with this id, or no more: reports are kept for an hour.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async packageCheck(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The check\'s id.' }) id: string): Promise<PackageCheck | null> {
    const row = await this.checks.find(actor, id);
    if (row === null) return null;
    const { name, bytes, state, report, faultCode, fault, askedAt } = row;
    return {
      id, name, bytes, state, askedAt, report: report === null ? null : JSON.parse(report) as unknown,
      reportUrl: report === null ? null : `/packages/checks/${id}/report.html`,
      fault: faultCode === null ? null : { code: faultCode, message: fault ?? '' },
    };
  }
}
