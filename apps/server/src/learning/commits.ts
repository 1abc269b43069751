import { Injectable } from '@nestjs/common';

/** Something of a learner in a cohort was committed; `enrolmentId` null: who is in the cohort has changed. */
export interface Committed { cohortId: string; enrolmentId: string | null }

/** Tells within this process what was just committed, so that others needn't ask again and again. Whoever listens may only take note: it runs on the hot path. */
@Injectable()
export class Commits {
  readonly #listeners = new Set<(committed: Committed) => void>();

  /** Until the function that it returns is called. */
  listen(hear: (committed: Committed) => void): () => void {
    this.#listeners.add(hear);
    return () => { this.#listeners.delete(hear); };
  }

  tell(cohortId: string | null, enrolmentId: string | null): void {
    if (cohortId !== null) for (const hear of this.#listeners) hear({ cohortId, enrolmentId });
  }
}
