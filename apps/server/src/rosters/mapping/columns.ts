/** What a column of a roster may hold. */
export const rosterColumns = ['EMAIL', 'NAME', 'GIVEN_NAME', 'FAMILY_NAME', 'COHORT', 'ROLE', 'DUE_ON', 'LICENCE_TYPE', 'LICENCE_NUMBER', 'LICENCE_STATE', 'LICENCE_EXPIRES_ON', 'EXTERNAL_ID'] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** Which column of the file (from 0) holds what. */
export type Mapping = Partial<Record<RosterColumn, number>>;

/** What rosters of others call our columns, in lower case; the first that a file has is meant. */
const names: Record<RosterColumn, readonly string[]> = {
  EMAIL: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'work email', 'primary email', 'user email', 'correo', 'courriel', 'e mail adresse'],
  GIVEN_NAME: ['given name', 'first name', 'firstname', 'givenname', 'forename', 'vorname', 'nombre', 'prénom'],
  FAMILY_NAME: ['family name', 'last name', 'lastname', 'familyname', 'surname', 'nachname', 'apellido', 'apellidos', 'nom'],
  NAME: ['name', 'full name', 'fullname', 'learner', 'learner name', 'participant', 'student', 'student name', 'display name'],
  COHORT: ['cohort', 'cohort name', 'class', 'class name', 'group name', 'course group', 'kohorte'],
  ROLE: ['role', 'user role', 'rolle', 'rol'],
  DUE_ON: ['due', 'due on', 'due date', 'due day', 'deadline', 'complete by'],
  LICENCE_TYPE: ['licence type', 'license type', 'credential', 'credentials', 'profession', 'licence', 'license'],
  LICENCE_NUMBER: ['licence number', 'license number', 'licence no', 'license no', 'licence #', 'license #', 'licence id', 'license id'],
  LICENCE_STATE: ['licence state', 'license state', 'state of licence', 'state of licensure', 'licensure state', 'state', 'jurisdiction'],
  LICENCE_EXPIRES_ON: ['licence expiry', 'license expiry', 'licence expires', 'license expires', 'licence expires on', 'license expires on', 'licence expiration', 'license expiration', 'license expiration date', 'licence expiry date', 'license expiry date', 'expiry', 'expiration date', 'expires'],
  EXTERNAL_ID: ['external id', 'sourcedid', 'sourced id', 'employee id', 'staff id', 'student id', 'person id', 'user id', 'id', 'number'],
};

const plain = (heading: string): string => heading.trim().toLowerCase().replaceAll(/[\s_.:/-]+/g, ' ').trim();

/** Which column of a file likely holds what, by their headings. Of a whole name and its parts, the parts are taken. */
export function guessMapping(headings: readonly string[]): Mapping {
  const plainHeadings = headings.map(plain);
  const used = new Set<number>();
  const guess: Mapping = {};
  for (const column of rosterColumns) {
    if (column === 'NAME') continue;
    take(column);
  }
  if (guess.GIVEN_NAME === undefined || guess.FAMILY_NAME === undefined) take('NAME');
  return guess;

  function take(column: RosterColumn): void {
    for (const name of names[column]) {
      const index = plainHeadings.findIndex((heading, at) => heading === name && !used.has(at));
      if (index < 0) continue;
      guess[column] = index;
      used.add(index);
      return;
    }
  }
}

/** Why people can't be read by a mapping; null: they can. */
export function mappingFault(mapping: Mapping, columns: number): string | null {
  for (const index of Object.values(mapping)) if (!Number.isInteger(index) || index < 0 || index >= columns) return 'The file has no such column.';
  if (new Set(Object.values(mapping)).size !== Object.values(mapping).length) return 'One column can’t hold two things.';
  if (mapping.EMAIL === undefined) return 'Say which column holds the e-mail address.';
  return null;
}
