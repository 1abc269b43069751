import type { Mapping, RosterColumn } from '../mapping/columns.js';
import type { DayOrder } from '../mapping/days.js';
import { readPerson, type Refusal, repeated, type RosterPerson } from '../mapping/read-person.js';
import type { RosterLine } from '../reading/table.js';

export interface ReadLine { line: number; cells: string[]; person: RosterPerson | null; refusal: Refusal | null; email: string; name: string }

/** Every row as a person or as what is wrong with it, before anybody is asked for. Of rows that say the same person twice the first counts. */
export function readLines(lines: readonly RosterLine[], mapping: Mapping, days: DayOrder): ReadLine[] {
  const shown = (cells: readonly string[], ...columns: RosterColumn[]): string => columns.map((column) => cells[mapping[column] ?? -1] ?? '').filter((cell) => cell !== '').join(' ').slice(0, 120);
  const read = lines.map(({ line, cells }): ReadLine => {
    const found = readPerson(cells, { mapping, days });
    const said = { line, cells, email: shown(cells, 'EMAIL'), name: shown(cells, 'NAME') || shown(cells, 'GIVEN_NAME', 'FAMILY_NAME') };
    return 'person' in found ? { ...said, person: found.person, refusal: null } : { ...said, person: null, refusal: found.refused };
  });
  for (const [position, before] of repeated(read.map(({ person }) => person))) {
    const one = read[position];
    if (one !== undefined) read[position] = { ...one, person: null, refusal: { column: 'EMAIL', reason: `The same person stands in row ${read[before]?.line ?? before + 1} already.` } };
  }
  return read;
}
