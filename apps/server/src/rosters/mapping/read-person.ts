import { z } from 'zod';
import { type Role, roles } from '../../identity/actor.js';
import type { Licence } from '../../profiles/licence.js';
import type { Mapping, RosterColumn } from './columns.js';
import { type DayOrder, dayOf } from './days.js';

/** Somebody as a row of a roster has her. What the file leaves empty is null: it says nothing of it. */
export interface RosterPerson {
  /** lower case */
  email: string;
  name: string | null;
  /** the name or the id of a cohort; null: the one that the import is for */
  cohort: string | null;
  role: Role | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  licence: Licence;
  externalId: string | null;
}
/** Why a row can't come in, and which column is at fault. */
export interface Refusal { reason: string; column: RosterColumn | null }
export interface ReadingSetting { mapping: Mapping; days: DayOrder }

const longest: Partial<Record<RosterColumn, number>> = { EMAIL: 254, NAME: 120, GIVEN_NAME: 120, FAMILY_NAME: 120, COHORT: 120, LICENCE_TYPE: 80, LICENCE_NUMBER: 60, LICENCE_STATE: 60, EXTERNAL_ID: 200 };
const email = z.email();
const roleWords: Record<string, Role> = {
  ...Object.fromEntries(roles.map((role) => [role.toLowerCase(), role])),
  student: 'LEARNER', participant: 'LEARNER', trainee: 'LEARNER', teacher: 'INSTRUCTOR', trainer: 'INSTRUCTOR', faculty: 'INSTRUCTOR',
};
class RowFault extends Error { constructor(readonly column: RosterColumn, reason: string) { super(reason); } }

/** A row as a person, or why it is none. `cells` in the order of the file. */
export function readPerson(cells: readonly string[], { mapping, days }: ReadingSetting): { person: RosterPerson } | { refused: Refusal } {
  const cell = (column: RosterColumn): string | null => {
    const index = mapping[column];
    const text = index === undefined ? '' : (cells[index] ?? '').replaceAll(/\s+/g, ' ').trim();
    if (text === '') return null;
    if (/[\p{Cs}\0]/u.test(text)) throw new RowFault(column, 'This holds characters that can’t be stored.');
    if (text.includes('\uFFFD')) throw new RowFault(column, 'This cell holds characters that can’t be read. Save the file as CSV UTF-8 or as .xlsx.');
    if (text.length > (longest[column] ?? 60)) throw new RowFault(column, `This cell has more than ${longest[column] ?? 60} characters.`);
    return text;
  };
  const day = (column: RosterColumn): string | null => {
    const text = cell(column);
    if (text === null) return null;
    const found = dayOf(text, days);
    if (found === null) throw new RowFault(column, `“${text.slice(0, 40)}” is no day. Write YYYY-MM-DD.`);
    return found;
  };
  try {
    const address = cell('EMAIL');
    if (address === null) throw new RowFault('EMAIL', 'There is no e-mail address.');
    if (!email.safeParse(address).success) throw new RowFault('EMAIL', `“${address.slice(0, 60)}” is not an e-mail address.`);
    const name = cell('NAME') ?? ([cell('GIVEN_NAME'), cell('FAMILY_NAME')].filter((part) => part !== null).join(' ') || null);
    if (name !== null && name.length > 120) throw new RowFault('FAMILY_NAME', 'A name has at most 120 characters.');
    const roleText = cell('ROLE');
    const role = roleText === null ? null : roleWords[roleText.toLowerCase()];
    if (role === undefined) throw new RowFault('ROLE', `“${(roleText ?? '').slice(0, 40)}” is not a role here. Write learner, instructor, coordinator, reviewer or grader.`);
    return { person: {
      email: address.toLowerCase(), name, cohort: cell('COHORT'), role, dueOn: day('DUE_ON'), externalId: cell('EXTERNAL_ID'),
      licence: { type: cell('LICENCE_TYPE'), number: cell('LICENCE_NUMBER'), state: cell('LICENCE_STATE'), expiresOn: day('LICENCE_EXPIRES_ON') },
    } };
  } catch (fault) {
    if (fault instanceof RowFault) return { refused: { reason: fault.message, column: fault.column } };
    throw fault;
  }
}

/** Of people in the order of a file, those who stand in it before, in the same cohort: position -> the earlier position. */
export function repeated(people: readonly (RosterPerson | null)[]): Map<number, number> {
  const first = new Map<string, number>();
  const found = new Map<number, number>();
  for (const [position, person] of people.entries()) {
    if (person === null) continue;
    const key = `${person.email} ${person.cohort?.toLowerCase() ?? ''}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, position);
    else found.set(position, before);
  }
  return found;
}
