import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useId } from 'react';
import type { Role } from '../generated/graphql.js';
import { roleNames } from '../session/roles.js';

const roles: { role: Role; may: string }[] = [
  { role: 'LEARNER', may: 'takes courses' },
  { role: 'INSTRUCTOR', may: 'writes items and assessments, publishes courses and sees how items are answered' },
  { role: 'REVIEWER', may: 'reviews and approves the items of others' },
  { role: 'GRADER', may: 'grades what a machine can’t' },
  { role: 'OBSERVER', may: 'sees cohorts and progress as a coordinator does, and changes nothing' },
  { role: 'COORDINATOR', may: 'runs cohorts and sees learners’ progress' },
  { role: 'ADMINISTRATOR', may: 'gives accounts, roles and keys' },
];

/** The roles that somebody may have, as boxes of a form; `chosenRoles` reads them. */
export function RoleChoices({ held = [], fault }: { held?: readonly Role[]; fault?: string | undefined }) {
  const faultId = useId();
  return (
    <fieldset className="choices" aria-describedby={fault === undefined ? undefined : faultId}>
      <legend>Roles</legend>
      {roles.map(({ role, may }) => <Checkbox key={role} name="role" value={role} defaultChecked={held.includes(role)} label={roleNames[role]} description={may} />)}
      {fault !== undefined && <p id={faultId} role="alert" className="bad small">{fault}</p>}
    </fieldset>
  );
}

export function chosenRoles(fields: FormData): Role[] {
  const chosen = fields.getAll('role');
  return roles.map(({ role }) => role).filter((role) => chosen.includes(role));
}
