import type { Place } from './finding-list.js';
import type { FindingName } from './registry.js';

/** The package can't be opened safely, or its manifest can't be read: nothing after it can be looked at. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly finding: FindingName,
    readonly file: string,
    message: string,
    readonly place: Place | null = null,
    readonly help?: string,
  ) {
    super(message);
  }
}
