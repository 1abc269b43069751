import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Commits } from '../learning/commits.js';
import { Notices } from '../platform/database/notices.js';

/** What changed in a cohort since it was told last; `enrolments` null: who is in it, or anything. */
export interface CohortChange { cohortId: string; enrolments: readonly string[] | null }

const channel = 'cohort';
/** Told at most once in so many milliseconds. */
const everyMs = 1_000;
/** One notice names at most so many enrolments: PostgreSQL carries 8,000 bytes. */
const mostNamed = 180;

/**
 * What learners do, from the servers on which they do it to those that watch their cohorts: gathered in memory as it is
 * committed, told once a second. Nobody who records an event waits for it.
 */
@Injectable()
export class CohortChanges implements BeforeApplicationShutdown {
  #gathered = new Map<string, Set<string> | null>();
  #timer: NodeJS.Timeout | null = null;
  readonly #stop: () => void;

  constructor(commits: Commits, private readonly notices: Notices) {
    this.#stop = commits.listen(({ cohortId, enrolmentId }) => this.touch(cohortId, enrolmentId));
  }

  /** Something of a learner has changed, or (null) of the cohort itself. */
  touch(cohortId: string, enrolmentId: string | null = null): void {
    const known = this.#gathered.get(cohortId);
    if (enrolmentId === null) this.#gathered.set(cohortId, null);
    else if (known === undefined) this.#gathered.set(cohortId, new Set([enrolmentId]));
    else known?.add(enrolmentId);
    this.#timer ??= setTimeout(() => this.#tell(), everyMs).unref();
  }

  /** `missed`: word from other servers was lost for a while. Until the function that it returns is called. */
  listen(hear: (change: CohortChange) => void, missed: () => void): () => void {
    return this.notices.listen(channel, (text) => {
      const [cohortId = '', ids = ''] = text.split(' ');
      hear({ cohortId, enrolments: ids === '*' ? null : ids.split(',') });
    }, missed);
  }

  beforeApplicationShutdown(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = null;
    const gathered = this.#gathered;
    this.#gathered = new Map();
    for (const [cohortId, enrolments] of gathered) {
      if (enrolments === null) { void this.notices.publish(channel, `${cohortId} *`); continue; }
      const ids = [...enrolments];
      for (let from = 0; from < ids.length; from += mostNamed) void this.notices.publish(channel, `${cohortId} ${ids.slice(from, from + mostNamed).join(',')}`);
    }
  }
}
