import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor } from '../../identity/actor.js';
import { EnrolmentsService } from '../../learning/enrolments.service.js';
import { Database } from '../../platform/database/database.js';
import { Schedule } from '../../schedule/schedule.js';
import { SettingsRow } from '../credentials.entity.js';
import { IssuingService } from './issuing.service.js';

const everySeconds = 300;
const atOnce = 100;

/** Issues what was earned and is to be issued at once, though nobody asked: an essay was graded, a session's attendance marked. A learner who asks doesn't wait for it. */
@Injectable()
export class IssuingSweep implements OnModuleInit {
  constructor(private readonly schedule: Schedule, private readonly database: Database, private readonly enrolments: EnrolmentsService, private readonly issuing: IssuingService) {}

  onModuleInit(): void { this.schedule.every('certificates', everySeconds, (signal) => this.run(signal)); }

  async run(signal?: AbortSignal): Promise<void> {
    for (const { cohortId, organisationId } of await this.database.read.find(SettingsRow, { select: { cohortId: true, organisationId: true }, where: { mode: 'AT_ONCE' }, order: { cohortId: 'ASC' } })) {
      for (let after = ''; signal?.aborted !== true;) {
        const ids = await this.enrolments.idsInCohort(Actor.system(organisationId), cohortId, atOnce, after);
        await this.issuing.issueReady(organisationId, ids);
        if (ids.length < atOnce) break;
        after = ids.at(-1) ?? '';
      }
    }
  }
}
