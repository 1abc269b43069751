import { Injectable } from '@nestjs/common';
import { Sealing } from '../../platform/sealing.js';
import type { RosterPerson } from '../mapping/read-person.js';
import { sealedCells, sealedPerson } from '../rosters.entity.js';

/** What a row of a roster says of a person, as it is stored: sealed, since a file may hold licence numbers. */
@Injectable()
export class RowContents {
  constructor(private readonly sealing: Sealing) {}

  cells(stored: string): string[] { return JSON.parse(this.sealing.open(stored, sealedCells)) as string[]; }
  person(stored: string | null): RosterPerson | null { return stored === null ? null : JSON.parse(this.sealing.open(stored, sealedPerson)) as RosterPerson; }
  storedCells(cells: readonly string[]): string { return this.sealing.seal(JSON.stringify(cells), sealedCells); }
  storedPerson(person: RosterPerson | null): string | null { return person === null ? null : this.sealing.seal(JSON.stringify(person), sealedPerson); }
}
