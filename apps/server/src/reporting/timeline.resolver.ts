import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Enrolment } from '../learning/learning.types.js';
import { platformErrors } from '../platform/errors.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { TimelineEntryConnection } from './reporting.types.js';
import { sentenceOf } from './timeline.js';

/** What reporting adds to an enrolment. */
@Resolver(() => Enrolment)
export class TimelineResolver {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @ResolveField(() => TimelineEntryConnection, { description: 'What the learner did, latest first.' })
  @Allow('with-parent')
  async timeline(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment, @Args() args: PageArgs): Promise<TimelineEntryConnection> {
    const page = pageOf(args, 1);
    const row = await this.enrolments.find(actor, enrolment.id);
    if (row === null) throw platformErrors.NOT_FOUND();
    const { outline } = await this.enrolments.version(row);
    const { rows, total } = await this.enrolments.events(row.id, page);
    return connection(rows, page, total, ({ ordinal }) => [ordinal], ({ id, at, type, data }) => ({ id, at, kind: type, text: sentenceOf(data, outline) }));
  }
}
