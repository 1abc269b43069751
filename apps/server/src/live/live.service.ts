import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { CohortReportService, type CohortDates } from '../reporting/cohort-report.service.js';
import { CohortChanges } from './cohort-changes.js';
import { CohortHub, type Watcher } from './cohort-hub.js';

/** A cohort that nobody watches any more is kept for so many milliseconds, for those who come back. */
const lingerMs = 30_000;

/** Which cohorts are watched on this server. */
@Injectable()
export class LiveService implements BeforeApplicationShutdown {
  readonly #hubs = new Map<string, CohortHub>();
  readonly #lingering = new Map<string, NodeJS.Timeout>();
  readonly #stop: () => void;

  constructor(private readonly report: CohortReportService, changes: CohortChanges) {
    this.#stop = changes.listen(
      ({ cohortId, enrolments }) => this.#hubs.get(cohortId)?.changed(enrolments),
      () => { for (const hub of this.#hubs.values()) hub.changed(null); },
    );
  }

  /** Watches a cohort of an organisation; the caller has asked who may. Gives what ends it. */
  watch(organisationId: string, cohort: CohortDates, watcher: Watcher, since: string | null): () => void {
    clearTimeout(this.#lingering.get(cohort.id));
    const hub = this.#hubs.get(cohort.id) ?? new CohortHub(cohort, (ids) => this.report.some(organisationId, cohort, ids));
    this.#hubs.set(cohort.id, hub);
    hub.join(watcher, since);
    return () => {
      hub.watchers.delete(watcher);
      if (hub.watchers.size === 0) this.#lingering.set(cohort.id, setTimeout(() => this.#forget(cohort.id), lingerMs).unref());
    };
  }

  beforeApplicationShutdown(): void {
    this.#stop();
    for (const timer of this.#lingering.values()) clearTimeout(timer);
    for (const hub of this.#hubs.values()) hub.end();
  }

  #forget(cohortId: string): void {
    this.#lingering.delete(cohortId);
    const hub = this.#hubs.get(cohortId);
    if (hub === undefined || hub.watchers.size > 0) return;
    hub.end();
    this.#hubs.delete(cohortId);
  }
}
