import { Menu } from '@mantine/core';
import { SwitchOrganisationDocument } from '../generated/graphql.js';
import { client } from '../session/client.js';
import type { Person } from '../session/roles.js';

/** For whoever belongs to several organisations: the others, each a click away. */
export function OtherOrganisations({ person }: { person: Person }) {
  const others = person.organisations.filter(({ id }) => id !== person.organisation.id);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>Go to</Menu.Label>
      {others.map(({ id, name }) => <Menu.Item key={id} onClick={() => void goTo(id)}>{name}</Menu.Item>)}
      <Menu.Divider />
    </>
  );
}

async function goTo(organisation: string) {
  const { error } = await client.mutation(SwitchOrganisationDocument, { organisation }).toPromise();
  // Nothing of one organisation is left in memory for the next.
  if (error === undefined) location.assign('/');
}
