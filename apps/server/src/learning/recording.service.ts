import { Injectable } from '@nestjs/common';
import { applyEvents, progressOf, type Progress, type TrackingEvent } from '@preceptor/tracking';
import type { Actor } from '../identity/actor.js';
import { platformErrors } from '../platform/errors.js';
import { ensureOwn } from './enrolments.service.js';
import { Ledger } from './ledger/ledger.js';
import type { Decision, LedgerRecord } from './ledger/record.js';
import type { ResponseRow } from './learning.entity.js';
import { type Outcome, readEvent, settledKey, takeEvent } from './take-event.js';

/** Most events in one batch. */
export const mostEvents = 200;
export interface Recorded {
  accepted: string[];
  rejected: { id: string; code: string; message: string; path: string[] }[];
  outcomes: Outcome[];
  /** The record once the batch is in it. */
  progress(): Progress;
}

/** The hot path: what a player reports. */
@Injectable()
export class RecordingService {
  constructor(private readonly ledger: Ledger) {}

  /** Records events of the actor's own enrolment, each once; resolves when all that is accepted is durable. */
  record(actor: Actor, enrolmentId: string, sent: { id: string }[], now: Date = new Date()): Promise<Recorded> {
    if (sent.length > mostEvents) throw platformErrors.TOO_LARGE({ says: `At most ${mostEvents} events are taken at once; these are ${sent.length}.`, path: ['events'] });
    const rejected: Recorded['rejected'] = [];
    const events: TrackingEvent[] = [];
    for (const one of sent) {
      const read = readEvent(one, now.getTime());
      if ('rejected' in read) rejected.push(read.rejected);
      else events.push(read);
    }
    return this.ledger.run(enrolmentId, events.map(({ id }) => id), (record, known) => {
      ensureOwn(actor, record.enrolment);
      return decideBatch(record, events, rejected, known, now);
    });
  }
}

function decideBatch(record: LedgerRecord, events: TrackingEvent[], unreadable: Recorded['rejected'], known: { has(id: string): boolean }, now: Date): Decision<Recorded> {
  const accepted: string[] = [];
  const rejected = [...unreadable];
  const outcomes: Outcome[] = [];
  const written: TrackingEvent[] = [];
  const responses: ResponseRow[] = [];
  const inBatch = new Set<string>();
  const settled = new Set<string>();
  for (const event of events) {
    const taken = takeEvent(record, event, { recorded: known.has(event.id) || inBatch.has(event.id), settled, now });
    if ('rejected' in taken) { rejected.push(taken.rejected); continue; }
    accepted.push(event.id);
    if (taken.outcome !== null) outcomes.push(taken.outcome);
    if ('known' in taken) continue;
    inBatch.add(event.id);
    written.push(taken.record);
    if (taken.response === null) continue;
    responses.push(taken.response);
    settled.add(settledKey(taken.response.attemptId, taken.response.itemId));
  }
  const answer = { accepted: [...new Set(accepted)], rejected, outcomes, progress: () => progressOf(applyEvents(record.state, written), record.version.outline) };
  return { events: written, attempts: [], responses, answer };
}
