import type { Role } from '../../identity/actor.js';
import type { Licence } from '../../profiles/licence.js';
import type { Refusal, RosterPerson } from '../mapping/read-person.js';

export const outcomes = ['NEW', 'ENROLLED', 'WAITING', 'CHANGED', 'NOTHING', 'REFUSED'] as const;
/** NEW: an account is made (and a place); ENROLLED: somebody known gets a place; WAITING: the cohort is full, and she (who may be new) is put on its waiting list; CHANGED: only fields change; NOTHING: all is so already. */
export type Outcome = (typeof outcomes)[number];
export interface Change { field: 'role' | 'dueOn' | 'licenceType' | 'licenceNumber' | 'licenceState' | 'licenceExpiresOn' | 'externalId'; from: string | null; to: string | null }

export interface RollPerson { accountId: string; email: string; name: string; roles: readonly Role[]; licence: Licence; externalIds: ReadonlySet<string> }
export interface RollPlace { /** null: not made yet */ id: string | null; dueOn: string | null }
export interface PlanCohort { id: string; name: string; endsOn: string | null; /** why nobody can join; null: somebody can */ closed: string | null; /** places that are left; null: no limit */ left: number | null }
/** What is known before a row is looked at; `apply` carries what a row will do over to the rows after it. */
export interface Roll {
  byEmail: Map<string, RollPerson>;
  byExternalId: Map<string, RollPerson>;
  taken: ReadonlySet<string>;
  cohortsByName: ReadonlyMap<string, readonly string[]>;
  cohorts: Map<string, PlanCohort>;
  /** account and cohort, with a blank between */
  places: Map<string, RollPlace>;
  /** who waits for a place: account and cohort, with a blank between */
  waiting: Set<string>;
}
export interface PlanSetting { /** for rows that name no cohort; null: they get no place */ cohortId: string | null; mayMakeAccounts: boolean; mayGiveRoles: boolean; newId: () => string }

/** What comes of one row. `person` as she will be; `cohort` where she will have a place. */
export type Plan =
  | { outcome: 'REFUSED'; refusal: Refusal }
  | { outcome: Exclude<Outcome, 'REFUSED'>; changes: Change[]; person: RollPerson; isNew: boolean; newPlace: boolean; /** comes last on the waiting list */ waits: boolean; cohort: PlanCohort | null; dueOn: string | null; place: RollPlace | null };

class RowRefused extends Error { constructor(readonly refusal: Refusal) { super(refusal.reason); } }
const refuse = (column: Refusal['column'], reason: string): never => { throw new RowRefused({ column, reason }); };

/** Decides about one row, and notes in the roll what it will do. Pure but for that. */
export function planRow(row: RosterPerson, roll: Roll, setting: PlanSetting): Plan {
  try {
    return planned(row, roll, setting);
  } catch (fault) {
    if (fault instanceof RowRefused) return { outcome: 'REFUSED', refusal: fault.refusal };
    throw fault;
  }
}

function planned(row: RosterPerson, roll: Roll, setting: PlanSetting): Plan {
  const known = knownPerson(row, roll);
  const cohort = cohortOf(row, roll, setting);
  const before = known ?? newcomer(row, roll, setting);
  const changes: Change[] = [];
  const note = (field: Change['field'], from: string | null, to: string | null): void => { if (known !== null && from !== to) changes.push({ field, from, to }); };

  const roles = rolesOf(row, before, known === null, setting);
  if (roles !== before.roles) note('role', before.roles.join(', '), roles.join(', '));
  const licence: Licence = { type: row.licence.type ?? before.licence.type, number: row.licence.number ?? before.licence.number, state: row.licence.state ?? before.licence.state, expiresOn: row.licence.expiresOn ?? before.licence.expiresOn };
  note('licenceType', before.licence.type, licence.type);
  note('licenceNumber', before.licence.number, licence.number);
  note('licenceState', before.licence.state, licence.state);
  note('licenceExpiresOn', before.licence.expiresOn, licence.expiresOn);
  const externalIds = new Set(before.externalIds);
  if (row.externalId !== null && !externalIds.has(row.externalId)) {
    externalIds.add(row.externalId);
    note('externalId', [...before.externalIds].join(', ') || null, row.externalId);
  }
  const person: RollPerson = { ...before, roles, licence, externalIds };

  const place = cohort === null ? null : roll.places.get(`${person.accountId} ${cohort.id}`) ?? null;
  const missing = cohort !== null && place === null;
  if (missing && cohort.closed !== null) refuse('COHORT', cohort.closed);
  const full = missing && cohort.left !== null && cohort.left <= 0;
  const newPlace = missing && !full;
  const waits = full && !roll.waiting.has(`${person.accountId} ${cohort.id}`);
  const dueOn = cohort === null ? null : full ? row.dueOn : newPlace ? row.dueOn ?? cohort.endsOn : row.dueOn ?? place?.dueOn ?? null;
  if (!newPlace && place !== null) note('dueOn', place.dueOn, dueOn);

  roll.byEmail.set(person.email, person);
  for (const id of externalIds) roll.byExternalId.set(id, person);
  if (waits) roll.waiting.add(`${person.accountId} ${cohort.id}`);
  if (cohort !== null && !full) {
    roll.places.set(`${person.accountId} ${cohort.id}`, { id: place?.id ?? null, dueOn });
    if (newPlace && cohort.left !== null) roll.cohorts.set(cohort.id, { ...cohort, left: cohort.left - 1 });
  }
  const outcome = waits ? 'WAITING' : known === null ? 'NEW' : newPlace ? 'ENROLLED' : changes.length > 0 ? 'CHANGED' : 'NOTHING';
  return { outcome, changes, person, isNew: known === null, newPlace, waits, cohort, dueOn, place };
}

/** By the id that another system gave, else by the address: whoever changed her address is still the same person. */
function knownPerson({ externalId, email }: RosterPerson, roll: Roll): RollPerson | null {
  const byId = externalId === null ? undefined : roll.byExternalId.get(externalId);
  const byEmail = roll.byEmail.get(email);
  if (byId !== undefined && byEmail !== undefined && byId.accountId !== byEmail.accountId) refuse('EXTERNAL_ID', 'This id is that of somebody else than this address.');
  return byId ?? byEmail ?? null;
}

function newcomer({ email, name }: RosterPerson, roll: Roll, setting: PlanSetting): RollPerson {
  if (roll.taken.has(email)) refuse('EMAIL', 'There is an account with this e-mail address already.');
  if (name === null) refuse('NAME', 'Nobody here has this address, and a new account needs a name.');
  if (!setting.mayMakeAccounts) refuse('EMAIL', 'Nobody has this address yet, and this API key lacks the scope "accounts".');
  return { accountId: setting.newId(), email, name: name ?? '', roles: [], licence: { type: null, number: null, state: null, expiresOn: null }, externalIds: new Set() };
}

/** Roles are only ever added. A learner's role is given to newcomers; somebody known keeps hers, whatever she enrols in. */
function rolesOf({ role }: RosterPerson, { roles }: RollPerson, isNew: boolean, setting: PlanSetting): readonly Role[] {
  const wanted = role ?? 'LEARNER';
  if (roles.includes(wanted)) return roles;
  if (wanted === 'LEARNER') return isNew ? [wanted] : roles;
  if (wanted === 'ADMINISTRATOR') refuse('ROLE', 'Nobody is made an administrator by a file.');
  if (!setting.mayGiveRoles) refuse('ROLE', 'Only an administrator gives other roles than learner.');
  return [...roles, wanted];
}

/** The cohort that the row gives a place in: only learners get one. */
function cohortOf(row: RosterPerson, roll: Roll, setting: PlanSetting): PlanCohort | null {
  if (row.role !== null && row.role !== 'LEARNER') return null;
  if (row.cohort === null) return setting.cohortId === null ? null : roll.cohorts.get(setting.cohortId) ?? null;
  const byId = roll.cohorts.get(row.cohort);
  if (byId !== undefined) return byId;
  const ids = roll.cohortsByName.get(row.cohort.toLowerCase()) ?? [];
  if (ids.length === 0) refuse('COHORT', `There is no cohort “${row.cohort.slice(0, 60)}”.`);
  if (ids.length > 1) refuse('COHORT', `${ids.length} cohorts are called “${row.cohort.slice(0, 60)}”: write the id of the one that is meant.`);
  return roll.cohorts.get(ids[0] ?? '') ?? null;
}
