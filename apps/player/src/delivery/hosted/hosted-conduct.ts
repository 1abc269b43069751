import { uuidv7 } from '@preceptor/tracking';
import { kept } from '../../session/kept.js';
import type { Conduct, Sitting, Standing } from '../conduct.js';
import { DeliveryError, type Attempt, type AttemptResult } from '../delivery.js';
import type { ResultAnswer, SittingAnswer, StandingAnswer } from './answers.js';
import { END_BREAK, RESULT, SITTING, STANDING, START_BREAK } from './documents.js';
import { resultOf } from './hosted-result.js';
import type { HostedLink } from './hosted-link.js';

type HostedStanding = NonNullable<NonNullable<StandingAnswer['enrolment']>['attempt']>;
const DEVICE = 'preceptor:device';

/** This browser's own name: over reloads and in every tab, where it can keep one. */
export function deviceName(): string {
  const known = kept.get(DEVICE) ?? uuidv7();
  kept.set(DEVICE, known);
  return known;
}

/** Conducts attempts by asking the server. */
export class HostedConduct implements Conduct {
  refused: string | null = null;
  private entering: { password?: string; takeOver?: boolean } = {};

  constructor(private readonly link: HostedLink) {}

  async sitting(assessment: string): Promise<Sitting> {
    const { enrolment } = await this.ask<SittingAnswer>(SITTING, { assessment });
    if (enrolment === null) throw new DeliveryError('NOT_FOUND', 'there is no such enrolment');
    return enrolment.sitting;
  }

  enter(how: { password?: string; takeOver?: boolean }): void {
    this.entering = { ...this.entering, ...how };
  }

  /** Begins with what `enter` has said, and remembers why it was refused. */
  async begin<T>(begin: (how: object) => Promise<T>): Promise<T> {
    const { entering } = this;
    this.entering = {};
    this.refused = null;
    try {
      return await begin({ device: this.link.device, ...entering });
    } catch (error) {
      if (error instanceof DeliveryError) this.refused = error.code;
      throw error;
    }
  }

  async standing(attempt: string): Promise<Standing> {
    const found = (await this.ask<StandingAnswer>(STANDING, { attempt })).enrolment?.attempt ?? null;
    if (found === null) throw new DeliveryError('NOT_FOUND', 'there is no such attempt');
    return this.standingOf(found);
  }

  async pause(attempt: string, begin: boolean): Promise<Standing> {
    await this.link.drain();
    const answer = await this.ask<{ paused: HostedStanding }>(begin ? START_BREAK : END_BREAK, { attempt, device: this.link.device });
    return this.standingOf(answer.paused);
  }

  async result(attempt: Attempt): Promise<AttemptResult | null> {
    const found = (await this.ask<ResultAnswer>(RESULT, { attempt: attempt.id })).enrolment?.attempt ?? null;
    return found === null || found.result === null ? null : resultOf(found);
  }

  onElsewhere(listener: () => void): () => void {
    this.link.elsewhere.add(listener);
    return () => void this.link.elsewhere.delete(listener);
  }

  private standingOf({ secondsLeft, onBreak, breakSecondsLeft, device, submittedAt }: HostedStanding): Standing {
    return { secondsLeft, onBreak, breakSecondsLeft, elsewhere: submittedAt !== null || (device !== null && device !== this.link.device) };
  }

  private ask<T>(document: string, variables: object): Promise<T> {
    return this.link.client.ask<T>(document, { enrolment: this.link.enrolment, ...variables });
  }
}
