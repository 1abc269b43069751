import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { programBeside, type Refusals, Workshop } from '../platform/threads/workshop.js';
import { rosterErrors } from './errors.js';
import type { RosterRequest } from './reading/read-roster.js';
import type { ReadRoster } from './reading/table.js';

const refusals: Refusals = {
  refused: (says) => rosterErrors.ROSTER_NOT_READABLE({ says }),
  exceeded: () => rosterErrors.ROSTER_NOT_READABLE({ says: 'Reading it takes too long or too much memory: import it in parts.' }),
};

/** Threads in which rosters are read. */
@Injectable()
export class RostersWorkshop implements BeforeApplicationShutdown {
  readonly #workshop = new Workshop<RosterRequest>(programBeside(import.meta.dirname));

  beforeApplicationShutdown(): Promise<void> { return this.#workshop.stop(); }

  /** Throws ROSTER_NOT_READABLE. */
  async read(request: RosterRequest): Promise<ReadRoster> { return await this.#workshop.run(request, refusals) as ReadRoster; }
}
