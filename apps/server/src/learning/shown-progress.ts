import { type Form, isReleased, type ItemResponse } from '@preceptor/assessment';
import { progressOf, type Progress, withoutScores } from '@preceptor/tracking';
import { itemsOfVersion, type LedgerRecord } from './ledger/record.js';
import type { IdsOf } from './masking.service.js';

type Known = Pick<LedgerRecord, 'state' | 'version' | 'attempts'>;

/** Progress as the learner herself may see it: without scores that are not released to her yet, her answers by the ids that she is shown. */
export function shownProgress(known: Known, idsOf: IdsOf, now: Date): Progress {
  const { state, version, attempts } = known;
  const withheld: string[] = [];
  for (const { id, submittedAt, conditions } of attempts.values()) if (submittedAt !== null && conditions !== null && conditions !== undefined && !isReleased(conditions, 'score', now)) withheld.push(id);
  return inShownIds(progressOf(withoutScores(state, withheld), version.outline), known, idsOf);
}

function inShownIds(progress: Progress, { version, attempts }: Known, idsOf: IdsOf): Progress {
  const items = itemsOfVersion(version);
  const shown = (id: string, response: ItemResponse, form?: Form): ItemResponse => {
    const item = items.get(id);
    return item === undefined ? response : idsOf(item, form).toShown(response);
  };
  const checks = Object.entries(progress.checks).map(([id, check]): [string, typeof check] => [id, isResponse(check.response) ? { ...check, response: shown(id, check.response) } : check]);
  const assessments = Object.entries(progress.assessments).map(([id, assessment]): [string, typeof assessment] => {
    const open = assessment.openAttempt;
    const form = open === null ? undefined : attempts.get(open.id)?.form;
    if (open === null || form === undefined) return [id, assessment];
    const responses = Object.fromEntries(Object.entries(open.responses).map(([item, response]) => [item, shown(item, response, form)]));
    return [id, { ...assessment, openAttempt: { ...open, responses } }];
  });
  return { ...progress, checks: Object.fromEntries(checks), assessments: Object.fromEntries(assessments) };
}

const isResponse = (value: unknown): value is ItemResponse => typeof value === 'object' && value !== null && 'value' in value;
