import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { EnrolmentsService } from '../../learning/enrolments.service.js';
import type { Actor } from '../../identity/actor.js';
import { Database } from '../../platform/database/database.js';
import { platformErrors } from '../../platform/errors.js';
import { nowText } from '../../platform/ids.js';
import { AttestationRow } from '../credentials.entity.js';
import { SettingsService } from '../issuing/settings.service.js';

/** What learners declare before their certificates open. */
@Injectable()
export class AttestationsService {
  constructor(private readonly database: Database, private readonly enrolments: EnrolmentsService, private readonly settings: SettingsService, private readonly audit: AuditService) {}

  /** The learner signs the words that her cohort asks for: `statement` is what she saw, and is refused where it was changed meanwhile. */
  async sign(actor: Actor, enrolmentId: string, statement: string): Promise<AttestationRow> {
    const enrolment = await this.enrolments.own(actor, enrolmentId);
    const asked = enrolment.cohortId === null ? null : (await this.settings.of(actor, enrolment.cohortId))?.attestation ?? null;
    if (asked === null) throw platformErrors.NOT_FOUND({ says: 'No declaration is asked for here.', path: ['enrolment'] });
    if (statement !== asked) throw platformErrors.CONFLICT({ says: 'The declaration was changed meanwhile. Read it again before you sign it.', path: ['statement'] });
    const row = { enrolmentId, organisationId: actor.organisationId, accountId: actor.accountId, statement: asked, attestedAt: nowText() };
    return this.database.write(async (manager) => {
      const known = await manager.findOneBy(AttestationRow, { enrolmentId });
      // The same words are signed once: the first day stays.
      if (known?.statement === asked) return known;
      await manager.upsert(AttestationRow, row, ['enrolmentId']);
      await this.audit.record(manager, actor, { action: 'certificate.attested', subject: { type: 'enrolment', id: enrolmentId }, before: known?.statement ?? null, after: asked });
      return row;
    });
  }
}
