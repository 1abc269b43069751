import { Injectable } from '@nestjs/common';
import { applyEvents, type Progress, type TrackingEvent } from '@preceptor/tracking';
import type { Actor } from '../identity/actor.js';
import { platformErrors } from '../platform/errors.js';
import { Problem } from '../platform/problem.js';
import { ensureOwn } from './enrolments.service.js';
import { Ledger } from './ledger/ledger.js';
import type { Decision, LedgerRecord } from './ledger/record.js';
import type { ResponseRow } from './learning.entity.js';
import { MaskingService } from './masking.service.js';
import { ReleasesService } from './release/releases.service.js';
import { shownProgress } from './shown-progress.js';
import { type Circumstances, type Outcome, readEvent, settledKey, takeEvent } from './take-event.js';

/** Most events in one batch. */
export const mostEvents = 200;
export interface Recorded {
  accepted: string[];
  rejected: { id: string; code: string; message: string; path: string[] }[];
  outcomes: Outcome[];
  /** The record once the batch is in it. */
  progress(): Progress;
}

/** An answer that is durable; `outcome` where what it earned is said at once. */
export interface Saved { event: string; savedAt: string; outcome: Outcome | null }
/** Arguments of saveResponse by the fields of the event that is made of them. */
const fields: Record<string, string> = { id: 'event', session: 'attempt' };

/** The hot path: what a player reports. */
@Injectable()
export class RecordingService {
  constructor(private readonly ledger: Ledger, private readonly masking: MaskingService, private readonly releases: ReleasesService) {}

  /** Records one answer by the server's clock; a refusal is thrown. Resolves when it is durable. */
  async saveResponse(actor: Actor, enrolmentId: string, { attempt, item, response, event }: { attempt: string; item: string; response: unknown; event: string }, device: string | null, now: Date = new Date()): Promise<Saved> {
    const sent = { id: event, type: 'item-answered', at: now.toISOString(), session: attempt, attempt, item, response, latencySeconds: 0 };
    const { rejected: [refused], outcomes: [outcome] } = await this.record(actor, enrolmentId, [sent], device, now);
    if (refused !== undefined) throw new Problem(refused.code, refused.message, 409, refused.path.map((part) => fields[part] ?? part));
    return { event, savedAt: now.toISOString(), outcome: outcome ?? null };
  }

  /** Records events of the actor's own enrolment, each once; resolves when all that is accepted is durable. */
  record(actor: Actor, enrolmentId: string, sent: { id: string }[], device: string | null = null, now: Date = new Date()): Promise<Recorded> {
    if (sent.length > mostEvents) throw platformErrors.TOO_LARGE({ says: `At most ${mostEvents} events are taken at once; these are ${sent.length}.`, path: ['events'] });
    const rejected: Recorded['rejected'] = [];
    const events: TrackingEvent[] = [];
    for (const one of sent) {
      const read = readEvent(one, now.getTime());
      if ('rejected' in read) rejected.push(read.rejected);
      else events.push(read);
    }
    return this.releases.ready(() => this.ledger.run(enrolmentId, events.map(({ id }) => id), (record, known) => {
      ensureOwn(actor, record.enrolment);
      return decideBatch(record, events, rejected, known, { now, device, idsOf: this.masking.of, gate: this.releases.now(record) });
    }));
  }
}

function decideBatch(record: LedgerRecord, events: TrackingEvent[], unreadable: Recorded['rejected'], known: { has(id: string): boolean }, here: Pick<Circumstances, 'now' | 'device' | 'idsOf' | 'gate'>): Decision<Recorded> {
  const accepted: string[] = [];
  const rejected = [...unreadable];
  const outcomes: Outcome[] = [];
  const written: TrackingEvent[] = [];
  const responses: ResponseRow[] = [];
  const inBatch = new Set<string>();
  const settled = new Set<string>();
  for (const event of events) {
    const taken = takeEvent(record, event, { recorded: known.has(event.id) || inBatch.has(event.id), settled, written, ...here });
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
  const answer = { accepted: [...new Set(accepted)], rejected, outcomes, progress: () => shownProgress({ ...record, state: applyEvents(record.state, written) }, here.idsOf, here.now) };
  return { events: written, attempts: [], responses, answer };
}
