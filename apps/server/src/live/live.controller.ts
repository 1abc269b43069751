import { type BeforeApplicationShutdown, Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { secretOf } from '../identity/cookie.js';
import { cohortRoles } from '../identity/actor.js';
import { mayReach, requireRoleIn } from '../identity/cohort-roles/reach.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { isId } from '../platform/ids.js';
import { LiveService } from './live.service.js';
import { Streams } from './streams.js';

const staff = ['COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR'] as const;

/**
 * `GET /cohorts/<id>/live`: server-sent events of what changes in a cohort. `learners`: rows that look different now, and
 * the figures; `reload`: read everything anew; `live`: nothing was missed; `over`: the reader may no more.
 */
@Controller()
export class LiveController implements BeforeApplicationShutdown {
  readonly #stop: () => void;

  constructor(private readonly sessions: SessionsService, private readonly cohorts: CohortsService, private readonly live: LiveService, private readonly streams: Streams) {
    this.#stop = sessions.whenChanged(() => void streams.check());
  }

  beforeApplicationShutdown(): void { this.#stop(); }

  @Get('cohorts/:id/live')
  async watch(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string, @Query('since') asked?: string): Promise<void> {
    const secret = secretOf(request);
    const actor = await this.sessions.actorOf(secret);
    requireRoleIn(actor, 'read', id, { everywhere: staff, here: cohortRoles });
    const cohort = isId(id) ? await this.cohorts.cohort(actor, id) : null;
    if (cohort === null) throw platformErrors.NOT_FOUND();
    this.streams.ensureRoom(actor.accountId);
    const header = request.headers['last-event-id'];
    const since = typeof header === 'string' ? header : typeof asked === 'string' && asked !== '' ? asked : null;
    reply.hijack();
    const stillMay = async () => {
      const now = await this.sessions.actorOf(secret);
      return now.accountId === actor.accountId && now.organisationId === actor.organisationId && mayReach(now, cohort.id, { everywhere: staff, here: cohortRoles });
    };
    let leave = () => undefined as void;
    const send = this.streams.begin(actor.accountId, reply.raw, stillMay, () => leave());
    leave = this.live.watch(actor.organisationId, { id: cohort.id, startsOn: cohort.startsOn, timeZone: cohort.timeZone }, { send }, since);
  }
}
