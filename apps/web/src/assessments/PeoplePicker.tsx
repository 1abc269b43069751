import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { PossiblePanelistsDocument } from '../generated/graphql.js';

export interface Person { id: string; name: string; email: string }
interface Props { chosen: readonly Person[]; choose: (people: Person[]) => void; /** ids of those who are on it already */ already?: readonly string[] }

/** Staff, found by name and put on a list. */
export function PeoplePicker({ chosen, choose, already = [] }: Props) {
  const [search, setSearch] = useState('');
  const [typed, type] = useTyped(search, setSearch);
  const [{ data, fetching }] = useQuery({ query: PossiblePanelistsDocument, variables: { search } });
  const taken = new Set([...already, ...chosen.map(({ id }) => id)]);
  const free = data?.possiblePanelists.filter(({ id }) => !taken.has(id)) ?? [];
  return (
    <div className="stack">
      {chosen.length > 0 && (
        <ul className="row chosen" aria-label="Chosen">
          {chosen.map((person) => <li key={person.id}>{person.name} <button type="button" className="link small" onClick={() => choose(chosen.filter(({ id }) => id !== person.id))}>Take off<span className="unseen"> {person.name}</span></button></li>)}
        </ul>
      )}
      <TextInput type="search" label="Find people" description="Instructors, reviewers, graders, coordinators and administrators, by name or address" value={typed} onChange={(event) => type(event.currentTarget.value)} />
      <ul className="people">
        {free.map((person) => (
          <li key={person.id} className="row between"><span>{person.name} <span className="quiet small">{person.email}</span></span><Button size="compact-sm" variant="default" onClick={() => choose([...chosen, person])}>Add<span className="unseen"> {person.name}</span></Button></li>
        ))}
      </ul>
      {!fetching && free.length === 0 && <p className="quiet small">{search === '' ? 'Nobody else is there. An administrator gives accounts and roles.' : 'Nobody of that name.'}</p>}
    </div>
  );
}
