import type { Accommodation, Assessment, DeliveryRules } from '@preceptor/assessment';
import type { RulesKey } from '../delivery/rules.service.js';
import { releasesOf } from '../learning/sitting.js';
import type { DeliverySetting, GrantedAccommodation } from './delivery-desk.types.js';

export type Setting = DeliverySetting;
export type Granted = GrantedAccommodation;
/** What stands in a row of rules, as far as staff may see it. */
interface Set { rules: DeliveryRules; revision: number; passwordHash: string | null; networks: string[]; savedAt: string }

/** What holds: the key's own rules, else those for all, else what the course source says. */
export function settingOf({ courseId, cohortId }: RulesKey, assessment: Assessment, own: Set | null, all: Set | null, usual: DeliveryRules, openAttempts: number): DeliverySetting {
  const holds = own ?? all;
  const { release, counts, ...rules } = holds?.rules ?? usual;
  return {
    courseId, assessment: assessment.id, title: assessment.title, cohortId, revision: own?.revision ?? 0, source: own !== null ? 'own' : all !== null ? 'all' : 'course',
    ...rules, ...releasesOf({ release, counts }), passwordSet: (holds?.passwordHash ?? null) !== null, networks: holds?.networks ?? [], savedAt: own?.savedAt ?? null, openAttempts,
  };
}

export const grantedOf = ({ id, assessmentId, granted, reason, savedAt }: { id: string; assessmentId: string; granted: Accommodation; reason: string; savedAt: string }): GrantedAccommodation => ({
  id, assessment: assessmentId === '' ? null : assessmentId, ...granted, reason, savedAt,
});
