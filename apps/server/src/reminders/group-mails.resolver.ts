import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CohortGroup } from '../cohorts/groups.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { mailView } from '../mail/desk/mails.resolver.js';
import { MailsService } from '../mail/desk/mails.service.js';
import { MailConnection, MailsArgs } from '../mail/desk/mails.types.js';
import { connection, pageOf } from '../platform/graphql/connection.js';

/** Which mails the people of a group got about their cohort: mail itself knows neither. */
@Resolver(() => CohortGroup)
export class GroupMailsResolver {
  constructor(private readonly desk: MailsService, private readonly enrolments: EnrolmentsService) {}

  @ResolveField(() => MailConnection, { description: 'Mails about the cohort to those who are in the group now, newest first.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async mails(@CurrentActor() actor: Actor, @Parent() { id, cohortId }: CohortGroup, @Args() args: MailsArgs): Promise<MailConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.desk.list(actor, { ...args.filter, cohort: cohortId, accounts: await this.enrolments.accountsInGroup(id) }, page);
    return connection(rows, page, total, (row) => [row.id], mailView);
  }
}
