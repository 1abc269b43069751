import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { SetRolesDocument, type MembersQuery, type Role } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { chosenRoles, RoleChoices } from './RoleChoices.js';

export type Member = MembersQuery['accounts']['nodes'][number];

/** Asks which roles somebody is to have; `onChanged` hears of it once the server has said yes. */
export function ChangeRoles({ member, self, close, onChanged }: { member: Member | null; /** one's own row */ self: boolean; close: () => void; onChanged: (member: Member, roles: Role[]) => void }) {
  const [state, change] = useMutation(SetRolesDocument);
  const [fault, setFault] = useState<string>();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = chosenRoles(new FormData(event.currentTarget));
    if (chosen.length === 0) return setFault('Choose at least one role.');
    if (member === null) return undefined;
    const { data, error } = await change({ account: member.account.id, roles: chosen });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    setFault(undefined);
    return onChanged(member, data?.setRoles.roles ?? chosen);
  }
  const leave = () => { setFault(undefined); close(); };
  return (
    <Dialog opened={member !== null} close={leave} title={`Roles of ${member?.account.name ?? ''}`}>
      {member !== null && (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <RoleChoices held={member.roles} fault={fault} />
          <p className="small quiet">{self ? 'These are your own roles: what you take away you cannot give back to yourself.' : 'They hold from the next thing that this person does.'}</p>
          <div className="row"><Button type="submit" loading={state.fetching}>Save the roles</Button><Button variant="subtle" onClick={leave}>Cancel</Button></div>
        </form>
      )}
    </Dialog>
  );
}
