import type { ItemResponse } from '@preceptor/assessment';
import type { Progress } from '@preceptor/tracking';
import { DeliveryError, type Outcome } from '../delivery.js';
import type { OpenAnswer, ProgressAnswer } from './answers.js';
import { OPEN, PROGRESS } from './documents.js';
import type { GraphqlClient } from './graphql.js';

export type OpenedEnrolment = NonNullable<OpenAnswer['enrolment']>;

/**
 * What the hosted delivery and the hosted tracker know of each other: the enrolment is asked for once, what answers
 * earned comes back with the events that carried them, and an attempt is submitted after its answers were sent.
 */
export class HostedLink {
  /** Sends all that is waiting; rejects with OFFLINE where that can't be done now. Set by the tracker. */
  drain: () => Promise<void> = () => Promise.resolve();
  /** Told of progress as the server sees it. Set by the tracker. */
  onProgress: (progress: Progress) => void = () => undefined;
  /** Told when an answer was refused because another device holds its attempt. */
  readonly elsewhere = new Set<() => void>();
  /** Answers of an attempt that were given here and have not reached the server. Set by the tracker. */
  unsentTo: (attempt: string) => { [item: string]: ItemResponse } = () => ({});
  private opened: Promise<OpenedEnrolment> | null = null;
  private readonly asked = new Map<string, (outcome: Outcome | null) => void>();

  /** `device`: this browser's own name; empty where attempts need not know it. */
  constructor(readonly client: GraphqlClient, readonly enrolment: string, readonly device: string | null = null) {}

  open(): Promise<OpenedEnrolment> {
    this.opened ??= this.client.ask<OpenAnswer>(OPEN, { enrolment: this.enrolment }).then(({ enrolment }) => {
      if (enrolment === null) throw new DeliveryError('NOT_FOUND', 'there is no such enrolment, or it is not yours');
      return enrolment;
    });
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }

  /** What the answer in an event earned, once the server has said so; null where it is not released. */
  outcomeOf(event: string): Promise<Outcome | null> {
    return new Promise((resolve) => this.asked.set(event, resolve));
  }

  settle(event: string, outcome: Outcome | null): void {
    this.asked.get(event)?.(outcome);
    this.asked.delete(event);
  }

  /** Asks how progress stands after the server itself has changed it; what fails here comes with the next events. */
  async refresh(): Promise<void> {
    const { enrolment } = await this.client.ask<ProgressAnswer>(PROGRESS, { enrolment: this.enrolment });
    if (enrolment !== null) this.onProgress(enrolment.progress);
  }
}
